using System.Globalization;

namespace VendorErrors.Benchmarks.Comparators;

/// <summary>The wait in a sentence by hand: a number after "in" or "after" and before a unit.</summary>
internal static class WaitText
{
    public static TimeSpan? Find(ReadOnlySpan<char> text)
    {
        for (int start = text.IndexOfAnyInRange('0', '9'); start >= 0; start = text.IndexOfAnyInRange('0', '9'))
        {
            ReadOnlySpan<char> before = text[..start].TrimEnd();
            ReadOnlySpan<char> rest = text[start..];
            int length = rest.IndexOfAnyExceptInRange('0', '9');
            length = length < 0 ? rest.Length : length;
            if ((before.EndsWith(" in", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" after", StringComparison.OrdinalIgnoreCase))
                && UnitOf(rest[length..].TrimStart()) is { } unit)
            {
                return unit * int.Parse(rest[..length], NumberStyles.None, CultureInfo.InvariantCulture);
            }

            text = rest[length..];
        }

        return null;
    }

    private static TimeSpan? UnitOf(ReadOnlySpan<char> word) =>
        word.StartsWith("second", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromSeconds(1)
        : word.StartsWith("minute", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromMinutes(1)
        : word.StartsWith("hour", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromHours(1)
        : null;
}
