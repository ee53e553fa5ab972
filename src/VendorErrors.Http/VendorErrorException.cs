using VendorErrors.Redaction;
using VendorErrors.Retries;

namespace VendorErrors.Http;

/// <summary>
/// A failure that was asked to be thrown, or a request that was not sent: because its account cools down, or because another handler
/// repeated a write that may have happened. No <see cref="HttpRequestException"/> on purpose: other retry policies take that for a broken
/// connection and send again. The message holds the vendor, the code and our category, and nothing of the vendor's own words.
/// </summary>
public sealed class VendorErrorException : Exception
{
    /// <summary>Creates one of your own: for unit tests of code that catches it, and for a client that classifies by itself.</summary>
    /// <param name="result">What the answer means.</param>
    /// <param name="decision">Why it was not sent again. Default: what the policy decides after a first attempt of a plain write.</param>
    /// <param name="notBefore">The time before which the vendor does not want the request again. Default: none.</param>
    /// <param name="attempts">Every attempt. Default: one, with this result and decision.</param>
    /// <param name="innerException">The exception that the attempt ended with. Default: none.</param>
    /// <exception cref="ArgumentException">The result is a success.</exception>
    public VendorErrorException(
        VendorResult result, RetryDecision? decision = null, DateTimeOffset? notBefore = null, IReadOnlyList<VendorAttempt>? attempts = null, Exception? innerException = null)
        : this(OutcomeOf(result, decision, notBefore, attempts), innerException)
    {
    }

    internal VendorErrorException(CallOutcome outcome, Exception? inner = null)
        : base(MessageOf(outcome), inner)
    {
        Result = outcome.Result;
        Decision = outcome.Decision;
        NotBefore = outcome.NotBefore;
        Attempts = outcome.Attempts;
    }

    /// <summary>What the answer, or the failure of the transport, means.</summary>
    public VendorResult Result { get; }

    /// <summary>What failed, with the vendor's own words; <see langword="null"/> where it is a partial success, whose items are in <see cref="Result"/>.</summary>
    public VendorError? Error => Result.Error;

    /// <summary>Why it was not sent again.</summary>
    public RetryDecision Decision { get; }

    /// <summary>
    /// The time before which the vendor does not want this request again; <see langword="null"/> where it named none, and where sending
    /// it again is ruled out. It is the time of the decision and <see cref="RetryDecision.Wait"/> of <see cref="Decision"/> together.
    /// </summary>
    public DateTimeOffset? NotBefore { get; }

    /// <summary>Every attempt that was made, the first one first; none where the request was never sent.</summary>
    public IReadOnlyList<VendorAttempt> Attempts { get; }

    private static CallOutcome OutcomeOf(VendorResult result, RetryDecision? decision, DateTimeOffset? notBefore, IReadOnlyList<VendorAttempt>? attempts) => result.IsSuccess
        ? throw new ArgumentException("A success is no reason for an exception.", nameof(result))
        : new CallOutcome(result, decision ?? VendorRetryPolicy.Decide(result, default), notBefore, attempts is null ? null : [.. attempts]);

    private static string MessageOf(CallOutcome outcome)
    {
        VendorResult result = outcome.Result;
        string code = result.Error is { Code: not null } failure ? $" {Redactor.Code(failure)}{(failure.CodeName is null ? null : $" ({failure.CodeName})")}" : string.Empty;
        string what = result.Error is { } error ? SnakeCase.Of(error.Category) : SnakeCase.Of(result.Outcome);
        string later = outcome.NotBefore is { } time ? $" Do not retry before {time:u}." : string.Empty;
        return OneLine.Of($"{result.Answer?.Vendor.Id}{code}: {what}, effect {SnakeCase.Of(result.Effect)}. {outcome.Decision.Advice?.Text ?? result.Answer?.Advice?.Text}{later}");
    }
}
