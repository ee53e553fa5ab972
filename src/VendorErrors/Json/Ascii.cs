namespace VendorErrors.Json;

/// <summary>Case-insensitive comparisons of ASCII text; on request, a space equals an underscore.</summary>
internal static class Ascii
{
    internal static bool EqualsIgnoreCase(ReadOnlySpan<byte> left, string right, bool blankIsUnderscore = false)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!EqualsIgnoreCase(left[i], right[i], blankIsUnderscore))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool EqualsIgnoreCase(int left, char right, bool blankIsUnderscore) =>
        Lower(left) == Lower(right) || (blankIsUnderscore && left == ' ' && right == '_');

    private static int Lower(int c) => c is >= 'A' and <= 'Z' ? c | 0x20 : c;
}
