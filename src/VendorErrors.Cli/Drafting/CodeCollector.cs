using VendorErrors.Cli.Input;
using VendorErrors.Packs;

namespace VendorErrors.Cli.Drafting;

/// <summary>Collects the codes of a list. What is no code of a row is counted; a code that comes again adds its texts and statuses.</summary>
internal sealed class CodeCollector
{
    private readonly Dictionary<string, Found> _codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Found> _order = [];

    /// <summary>How many entries had no code that a row could have.</summary>
    internal int LeftOut { get; private set; }

    /// <summary>Adds a code.</summary>
    /// <param name="code">The code; null where the entry has none.</param>
    /// <param name="status">Its HTTP status.</param>
    /// <param name="identifier">What the list calls it in source code; null where that is the code itself.</param>
    /// <param name="texts">What the list says of it, the shortest kind first.</param>
    internal void Add(string? code, int? status, string? identifier, params ReadOnlySpan<string?> texts)
    {
        string trimmed = code?.Trim() ?? string.Empty;
        if (!IsCode(trimmed))
        {
            LeftOut++;
            return;
        }

        if (!_codes.TryGetValue(trimmed, out Found? found))
        {
            found = new Found(trimmed, identifier);
            _codes.Add(trimmed, found);
            _order.Add(found);
            if (_order.Count > PackLimits.Rows)
            {
                throw new UsageException(FormattableString.Invariant($"the list has more than {PackLimits.Rows} codes, which is more than a pack can have"));
            }
        }

        if (status is { } known)
        {
            _ = found.Statuses.Add(known);
        }

        foreach (string? text in texts)
        {
            Keep(found, ShortName.Clean(text));
        }
    }

    internal IReadOnlyList<ListedCode> ToCodes() =>
        [.. _order.Select(found => new ListedCode(found.Code, NameOf(found), found.Texts, [.. found.Statuses]))];

    private static void Keep(Found found, string? text)
    {
        if (text is not null && found.Texts.Count < DraftLimits.Texts && !found.Texts.Contains(text, StringComparer.Ordinal))
        {
            found.Texts.Add(text);
        }
    }

    private static string NameOf(Found found) =>
        found.Texts.Count > 0 && (found.Identifier is null || found.Texts[0].Length <= DraftLimits.Name) ? ShortName.Of(found.Texts[0])
        : ShortName.OfWords(found.Identifier ?? found.Code);

    // A star and two dots make a row one of many codes.
    private static bool IsCode(string code) =>
        code.Length is > 0 and <= PackLimits.Name && !code.Contains('*', StringComparison.Ordinal) && CodePart.Split(code).Last is null && PackText.FindHazard(code) is null
        && code.All(c => !char.IsSurrogate(c));

    private sealed class Found(string code, string? identifier)
    {
        internal string Code { get; } = code;

        internal string? Identifier { get; } = identifier;

        internal List<string> Texts { get; } = [];

        internal SortedSet<int> Statuses { get; } = [];
    }
}
