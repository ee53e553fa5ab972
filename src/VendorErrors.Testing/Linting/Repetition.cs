namespace VendorErrors.Testing.Linting;

/// <summary>A row, envelope or operation of a vendor because of which a failed write that is not idempotent is sent again. Immutable.</summary>
/// <param name="Kind">What it is: <c>row</c>, <c>outcome</c>, <c>proof</c>, <c>operation</c> or <c>idempotency_key</c>.</param>
/// <param name="Where">The row, envelope or operation.</param>
/// <param name="Why">What makes it so, in a sentence.</param>
/// <param name="IsWeakened">Whether the definition says it against the default of category or method, so that a person should look at it.</param>
/// <param name="Source">Where it comes from, with how it is known; a note where there is one.</param>
internal sealed record Repetition(string Kind, string Where, string Why, bool IsWeakened, string Source)
{
    /// <summary>Whether a category is ever sent again.</summary>
    internal static bool IsRetried(ErrorCategory category) => category.ToRetryDisposition() != RetryDisposition.Never || category == ErrorCategory.QuotaExhausted;

    /// <summary>All of it in one line.</summary>
    public override string ToString() => $"{Where}: {Why} ({Source})";
}
