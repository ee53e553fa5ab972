using VendorErrors.Http;
using VendorErrors.Retries;

namespace VendorErrors;

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

    /// <summary>
    /// Hangs a verdict on an exception, for a handler of your own that classifies, and for tests. A <see cref="VendorErrorException"/> has
    /// one from its constructor.
    /// </summary>
    /// <typeparam name="TException">The type of the exception.</typeparam>
    /// <param name="exception">The exception.</param>
    /// <param name="result">What it means.</param>
    /// <param name="decision">What was decided. Default: what the policy decides after a first attempt of a plain write.</param>
    /// <returns>The exception.</returns>
    /// <exception cref="ArgumentException">It is a <see cref="VendorErrorException"/>.</exception>
    public static TException WithVendorResult<TException>(this TException exception, VendorResult result, RetryDecision? decision = null)
        where TException : Exception
    {
        _ = exception ?? throw new ArgumentNullException(nameof(exception));
        _ = exception is VendorErrorException ? throw new ArgumentException("A VendorErrorException has its verdict from its constructor.", nameof(exception)) : exception;
        CallOutcome.Attach(exception, CallOutcome.OfOneAttempt(result, decision));
        return exception;
    }

    private static CallOutcome? Find(Exception exception)
    {
        _ = exception ?? throw new ArgumentNullException(nameof(exception));
        return CallOutcome.Find(exception);
    }
}
