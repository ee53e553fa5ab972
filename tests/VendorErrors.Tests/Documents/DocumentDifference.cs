using System.Globalization;

namespace VendorErrors.Tests.Documents;

/// <summary>Where a list and a catalog say different things.</summary>
/// <param name="Key">Which row it is about, see <see cref="DocumentLine.Key"/>.</param>
/// <param name="Code">The code, or the range, as the list writes it.</param>
/// <param name="Text">What differs, in words.</param>
internal sealed record DocumentDifference(string Key, string Code, string Text)
{
    /// <summary>Whether the row may have decided about an answer with this status and these codes.</summary>
    internal bool Concerns(int status, IEnumerable<string?> codes) => Key.StartsWith("http ", StringComparison.Ordinal)
        ? Matches(status.ToString(CultureInfo.InvariantCulture))
        : codes.OfType<string>().Any(Matches);

    private bool Matches(string code)
    {
        string[] ends = Code.Split("..");
        return ends.Contains(code, StringComparer.Ordinal)
            || (ends is [var first, var last] && NumberOf(first) is { } a && NumberOf(last) is { } b && NumberOf(code) is { } number && Math.Min(a, b) <= number && number <= Math.Max(a, b));
    }

    private static long? NumberOf(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}
