using System.Globalization;

namespace VendorErrors.Cli.Output;

/// <summary>A wait for people: <c>30 s</c>, <c>6 min 46 s</c>, <c>2 d 13 h</c>.</summary>
internal static class WaitPhrase
{
    internal static string Of(TimeSpan wait)
    {
        if (wait < TimeSpan.FromSeconds(1))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(wait.TotalMilliseconds)} ms");
        }

        // Manuals give waits of up to two minutes in seconds.
        if (wait <= TimeSpan.FromMinutes(2))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{wait.TotalSeconds:0.###} s");
        }

        (int Amount, string Unit)[] parts = [(wait.Days, "d"), (wait.Hours, "h"), (wait.Minutes, "min"), (wait.Seconds, "s"), (wait.Milliseconds, "ms")];
        return string.Join(' ', parts.SkipWhile(part => part.Amount == 0).Take(2).Where(part => part.Amount > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Amount} {part.Unit}")));
    }
}
