using System.Runtime.ExceptionServices;
using VendorErrors.Classification;
using VendorErrors.Http.Cooldowns;
using VendorErrors.Http.Ledger;
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
        bool isTotal = call.Deadline.Left <= TimeSpan.Zero;
        string limit = isTotal ? $"after {call.TotalTimeout}, its TotalTimeout" : options.AttemptTimeout is { } attempt ? $"after {attempt}, its AttemptTimeout" : "at the end of its lease in the call ledger";
        string text = $"The request was canceled {limit}; effect {SnakeCase.Of(call.Result.Effect)}.";
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

    /// <summary>What the caller gets where the ledger says that nothing is to be sent: the verdict on an earlier delivery, or an exception.</summary>
    public HttpResponseMessage FinishByLedger(VendorCall call, LedgerReply reply)
    {
        if (reply.Leave == LedgerLeave.Done)
        {
            call.Result = call.Entry!.ResultOf(reply.Entry!);
            call.Attempts ??= [];
            Conclude(call, VendorRetryPolicy.Decide(call.Result, call.Operation).FromLedger());
            var response = new HttpResponseMessage((System.Net.HttpStatusCode)CallEntry.StatusOf(reply.Entry!)) { RequestMessage = call.Message, Content = new ByteArrayContent([]) };
            call.Entry.AnswerOf(reply.Entry!)?.CopyTo(response);
            return Finish(call, response, failure: null, hasRunOut: false, CancellationToken.None);
        }

        StopReason reason = reply.Leave switch
        {
            LedgerLeave.InFlight => StopReason.InFlight,
            LedgerLeave.AwaitingProbe => StopReason.AwaitingProbe,
            LedgerLeave.Conflict => StopReason.CallIdConflict,
            LedgerLeave.Unavailable => StopReason.LedgerUnavailable,
            _ => StopReason.EffectUnknown,
        };
        ErrorCategory category = reason switch
        {
            StopReason.InFlight => ErrorCategory.ConcurrencyConflict,
            StopReason.CallIdConflict => ErrorCategory.InvalidRequest,
            _ => ErrorCategory.TransportFailure,
        };
        var evidence = new Evidence(EvidenceSource.History, EvidenceVerdict.Won, "ledger", null, $"{reply.Reason}; this one was not sent");
        call.Result = TransportResult.Create(vendor, category, Effect.Unknown, Confidence.Family, evidence);
        call.NotBefore = services.Time.GetUtcNow() + reply.Wait;
        throw Stop(call, RetryDecision.Stop(reason, reply.Wait, call.Result.Answer?.Advice).FromLedger());
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
