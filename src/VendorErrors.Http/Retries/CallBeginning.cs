using VendorErrors.Http.Accounts;
using VendorErrors.Http.Chain;
using VendorErrors.Http.Requests;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Retries;

/// <summary>Begins the calls of an engine. Safe for use by several threads.</summary>
internal sealed class CallBeginning(VendorEngine engine, RetryBudget budget, VendorServices services)
{
    private int _hasWarned;

    /// <summary>Begins a call: what it is, and what it looks like before anything is sent.</summary>
    /// <param name="request">The message; null where none is known.</param>
    /// <param name="guard">The innermost handler; null in a pipeline.</param>
    /// <param name="isAsync">Whether it may wait asynchronously.</param>
    /// <param name="sendsTheMessage">Whether each attempt sends this very message, so that it has to be the same request again.</param>
    /// <param name="around">The call of a pipeline of ours that this one is made in; null where there is none.</param>
    /// <exception cref="VendorErrorException">Another handler sends a write again that may have happened.</exception>
    public VendorCall Begin(HttpRequestMessage? request, AttemptGuard? guard, bool isAsync, bool sendsTheMessage, VendorCall? around = null)
    {
        if (engine.Options.Mode == HandlerMode.Observe)
        {
            VendorCall observed = BeginObserved(request, guard, isAsync, sendsTheMessage);
            if (observed.Settings.Id is not null && observed.Operation.Safety != OperationSafety.Read)
            {
                Log.LedgerNotAsked(services.Logger, engine.Vendor.Id, "the handler only observes");
            }

            return observed;
        }

        budget.Deposit();
        var call = new VendorCall(engine, request) { Guard = guard, IsAsync = isAsync, StartedAt = engine.Time.GetTimestamp() };
        if (request is null)
        {
            if (services.Ledger is not null && Interlocked.Exchange(ref _hasWarned, 1) == 0)
            {
                Log.LedgerNotAsked(services.Logger, engine.Vendor.Id, "the context of the pipeline names no request");
            }

            return call;
        }

        call.HasKey = HasKey(request);
        if (guard is not null && sendsTheMessage && RequestState.GetOrAdd(request).TryBegin(call) is { } earlier)
        {
            throw engine.Ending.RefuseRepeat(call, earlier);
        }

        call.Entry = CallEntry.Of(call, around, services.Ledger, services.Probe);
        if (!sendsTheMessage)
        {
            return call;
        }

        AddKey(call, request);
        if (request.Content is null && call.Operation.Safety == OperationSafety.NonIdempotentWrite)
        {
            RequestSnapshot.PreventRepeatsByTheTransport(request);
        }

        call.Snapshot = RequestSnapshot.Take(request, engine.Options.ReplayLimit);
        return call;
    }

    /// <summary>Begins a call of a single attempt, which is only classified.</summary>
    public VendorCall BeginSingle(HttpRequestMessage? request) =>
        BeginSingle(request, guard: null, isAsync: true);

    private VendorCall BeginSingle(HttpRequestMessage? request, AttemptGuard? guard, bool isAsync) =>
        new(engine, request) { Guard = guard, HasKey = request is not null && HasKey(request), IsAsync = isAsync, StartedAt = engine.Time.GetTimestamp(), AttemptStartedAt = engine.Time.GetTimestamp() };

    /// <summary>Begins a call that is handed on as it is. The guard is only to see what goes out.</summary>
    private VendorCall BeginObserved(HttpRequestMessage? request, AttemptGuard? guard, bool isAsync, bool sendsTheMessage)
    {
        VendorCall call = BeginSingle(request, guard, isAsync);
        call.BeginAttempt();
        call.HandOn();
        if (request is not null && guard is not null)
        {
            Observation.Begin(call, request);
            guard.Observe();
        }
        else if (request is not null && sendsTheMessage)
        {
            // A redirect changes the very message; what it looked like before is noted here.
            call.CountSend(request);
        }

        return call;
    }

    private bool HasKey(HttpRequestMessage request) => engine.Vendor.Definition.IdempotencyKeyHeader is { } header && request.Headers.Contains(header);

    private void AddKey(VendorCall call, HttpRequestMessage request)
    {
        if (engine.Options.AddIdempotencyKey && engine.Vendor.Definition.IdempotencyKeyHeader is { } header && call.Operation.Safety == OperationSafety.NonIdempotentWrite
            && engine.Vendor.HonorsIdempotencyKey(call.Operation.Method, call.Operation.Path))
        {
            request.Headers.TryAddWithoutValidation(header, (call.Settings.Id?.ToKey() ?? Guid.NewGuid()).ToString());
            call.HasKey = true;
        }
    }
}
