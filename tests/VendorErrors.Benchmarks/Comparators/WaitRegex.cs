using System.Globalization;
using System.Text.RegularExpressions;

namespace VendorErrors.Benchmarks.Comparators;

/// <summary>The wait in a sentence by a generated regular expression.</summary>
internal static partial class WaitRegex
{
    public static TimeSpan? Find(string text)
    {
        Match match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        double number = double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return char.ToLowerInvariant(match.Groups[2].ValueSpan[0]) switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
    }

    [GeneratedRegex(@"\b((again|retry|resend|resending|possible|replenished|resets?)\b[^.]*?\b(in|after)|wait)\s+(?<number>\d+(\.\d+)?)\s*(?<unit>s|sec|second|m|min|minute|h|hour|d|day)s?\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
