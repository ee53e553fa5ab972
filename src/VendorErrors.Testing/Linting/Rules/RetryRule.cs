using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>A row does not ask to be sent again where its category or effect forbids that.</summary>
internal static class RetryRule
{
    internal const string Id = "retry-contradicts-effect";

    private static readonly string[] s_again = ["retry", "try again", "send again", "send it again", "once more", "resend"];
    private static readonly string[] s_careful = ["do not", "don't", "never", "safe", "check first", "look first"];

    internal static IEnumerable<LintFinding> Of(CodeRow row)
    {
        if (row.MaxRetryAttempts is not null && !IsRetried(row))
        {
            yield return Finding(row, LintSeverity.Error, $"its MaxRetryAttempts is {row.MaxRetryAttempts}, and {NameOf(row)} is never retried; remove MaxRetryAttempts.");
        }

        if (row.EffectiveEffect == Effect.Partial && (row.Wait is not null || row.MaxRetryAttempts is not null))
        {
            yield return Finding(row, LintSeverity.Error, "some of it happened, after which nothing is sent again, and it names a wait or retries; remove them.");
        }

        if (row.Category?.ToRetryDisposition() == RetryDisposition.AfterCredentialRefresh && row.EffectiveEffect != Effect.None)
        {
            yield return Finding(row, LintSeverity.Error, $"it is retried after a refresh, and its effect is {SnakeCase.Of(row.EffectiveEffect)}; a token is refused before anything is done.");
        }

        if (row.Category is { } category && category.ToGroup() == ErrorGroup.Limit && row.EffectiveEffect != Effect.None)
        {
            yield return Finding(row, LintSeverity.Warning, $"{SnakeCase.Of(category)} says that it was refused, and its effect is {SnakeCase.Of(row.EffectiveEffect)}; choose another category, or remove the effect.");
        }

        if (row.Advice is { } advice && Says(advice.Text, s_again) && !Says(advice.Text, s_careful) && (!IsRetried(row) || row.EffectiveEffect != Effect.None))
        {
            yield return Finding(row, LintSeverity.Warning, $"its advice is to send again, and {(IsRetried(row) ? $"its effect is {SnakeCase.Of(row.EffectiveEffect)}" : $"{NameOf(row)} is never retried")}; say what to do first.");
        }
    }

    private static LintFinding Finding(CodeRow row, LintSeverity severity, string text) => new(Id, severity, RowLabel.Of(row), text) { Row = row };

    private static bool IsRetried(CodeRow row) =>
        row.Category is { } known && Repetition.IsRetried(known);

    private static string NameOf(CodeRow row) => row.Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(row.Outcome);

    private static bool Says(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
