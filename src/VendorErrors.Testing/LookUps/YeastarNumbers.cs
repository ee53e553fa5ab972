namespace VendorErrors.Testing.LookUps;

/// <summary>What a PBX makes of a number.</summary>
internal static class YeastarNumbers
{
    // Extensions have up to 7 digits.
    private const int MostOfExtension = 7;

    internal static string TypeOf(PastExecution call) => call.To.Count(char.IsDigit) <= MostOfExtension ? "internal" : "outbound";
}
