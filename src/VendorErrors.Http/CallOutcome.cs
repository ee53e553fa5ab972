using System.Runtime.CompilerServices;
using VendorErrors.Http.Requests;
using VendorErrors.Http.Retries;
using VendorErrors.Retries;

namespace VendorErrors.Http;

/// <summary>
/// What a call came to. It hangs on the response, or on the exception, for as long as that lives. A plain success, which nearly all answers
/// are, hangs on the options of its request instead, because an entry in a weak table costs as much as all the rest of the handler.
/// </summary>
internal sealed class CallOutcome
{
    private static readonly ConditionalWeakTable<object, CallOutcome> s_outcomes = new();

    private readonly List<VendorAttempt>? _attempts;

    public CallOutcome(VendorResult result, RetryDecision decision, DateTimeOffset? notBefore, List<VendorAttempt>? attempts)
    {
        Result = result;
        Decision = decision;
        NotBefore = notBefore;
        _attempts = attempts;
    }

    public VendorResult Result { get; }

    public RetryDecision Decision { get; }

    public DateTimeOffset? NotBefore { get; }

    /// <summary>The attempts; a first one that was a plain success is the only one that nobody writes down.</summary>
    public IReadOnlyList<VendorAttempt> Attempts => _attempts ?? (IReadOnlyList<VendorAttempt>)[new VendorAttempt(Result, Decision)];

    /// <summary>Whether nothing is left to do about it.</summary>
    public bool IsAcceptable(bool acceptsPartialSuccess) => !Result.IsFailure && (acceptsPartialSuccess || Result.Outcome != VendorOutcome.PartialSuccess);

    internal static CallOutcome OfPlainSuccess(VendorResult success) => new(success, VendorRetryPolicy.Decide(success, default), notBefore: null, attempts: null);

    /// <summary>That of a single attempt, made by whoever knows the verdict.</summary>
    internal static CallOutcome OfOneAttempt(VendorResult result, RetryDecision? decision) =>
        new(result, decision ?? VendorRetryPolicy.Decide(result, default), notBefore: null, attempts: null);

    /// <summary>Hangs the outcome on a response or an exception, in place of an older one.</summary>
    internal static void Attach(object carrier, CallOutcome outcome)
    {
        lock (s_outcomes)
        {
            s_outcomes.Remove(carrier);
            s_outcomes.Add(carrier, outcome);
        }
    }

    internal static CallOutcome? Find(HttpResponseMessage response)
    {
        if (RequestState.Of(response.RequestMessage) is { } state && state.FindPlainSuccess(response) is { } success)
        {
            return OfPlainSuccess(success);
        }

        return s_outcomes.TryGetValue(response, out CallOutcome? outcome) ? outcome : null;
    }

    /// <summary>What hangs on an exception, or on one that it wraps, as <see cref="HttpClient"/> wraps its own timeout.</summary>
    internal static CallOutcome? Find(Exception exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is VendorErrorException thrown)
            {
                return new CallOutcome(thrown.Result, thrown.Decision, thrown.NotBefore, [.. thrown.Attempts]);
            }

            if (s_outcomes.TryGetValue(inner, out CallOutcome? outcome))
            {
                return outcome;
            }
        }

        return null;
    }
}
