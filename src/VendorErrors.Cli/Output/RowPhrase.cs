using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>What a row means, for people: the same words in <c>explain</c> and in the vendors' pages.</summary>
internal static class RowPhrase
{
    internal static string SendAgain(ErrorCategory category, Effect effect) => (category.ToRetryDisposition(), effect) switch
    {
        (RetryDisposition.Never, _) => category == ErrorCategory.QuotaExhausted ? "only when the vendor says when the quota resets" : "never unchanged",
        (RetryDisposition.AfterCredentialRefresh, _) => "once, after a credential refresh",
        (_, Effect.None) => "after a wait",
        _ => "a read or an idempotent request after a wait; a non-idempotent write never, because it may have happened",
    };

    /// <summary>Which codes a row with a star is for; null of any other row.</summary>
    internal static string? StandsFor(CodeRow row) =>
        row.IsAnyCode ? "any other code"
        : row.IsPattern ? "any characters in the place of the star"
        : null;

    internal static string? AtMost(CodeRow row) => row.MaxRetryAttempts is { } most ? $"{most.ToString(CultureInfo.InvariantCulture)} {(most == 1 ? "retry" : "retries")}" : null;

    /// <summary>The row's own advice, else the category's; null of a row that is no error.</summary>
    internal static Advice? Advice(CodeRow row) => row.Category is { } category ? row.Advice ?? category.ToAdvice() : null;

    internal static string Source(CodeRow row) => $"{row.Source?.Title}, {row.Source?.Address} ({SnakeCase.Of(row.Basis)})";
}
