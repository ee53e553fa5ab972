namespace VendorErrors.Json;

/// <summary>The value of one hexadecimal digit.</summary>
internal static class HexDigit
{
    /// <summary>0 to 15, or -1 where the byte is no hexadecimal digit.</summary>
    internal static int Value(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };
}
