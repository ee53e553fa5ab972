using VendorErrors.Retries;

namespace VendorErrors.Http;

/// <summary>
/// What an exception means that came out of a client with a <see cref="VendorErrorHandler"/>: a broken connection, a timeout, a cancellation,
/// or a <see cref="VendorErrorException"/>. Looks into the exceptions that it wraps, as <see cref="HttpClient"/> wraps its own timeout.
/// </summary>
/// <example>
/// <code>
/// catch (Exception e) when (e.GetVendorResult() is { IsFailure: true } result)
/// {
///     // None: it was never sent, put it back. Unknown: it may have happened, check first.
///     Console.WriteLine($"{result.Category}, effect {result.Effect}, not again: {e.GetVendorDecision().StopReason}");
/// }
/// </code>
/// </example>
public static class VendorExceptionExtensions
{
    /// <summary>What the exception means; the default value, which is no success, where no handler of ours classified it.</summary>
    /// <param name="exception">The exception.</param>
    public static VendorResult GetVendorResult(this Exception exception) => Find(exception)?.Result ?? default;

    /// <summary>What was decided about it, and why it was not sent again.</summary>
    /// <param name="exception">The exception.</param>
    public static RetryDecision GetVendorDecision(this Exception exception) => Find(exception)?.Decision ?? default;

    /// <summary>Every attempt that was made, the first one first; none where the request was never sent, or no handler of ours classified the exception.</summary>
    /// <param name="exception">The exception.</param>
    public static IReadOnlyList<VendorAttempt> GetVendorAttempts(this Exception exception) => Find(exception)?.Attempts ?? [];

    private static VendorOutcome? Find(Exception exception)
    {
        _ = exception ?? throw new ArgumentNullException(nameof(exception));
        return VendorOutcome.Find(exception);
    }
}
