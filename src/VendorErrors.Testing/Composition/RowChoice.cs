using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>Chooses the row that somebody means who names a code.</summary>
internal static class RowChoice
{
    private const int SuggestionCount = 3;

    /// <summary>
    /// The row of the code: that of the operation where one is named and has a row of its own, else the general one, else the first;
    /// a single code before a range.
    /// </summary>
    internal static CodeRow? Find(Vendor vendor, string code, string? operation)
    {
        CodeRow[] rows = [.. vendor.Codes.Where(row => row.LastCode is null && string.Equals(row.Code, code, StringComparison.OrdinalIgnoreCase))];
        return rows.FirstOrDefault(row => row.Operation is { } pattern && Answers(pattern, operation))
            ?? rows.FirstOrDefault(row => row is { Operation: null, OnHttpStatus: null, When: null })
            ?? rows.FirstOrDefault()
            ?? vendor.Codes.FirstOrDefault(row => Covers(row, code));
    }

    /// <summary>A code that the row, and no other, is for: its own, or of a range one without a row of its own.</summary>
    internal static string CodeOf(Vendor vendor, CodeRow row)
    {
        if (row.LastCode is null || !TryNumber(row.Code, out long first) || !TryNumber(row.LastCode, out long last))
        {
            return row.Code;
        }

        int step = Math.Sign(last - first);
        for (long code = first; code != last; code += step)
        {
            string text = code.ToString(CultureInfo.InvariantCulture);
            if (!vendor.Codes.Any(other => other.LastCode is null && other.IsHttpStatus == row.IsHttpStatus
                && string.Equals(other.Code, text, StringComparison.Ordinal) && string.Equals(other.Section!.Space, row.Section!.Space, StringComparison.Ordinal)))
            {
                return text;
            }
        }

        return row.LastCode;
    }

    /// <summary>One sentence for somebody who names a code that is not there, with those that may have been meant.</summary>
    internal static string Missing(Vendor vendor, string code)
    {
        string[] near = [.. vendor.Codes.Select(row => row.Code).Distinct(StringComparer.Ordinal).OrderBy(known => Distance(known, code)).Take(SuggestionCount)];
        return $"{vendor.Id} has no code '{code}' in its catalog{(near.Length == 0 ? string.Empty : $"; nearest: {string.Join(", ", near)}")}.";
    }

    private static bool Answers(string pattern, string? operation)
    {
        if (operation is null)
        {
            return false;
        }

        (string method, string path) = Operations.Split(operation);
        return new OperationPattern(pattern).Matches(method, path);
    }

    private static bool Covers(CodeRow row, string code) =>
        row.LastCode is not null && TryNumber(code, out long number) && TryNumber(row.Code, out long first) && TryNumber(row.LastCode, out long last)
        && number >= Math.Min(first, last) && number <= Math.Max(first, last);

    private static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    // Codes are short: what they share at either end counts, then their length.
    private static int Distance(string known, string code)
    {
        int least = Math.Min(known.Length, code.Length);
        var head = 0;
        while (head < least && Same(known[head], code[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < least - head && Same(known[known.Length - 1 - tail], code[code.Length - 1 - tail]))
        {
            tail++;
        }

        return Math.Max(known.Length, code.Length) - head - tail;
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
