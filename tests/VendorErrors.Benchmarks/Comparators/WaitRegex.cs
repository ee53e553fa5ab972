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

        if (match.Groups["clock"] is { Success: true } clock)
        {
            return TimeSpan.Parse(clock.ValueSpan, CultureInfo.InvariantCulture);
        }

        double number = double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return char.ToLowerInvariant(match.Groups["unit"].ValueSpan[0]) switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
    }

    [GeneratedRegex(@"\b((again|retry|resend|resending|possible|replenished|resets?)\b[^.]*?\b(in|after)|wait)\s+((?<clock>(\d+\.)?\d{1,2}:\d{2}:\d{2})\b|(?<number>\d+(\.\d+)?)\s*(?<unit>s|sec|second|m|min|minute|h|hour|d|day)(s|\(s\))?(?!\w))", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
