using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>Chooses the row that somebody means who names a code.</summary>
internal static class RowChoice
{
    private const int SuggestionCount = 3;
    private const int MostSamples = 6;

    /// <summary>
    /// The row of the code: that of the operation where one is named and has a row of its own, else the general one, else the first;
    /// a single code before a range, a range before a star, and the longer of two stars.
    /// </summary>
    internal static CodeRow? Find(Vendor vendor, string code, string? operation)
    {
        CodeRow[] rows = [.. vendor.Codes.Where(row => row.LastCode is null && string.Equals(row.Code, code, StringComparison.OrdinalIgnoreCase))];
        return rows.FirstOrDefault(row => row.Operation is { } pattern && Answers(pattern, operation))
            ?? rows.FirstOrDefault(row => row is { Operation: null, OnHttpStatus: null, When: null })
            ?? rows.FirstOrDefault()
            ?? vendor.Codes.FirstOrDefault(row => row.LastCode is not null && CodeForm.Takes(row, code))
            ?? vendor.Codes.Where(row => row.IsPattern && CodeForm.Takes(row, code)).OrderByDescending(CodeForm.LengthOf).FirstOrDefault();
    }

    /// <summary>A code that the row, and no other, is for: its own, or of a range or a star one without a row of its own.</summary>
    internal static string CodeOf(Vendor vendor, CodeRow row) => CodesOf(vendor, row)[0];

    /// <summary>Such codes, the plainest first: a shape may be for numbers alone.</summary>
    internal static IReadOnlyList<string> CodesOf(Vendor vendor, CodeRow row)
    {
        if (!row.IsFamily)
        {
            return [row.Code];
        }

        CodeRow[] others = [.. vendor.Codes.Where(other => !ReferenceEquals(other, row) && other.IsHttpStatus == row.IsHttpStatus && string.Equals(other.Section!.Space, row.Section!.Space, StringComparison.Ordinal))];
        string[] own = [.. CodeForm.Samples(row).Where(code => !Array.Exists(others, other => IsBefore(vendor, other, row) && CodeForm.Takes(other, code))).Take(MostSamples)];
        return own.Length > 0 ? own : [row.LastCode ?? row.Code];
    }

    /// <summary>Whether a row, where both take a code, is the one that is for it.</summary>
    private static bool IsBefore(Vendor vendor, CodeRow other, CodeRow row) =>
        !other.IsFamily
        || (row.IsPattern
            ? !other.IsPattern || CodeForm.LengthOf(other) > CodeForm.LengthOf(row)
            : !other.IsPattern && vendor.Codes.TakeWhile(known => !ReferenceEquals(known, row)).Contains(other));

    /// <summary>The code that somebody means who names one of a row; of a star that is named as it is written, one that it stands for.</summary>
    internal static string CodeOf(Vendor vendor, CodeRow row, string named) =>
        !row.IsFamily ? row.Code
        : string.Equals(row.Code, named, StringComparison.OrdinalIgnoreCase) && row.IsPattern ? CodeOf(vendor, row)
        : named;

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
