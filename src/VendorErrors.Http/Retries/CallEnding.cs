using System.Runtime.ExceptionServices;
using VendorErrors.Classification;
using VendorErrors.Http.Cooldowns;
using VendorErrors.Http.Requests;
using VendorErrors.Http.Telemetry;
using VendorErrors.Redaction;
using VendorErrors.Retries;

namespace VendorErrors.Http.Retries;

/// <summary>How a call ends: what is written down and reported of each decision, and what the caller gets. Safe for use by several threads.</summary>
internal sealed class CallEnding(Vendor vendor, VendorErrorOptions options, VendorServices services)
{
    /// <summary>Writes the decision down, and reports a stop.</summary>
    public void Conclude(VendorCall call, RetryDecision decision)
    {
        call.Decision = decision;
        call.NotBefore = decision is { Action: RetryAction.Stop, Wait: null } ? null : call.NotBefore ?? (decision is { Action: RetryAction.Stop, Wait: { } wait } ? services.Time.GetUtcNow() + wait : null);
        if (decision.Action == RetryAction.Stop && call.Result.Error is { } error)
        {
            VendorMeter.Stop(vendor, decision.StopReason);
            Log.Stopped(services.Logger, error, decision.StopReason, call.Request.Method, AddressOf(call));
        }
    }

    /// <summary>The exception of a caller who cancelled while nothing was on its way: the last answer stands, and the wait that it named.</summary>
    public OperationCanceledException CancelBetweenAttempts(VendorCall call, OperationCanceledException cancellation, CancellationToken callersToken)
    {
        TimeSpan? left = call.NotBefore - services.Time.GetUtcNow() is { } wait && wait > TimeSpan.Zero ? wait : null;
        Conclude(call, RetryDecision.Stop(StopReason.Cancelled, left, call.Result.Answer?.Advice));
        string last = call.Result.Error is { } error ? $" {vendor.Id} {Redactor.Code(error)} is {SnakeCase.Of(error.Category)}, effect {SnakeCase.Of(error.Effect)}." : string.Empty;
        string later = call.NotBefore is { } time ? $" Do not retry before {time:u}." : string.Empty;
        var thrown = new OperationCanceledException(OneLine.Of($"Canceled before it was sent again.{last}{later}"), cancellation, callersToken);
        CallOutcome.Attach(thrown, call.ToOutcome());
        End(call);
        return thrown;
    }

    /// <summary>What the caller gets: the vendor's real answer, or the original exception, each with its verdict; or, where that was asked for, a <see cref="VendorErrorException"/>.</summary>
    public HttpResponseMessage Finish(VendorCall call, HttpResponseMessage? response, Exception? failure, bool hasRunOut, CancellationToken callersToken)
    {
        End(call);
        CallOutcome outcome = call.ToOutcome();
        bool throws = options.ThrowOnFailure && call.IsOfHandler;
        if (response is not null)
        {
            CallOutcome.Attach(response, outcome);
            if (!throws || outcome.IsAcceptable(options.AcceptPartialSuccess))
            {
                return response;
            }

            response.Dispose();
            throw new VendorErrorException(outcome);
        }

        Exception thrown = hasRunOut ? TimedOut(call, failure!) : failure!;
        CallOutcome.Attach(thrown, outcome);
        bool isCallersCancellation = failure is OperationCanceledException && callersToken.IsCancellationRequested;
        if (throws && !isCallersCancellation)
        {
            throw new VendorErrorException(outcome, thrown);
        }

        ExceptionDispatchInfo.Capture(thrown).Throw();
        return null!;
    }

    /// <summary>Notes on the request that its call is over.</summary>
    public static void End(VendorCall call)
    {
        call.IsFinished = true;
        if (call.IsOfHandler)
        {
            RequestState.Of(call.Message)?.Finish(call, plainSuccess: null);
        }
    }

    private TaskCanceledException TimedOut(VendorCall call, Exception original)
    {
        bool isTotal = new Deadline(services.Time, call.StartedAt, call.TotalTimeout).Left <= TimeSpan.Zero;
        string text = $"The request was canceled after {(isTotal ? call.TotalTimeout : options.AttemptTimeout)}, its {(isTotal ? "TotalTimeout" : "AttemptTimeout")}; effect {SnakeCase.Of(call.Result.Effect)}.";
        return new TaskCanceledException(text, new TimeoutException(text, original));
    }

    /// <summary>The exception of a request that is not sent. Before a replay it carries the vendor's last error, whose response was let go of.</summary>
    public VendorErrorException Refuse(VendorCall call, CooldownEntry entry)
    {
        bool isStopping = entry.Kind == CooldownEntryKind.Stopping;
        if (!call.Result.IsFailure)
        {
            call.Result = isStopping
                ? NeverSent(ErrorCategory.Cancelled, "the host stops; the request was not sent")
                : NeverSent(ErrorCategory.RateLimited, "an earlier answer asked this account to wait; the request was not sent");
        }

        TimeSpan? left = entry.Left > TimeSpan.Zero ? entry.Left : null;
        call.NotBefore = services.Time.GetUtcNow() + left;
        return Stop(call, RetryDecision.Stop(isStopping ? StopReason.Cancelled : StopReason.CoolingDown, left, call.Result.Answer?.Advice));
    }

    private VendorResult NeverSent(ErrorCategory category, string rule) => TransportResult.Create(
        vendor, category, Effect.None, Confidence.Family, new Evidence(EvidenceSource.History, EvidenceVerdict.Won, "cooldown", null, rule));

    /// <summary>The exception of a write that another handler sends again although nobody knows that the earlier one did nothing.</summary>
    public VendorErrorException RefuseRepeat(VendorCall call, VendorCall earlier)
    {
        Effect effect = earlier is { IsFinished: true, Result.IsSuccess: true } ? Effect.Applied : Effect.Unknown;
        var evidence = new Evidence(EvidenceSource.History, EvidenceVerdict.Won, "repeat", null, "another handler sent this request again; the repeat was not sent, because the first may have happened");
        call.Result = earlier is { IsFinished: true, Result.IsFailure: true } ? earlier.Result : TransportResult.Create(vendor, ErrorCategory.Cancelled, effect, Confidence.Family, evidence);
        return Stop(call, RetryDecision.Stop(effect == Effect.Applied ? StopReason.EffectApplied : StopReason.EffectUnknown, wait: null, call.Result.Answer?.Advice));
    }

    private VendorErrorException Stop(VendorCall call, RetryDecision decision)
    {
        // None where it was never sent; what was sent before stays.
        call.Attempts ??= [];
        Conclude(call, decision);
        return new VendorErrorException(call.ToOutcome());
    }

    /// <summary>Where the request went before a credential was put on it.</summary>
    public static Uri? AddressOf(VendorCall call) => call.Snapshot?.Address ?? call.Message?.RequestUri;
}
