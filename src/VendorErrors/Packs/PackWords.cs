using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>The words of a pack, and what they stand for.</summary>
internal static class PackWords
{
    private static readonly Dictionary<string, ErrorCategory> s_categories = CategoryTable.All.ToDictionary(facts => SnakeCase.OfName(facts.Category.ToString()), facts => facts.Category, StringComparer.Ordinal);

    // A failure has a category instead.
    internal static readonly (string Word, VendorOutcome Value)[] Outcomes =
    [
        ("success", VendorOutcome.Success), ("accepted", VendorOutcome.Accepted),
        ("success_with_warning", VendorOutcome.SuccessWithWarning), ("partial_success", VendorOutcome.PartialSuccess),
    ];

    internal static readonly (string Word, Effect Value)[] Effects =
        [("none", Effect.None), ("unknown", Effect.Unknown), ("partial", Effect.Partial), ("applied", Effect.Applied)];

    internal static readonly (string Word, Basis Value)[] Bases =
        [("documented", Basis.Documented), ("observed", Basis.Observed), ("inferred", Basis.Inferred)];

    internal static readonly (string Word, Audience Value)[] Audiences =
    [
        ("program", Audience.Program), ("developer", Audience.Developer), ("operator", Audience.Operator),
        ("account_owner", Audience.AccountOwner), ("vendor", Audience.Vendor),
    ];

    internal static readonly (string Word, CodeMeaning Value)[] Meanings =
        [("vendor", CodeMeaning.Vendor), ("http_status", CodeMeaning.HttpStatus), ("vendor_or_http_status", CodeMeaning.VendorOrHttpStatus)];

    internal static readonly (string Word, FieldText Value)[] FieldTexts =
        [("none", FieldText.None), ("leading_word", FieldText.LeadingWord), ("json_path", FieldText.JsonPath)];

    internal static readonly (string Word, FieldLayout Value)[] Layouts =
        [("list", FieldLayout.List), ("map", FieldLayout.Map), ("tree", FieldLayout.Tree)];

    internal static readonly (string Word, ItemLead Value)[] Leads = [("worst", ItemLead.Worst), ("first", ItemLead.First)];

    internal static readonly (string Word, OperationSafety Value)[] Safeties =
    [
        ("read", OperationSafety.Read), ("idempotent", OperationSafety.Idempotent),
        ("non_idempotent_write", OperationSafety.NonIdempotentWrite), ("idempotency_keyed", OperationSafety.IdempotencyKeyed),
    ];

    internal static readonly (string Word, OperationPurpose Value)[] Purposes =
        [("other", OperationPurpose.Other), ("create", OperationPurpose.Create), ("delete", OperationPurpose.Delete)];

    internal static readonly (string Word, WaitUnit Value)[] Units =
    [
        ("seconds", WaitUnit.Seconds), ("milliseconds", WaitUnit.Milliseconds), ("minutes", WaitUnit.Minutes), ("duration", WaitUnit.Duration),
        ("date", WaitUnit.Date), ("epoch", WaitUnit.Epoch), ("epoch_milliseconds", WaitUnit.EpochMilliseconds),
        ("seconds_or_epoch", WaitUnit.SecondsOrEpoch), ("seconds_or_date", WaitUnit.SecondsOrDate),
    ];

    internal static readonly (string Word, IReadOnlyList<TextRule> Value)[] Phrases =
        [("unique_constraint", KnownPhrases.UniqueConstraint), ("quota_used_up", KnownPhrases.QuotaUsedUp)];

    private static readonly (string Suffix, double Milliseconds)[] s_lengths = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    internal static bool TryCategory(string word, out ErrorCategory category) => s_categories.TryGetValue(word, out category);

    /// <summary>The categories that are near a word that is none.</summary>
    internal static string NearestCategories(string word)
    {
        string[] parts = word.Split('_', '-', ' ');
        IEnumerable<string> near = s_categories.Keys.Where(known => parts.Any(part => part.Length > 3 && known.Contains(part, StringComparison.OrdinalIgnoreCase)));
        string list = string.Join(", ", near.Take(4));
        return list.Length == 0 ? string.Join(", ", s_categories.Keys.Where(known => known.Length > 0 && word.Length > 0 && known[0] == word[0]).Take(4)) : list;
    }

    internal static bool TryFind<T>((string Word, T Value)[] words, string? word, out T? value)
    {
        foreach ((string known, T meaning) in words)
        {
            if (string.Equals(known, word, StringComparison.Ordinal))
            {
                value = meaning;
                return true;
            }
        }

        value = default;
        return false;
    }

    internal static string Of<T>((string Word, T Value)[] words, T value)
        where T : notnull => Array.Find(words, word => word.Value.Equals(value)).Word;

    /// <summary>A length of time such as <c>5s</c>, <c>500ms</c>, <c>2m</c>, <c>1h</c> or <c>1d</c>.</summary>
    internal static TimeSpan? Length(string text)
    {
        foreach ((string suffix, double milliseconds) in s_lengths)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal)
                && double.TryParse(text[..^suffix.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                && number * milliseconds < TimeSpan.FromDays(365).TotalMilliseconds)
            {
                return TimeSpan.FromMilliseconds(number * milliseconds);
            }
        }

        return null;
    }

    internal static string OfLength(TimeSpan length)
    {
        (string suffix, double milliseconds) = s_lengths.Last(unit => length.TotalMilliseconds % unit.Milliseconds == 0 || unit.Milliseconds == 1);
        return (length.TotalMilliseconds / milliseconds).ToString(CultureInfo.InvariantCulture) + suffix;
    }
}
