using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>The words of a pack, and what they stand for.</summary>
internal static class PackWords
{
    // Numbers instead of the enumerations themselves: each of those would be compiled for itself, when the first vendor is read.
    private static readonly Dictionary<string, int> s_categories = CategoriesByWord();

    // A failure has a category instead.
    internal static readonly (string Word, int Value)[] Outcomes =
    [
        ("success", (int)VendorOutcome.Success), ("accepted", (int)VendorOutcome.Accepted),
        ("success_with_warning", (int)VendorOutcome.SuccessWithWarning), ("partial_success", (int)VendorOutcome.PartialSuccess),
    ];

    internal static readonly (string Word, int Value)[] Effects =
        [("none", (int)Effect.None), ("unknown", (int)Effect.Unknown), ("partial", (int)Effect.Partial), ("applied", (int)Effect.Applied)];

    internal static readonly (string Word, int Value)[] Bases =
        [("documented", (int)Basis.Documented), ("observed", (int)Basis.Observed), ("inferred", (int)Basis.Inferred)];

    internal static readonly (string Word, int Value)[] Audiences =
    [
        ("program", (int)Audience.Program), ("developer", (int)Audience.Developer), ("operator", (int)Audience.Operator),
        ("account_owner", (int)Audience.AccountOwner), ("vendor", (int)Audience.Vendor),
    ];

    internal static readonly (string Word, int Value)[] Meanings =
        [("vendor", (int)CodeMeaning.Vendor), ("http_status", (int)CodeMeaning.HttpStatus), ("vendor_or_http_status", (int)CodeMeaning.VendorOrHttpStatus)];

    internal static readonly (string Word, int Value)[] FieldTexts =
        [("none", (int)FieldText.None), ("leading_word", (int)FieldText.LeadingWord), ("json_path", (int)FieldText.JsonPath)];

    internal static readonly (string Word, int Value)[] Layouts =
        [("list", (int)FieldLayout.List), ("map", (int)FieldLayout.Map), ("tree", (int)FieldLayout.Tree)];

    internal static readonly (string Word, int Value)[] Leads = [("worst", (int)ItemLead.Worst), ("first", (int)ItemLead.First)];

    internal static readonly (string Word, int Value)[] Safeties =
    [
        ("read", (int)OperationSafety.Read), ("idempotent", (int)OperationSafety.Idempotent),
        ("non_idempotent_write", (int)OperationSafety.NonIdempotentWrite), ("idempotency_keyed", (int)OperationSafety.IdempotencyKeyed),
    ];

    internal static readonly (string Word, int Value)[] Purposes =
        [("other", (int)OperationPurpose.Other), ("create", (int)OperationPurpose.Create), ("delete", (int)OperationPurpose.Delete)];

    internal static readonly (string Word, int Value)[] Units =
    [
        ("seconds", (int)WaitUnit.Seconds), ("milliseconds", (int)WaitUnit.Milliseconds), ("minutes", (int)WaitUnit.Minutes), ("duration", (int)WaitUnit.Duration),
        ("date", (int)WaitUnit.Date), ("epoch", (int)WaitUnit.Epoch), ("epoch_milliseconds", (int)WaitUnit.EpochMilliseconds),
        ("seconds_or_epoch", (int)WaitUnit.SecondsOrEpoch), ("seconds_or_date", (int)WaitUnit.SecondsOrDate),
    ];

    internal static readonly (string Word, int Value)[] EventKinds =
        [("call", (int)EventKind.Call), ("message", (int)EventKind.Message), ("session", (int)EventKind.Session), ("number", (int)EventKind.Number)];

    internal static readonly (string Word, int Value)[] EventStates =
    [
        ("queued", (int)EventState.Queued), ("in_progress", (int)EventState.InProgress), ("ringing", (int)EventState.Ringing), ("answered", (int)EventState.Answered),
        ("completed", (int)EventState.Completed), ("delivered", (int)EventState.Delivered), ("read", (int)EventState.Read), ("no_answer", (int)EventState.NoAnswer),
        ("busy", (int)EventState.Busy), ("rejected", (int)EventState.Rejected), ("canceled", (int)EventState.Canceled), ("undelivered", (int)EventState.Undelivered),
        ("expired", (int)EventState.Expired), ("failed", (int)EventState.Failed), ("unknown", (int)EventState.Unknown),
    ];

    internal static readonly (string Word, int Value)[] NextAttempts =
    [
        ("undetermined", (int)NextAttempt.Undetermined), ("not_needed", (int)NextAttempt.NotNeeded), ("never", (int)NextAttempt.Never),
        ("after_change", (int)NextAttempt.AfterChange), ("later", (int)NextAttempt.Later), ("soon", (int)NextAttempt.Soon),
    ];

    internal static readonly (string Word, IReadOnlyList<TextRule> Value)[] Phrases =
        [("unique_constraint", KnownPhrases.UniqueConstraint), ("quota_used_up", KnownPhrases.QuotaUsedUp)];

    private static readonly (string Suffix, double Milliseconds)[] s_lengths = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    internal static ErrorCategory? Category(string word) => s_categories.TryGetValue(word, out int category) ? (ErrorCategory)category : null;

    /// <summary>The categories that are near a word that is none.</summary>
    internal static string NearestCategories(string word)
    {
        string[] parts = word.Split('_', '-', ' ');
        IEnumerable<string> near = s_categories.Keys.Where(known => parts.Any(part => part.Length > 3 && known.Contains(part, StringComparison.OrdinalIgnoreCase)));
        string list = string.Join(", ", near.Take(4));
        return list.Length == 0 ? string.Join(", ", s_categories.Keys.Where(known => known.Length > 0 && word.Length > 0 && known[0] == word[0]).Take(4)) : list;
    }

    /// <summary>What a word stands for; null where it is unknown.</summary>
    internal static int? Find((string Word, int Value)[] words, string? word)
    {
        foreach ((string known, int value) in words)
        {
            if (string.Equals(known, word, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    internal static string Of((string Word, int Value)[] words, int value) => Array.Find(words, word => word.Value == value).Word;

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

    private static Dictionary<string, int> CategoriesByWord()
    {
        var words = new Dictionary<string, int>(CategoryTable.All.Count, StringComparer.Ordinal);
        foreach (CategoryFacts facts in CategoryTable.All)
        {
            words.Add(SnakeCase.OfName(facts.Category.ToString()), (int)facts.Category);
        }

        return words;
    }
}
