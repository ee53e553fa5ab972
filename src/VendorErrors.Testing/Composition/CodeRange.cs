using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>A range of numbers, or of words that differ in their last digits.</summary>
/// <param name="Prefix">What precedes the digits; empty of numbers.</param>
/// <param name="First">The number that the range begins with.</param>
/// <param name="Last">The number that it ends with, which may be the smaller one.</param>
/// <param name="Width">How many digits a word has at least.</param>
internal readonly record struct CodeRange(string Prefix, long First, long Last, int Width)
{
    internal long Least => Math.Min(First, Last);

    internal long Greatest => Math.Max(First, Last);

    internal bool Contains(string code) => NumberOf(code) is not null;

    internal long? NumberOf(CodeRow row) => NumberOf(row.Code);

    /// <summary>Which of the range a code is; null where it is none of it.</summary>
    private long? NumberOf(string code) =>
        code.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && long.TryParse(code[Prefix.Length..], Prefix.Length == 0 ? NumberStyles.AllowLeadingSign : NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        && number >= Least && number <= Greatest
            ? number
            : null;

    internal bool IsAlike(CodeRange other) => string.Equals(Prefix, other.Prefix, StringComparison.OrdinalIgnoreCase);

    internal bool Covers(CodeRange other) => IsAlike(other) && Least <= other.Least && Greatest >= other.Greatest;

    internal bool Overlaps(CodeRange other) => IsAlike(other) && Least <= other.Greatest && Greatest >= other.Least;

    internal IEnumerable<string> Codes()
    {
        (string prefix, long last, int width) = (Prefix, Last, Width);
        int step = Last >= First ? 1 : -1;
        for (long code = First; ; code += step)
        {
            yield return prefix + code.ToString(CultureInfo.InvariantCulture).PadLeft(prefix.Length == 0 ? 0 : width, '0');
            if (code == last)
            {
                yield break;
            }
        }
    }
}
