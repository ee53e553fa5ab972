namespace VendorErrors.Envelopes.Json;

/// <summary>Comparisons of ASCII text with the letters' case aside.</summary>
internal static class Ascii
{
    internal static bool EqualsIgnoreCase(ReadOnlySpan<byte> left, string right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (Lower(left[i]) != Lower(right[i]))
            {
                return false;
            }
        }

        return true;
    }

    internal static int Lower(int c) => c is >= 'A' and <= 'Z' ? c | 0x20 : c;
}
