using Microsoft.Extensions.Logging;
using VendorErrors.Http.Accounts;
using VendorErrors.Http.Chain;
using VendorErrors.Http.Cooldowns;
using VendorErrors.Http.Credentials;
using VendorErrors.Http.Options;
using VendorErrors.Http.Reading;
using VendorErrors.Http.Requests;
using VendorErrors.Http.Telemetry;
using VendorErrors.Retries;

namespace VendorErrors.Http.Retries;

/// <summary>
/// What the loop asks: what an attempt came to, and whether to send again.
/// Made of one set of options; the state that outlives them is <see cref="VendorClientState"/>. Safe for use by several threads.
/// </summary>
internal sealed class VendorEngine
{
    private readonly VendorErrorOptions _options;
    private readonly VendorClientState _state;
    private readonly CredentialRefresh _credential;
    private readonly VendorServices _services;
    private readonly RetryLimits _limits;
    private readonly ResponseReader _reader;
    private readonly CooldownGate _cooldown;

    public VendorEngine(Vendor vendor, VendorErrorOptions options, VendorServices services)
    {
        services = services.For(options);
        VendorClientState state = services.States.Of(vendor, options);
        Vendor = CodeOverlays.Apply(vendor, options.Codes);
        _options = options;
        _state = state;
        _services = services;
        _credential = new CredentialRefresh(Vendor, services.Refresher, services, options.RefreshTimeout);
        _limits = options.ToLimits();
        _reader = new ResponseReader(Vendor, options.PeekLimit, options.ErrorBodyLimit, services.Time, endsStalledReads: options.Mode != HandlerMode.Observe);
        _cooldown = new CooldownGate(Vendor, options, options.Account, state, services.Time, services.Logger);
        Beginning = new CallBeginning(this, state.Budget, services);
        Ending = new CallEnding(Vendor, options, services);
    }

    public Vendor Vendor { get; }

    public VendorErrorOptions Options => _options;

    public TimeProvider Time => _services.Time;

    public ILogger Logger => _services.Logger;

    /// <summary>Whether calls with an id are entered in a ledger.</summary>
    public bool HasLedger => _services.Ledger is not null;

    /// <summary>What a call is before anything is sent.</summary>
    public CallBeginning Beginning { get; }

    /// <summary>What becomes of a call that is over.</summary>
    public CallEnding Ending { get; }

    /// <summary>The credential of a request: its own, or the client's.</summary>
    public CredentialRefresh CredentialOf(RequestSettings settings) =>
        settings.Credential is { } own ? new CredentialRefresh(Vendor, own, _services, _options.RefreshTimeout) : _credential;

    /// <summary>The gate of a request: of its own account, or of the client's.</summary>
    public CooldownGate GateOf(RequestSettings settings) => settings.Account is { } account && account != _options.Account
        ? new CooldownGate(Vendor, _options, account, _services.States.Of(Vendor, _options, account), _services.Time, _services.Logger)
        : _cooldown;

    /// <summary>What a single attempt came to, and what the policy says about it; nothing is reported, charged or waited for.</summary>
    public CallOutcome Judge(VendorCall call) => Judge(call, new RetryState { WasRedirected = Redirect.WasFollowed(call) });

    /// <summary>The same with all that is known of a call that is only observed: what would have been decided after a first attempt.</summary>
    public CallOutcome JudgeObserved(VendorCall call, CancellationToken cancellationToken) =>
        Judge(call, StateOf(call, cooldownLeft: null, cancellationToken) with { RefreshFailed = !call.Credential.CanRefresh });

    private CallOutcome Judge(VendorCall call, in RetryState state)
    {
        VendorResult result = VendorRetryPolicy.Reconsider(call.Result, call.Operation, state);
        RetryDecision decision = VendorRetryPolicy.Decide(result, call.Operation, state, LimitsOf(call));
        DateTimeOffset? notBefore = decision.Action != RetryAction.Return && decision.Wait is { } wait ? Time.GetUtcNow() + wait : null;
        return new CallOutcome(result, decision, notBefore, [new VendorAttempt(result, decision)]);
    }

    /// <summary>The time that is left of the attempt, up to the verdict on its answer; null for any.</summary>
    public TimeSpan? TimeForAttempt(VendorCall call)
    {
        if (call.IsObserved)
        {
            return null;
        }

        TimeSpan? left = Shorter(_options.AttemptTimeout - Time.GetElapsedTime(call.AttemptStartedAt), call.Deadline.Left);
        return Shorter(left, call.Entry?.TimeLeft);

        static TimeSpan? Shorter(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other : one;
    }

    /// <summary>Classifies a response, once. A plain success that has come with its headers costs no state machine.</summary>
    public ValueTask<VendorResult> ReadAsync(VendorCall call, HttpResponseMessage response, CancellationToken callersToken, CancellationToken attemptToken)
    {
        if (call.IsOfHandler)
        {
            response.RequestMessage ??= call.Message;
        }

        call.Answered = response.RequestMessage;
        call.HttpStatus = (int)response.StatusCode;
        ValueTask<VendorResult> reading = _reader.ReadAsync(response, call.Request, call.IsAsync, TimeForAttempt(call), callersToken, attemptToken);
        return reading.IsCompletedSuccessfully ? reading : FinishReadingAsync(call, reading, response);
    }

    /// <summary>After a first attempt that was a plain success: there is nothing to decide.</summary>
    public static void Accept(VendorCall call, HttpResponseMessage response)
    {
        AttemptTurn.Leave(call, call.Result);
        bool isOnTheRequest = call.IsOfHandler && ReferenceEquals(response.RequestMessage, call.Message);
        if (!isOnTheRequest)
        {
            CallOutcome.Attach(response, CallOutcome.OfPlainSuccess(call.Result));
        }

        RequestState.Of(call.Message)?.Finish(call, isOnTheRequest ? response : null);
    }

    /// <summary>What an attempt means that ended with an exception.</summary>
    /// <returns>Whether it is a failure of the transport, and not a fault of the program, its own failure to get a credential, or a refusal of ours.</returns>
    public static bool Classify(VendorCall call, Exception failure, bool hasRunOut, CancellationToken callersToken)
    {
        call.Failure = failure;
        bool isOfTheApplication = call.IsAuthorizing && !(failure is OperationCanceledException && (hasRunOut || callersToken.IsCancellationRequested));
        if (isOfTheApplication || failure is VendorErrorException || TransportFailure.Classify(call, failure, hasRunOut, callersToken) is not { } result)
        {
            return false;
        }

        call.Result = result;
        return true;
    }

    /// <summary>After each attempt: whether to send again. All that is done later only reads the decision.</summary>
    public async ValueTask<bool> DecideAsync(VendorCall call, CancellationToken cancellationToken)
    {
        Report(call);
        call.EffectWasUnknown |= call.LastInside is { EffectWasUnknown: true } || (call.Failure is null && call.IsContradicted(call.HttpStatus));
        TimeSpan? cooldownLeft = call.Result.IsFailure ? call.Gate.Left : null;
        RetryState state = StateOf(call, cooldownLeft, cancellationToken);
        call.DecidedAt = Time.GetTimestamp();
        RetryLimits limits = LimitsOf(call);
        VendorResult result = VendorRetryPolicy.Reconsider(call.Result, call.Operation, state);
        RetryDecision decision = VendorRetryPolicy.Decide(result, call.Operation, state, limits);
        call.Result = result;
        call.NotBefore = VendorRetryPolicy.AskedWait(result.Retry, state, limits) is { } asked ? Time.GetUtcNow() + asked : null;
        if (decision.Action == RetryAction.RefreshThenRetry)
        {
            call.Refreshed = true;
            if (!await call.Credential.RunAsync(call, call.Deadline, cancellationToken).ConfigureAwait(false))
            {
                decision = VendorRetryPolicy.Decide(result, call.Operation, state with { RefreshFailed = true }, limits);
            }
        }
        else if (decision.Action == RetryAction.Retry && IsCharged(result) && !_state.Budget.TryWithdraw())
        {
            decision = VendorRetryPolicy.Decide(result, call.Operation, state with { BudgetExhausted = true }, limits);
        }

        if (decision.StopReason == StopReason.EffectUnknown && call.Entry?.ProbeAfter is { } quiet)
        {
            decision = RetryDecision.Stop(StopReason.AwaitingProbe, quiet, ofError: null);
        }
        call.UsedOverride |= decision.UsedOverride;
        Ending.Conclude(call, call.UsedOverride ? decision.RecordOverride() : decision);
        (call.Attempts ??= []).Add(new VendorAttempt(call.Result, call.Decision));
        bool again = decision.Action is RetryAction.Retry or RetryAction.RefreshThenRetry;
        if (again)
        {
            Advance(call);
        }

        return again;
    }

    /// <summary>Empties the response that a retry drops, so that its connection can be used again, and lets go of it. Whatever it throws, the retry goes on.</summary>
    public static async ValueTask DropAsync(VendorCall call, HttpResponseMessage? dropped, CancellationToken cancellationToken)
    {
        if (dropped is null)
        {
            return;
        }

        // The answer to a HEAD has no body that could be emptied.
        if (dropped.Content is { } content && !call.Request.IsHead)
        {
            await Drain.ToEndAsync(content, call.IsAsync, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            dropped.Dispose();
        }
#pragma warning disable CA1031 // It is of no use to anybody.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private static async ValueTask<VendorResult> FinishReadingAsync(VendorCall call, ValueTask<VendorResult> reading, HttpResponseMessage response)
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch
        {
            // A caller that goes away in the middle of the body must not make the others forget what the head said.
            if (!call.IsObserved)
            {
                call.Gate.StartByHead(response);
            }

            throw;
        }
    }

    /// <summary>Puts the present credential on the request. Completes at once where the application's own part does.</summary>
    public ValueTask AuthorizeAsync(VendorCall call, CancellationToken attemptToken)
    {
        call.IsAuthorizing = true;

        // Before the credential is put on the request: one that is replaced meanwhile counts as the older one, and costs no second refresh.
        call.CredentialVersion = call.Credential.Version;
        return call is { IsOfHandler: true, Message: { } request } ? Authorization.RunAsync(_options, call.Credential, call, request, attemptToken) : default;
    }

    private void Advance(VendorCall call)
    {
        VendorError error = call.Result.Error!;
        call.RetryCause = error.Category;
        call.EffectWasUnknown |= call.Result.Effect == Effect.Unknown;
        if (call.Decision.Action == RetryAction.RefreshThenRetry)
        {
            // A refresh has its own bound and is no retry of the policy's.
            Log.RetryingAfterRefresh(_services.Logger, error, call.Request.Method, CallEnding.AddressOf(call));
            return;
        }

        call.Retries++;
        Log.Retrying(_services.Logger, error, call.Retries, call.Decision.Wait ?? TimeSpan.Zero, call.Request.Method, CallEnding.AddressOf(call));
    }

    /// <summary>Reports what an attempt came to: to the meter, and to the gate of the account.</summary>
    private void Report(VendorCall call)
    {
        if (call.RetryCause is { } cause)
        {
            VendorMeter.Retry(Vendor, cause, helped: !call.Result.IsFailure);
            call.RetryCause = null;
        }

        if (call.Result.Error is { } error)
        {
            VendorMeter.Error(error);
            call.Gate.Start(error);
        }

        AttemptTurn.Leave(call, call.Result);
    }

    private RetryState StateOf(VendorCall call, TimeSpan? cooldownLeft, CancellationToken cancellationToken) => new()
    {
        Retries = call.Retries,
        Refreshed = call.Refreshed,
        EffectWasUnknown = call.EffectWasUnknown,
        WasRedirected = Redirect.WasFollowed(call),
        ContentIsConsumed = call.IsMessageInUse || !IsContentReplayable(call),
        BudgetExhausted = IsCharged(call.Result) && _state.Budget.IsExhausted,
        TimeLeft = call.Deadline.Left,
        CooldownLeft = cooldownLeft,
        IsCoolingDown = _options.Cooldown == CooldownMode.FailFast && cooldownLeft is not null,
        Cancelled = cancellationToken.IsCancellationRequested,
        Jitter = _services.Random(),
    };

    /// <summary>A pipeline's caller makes each message; a stream in one that is only described is taken for the one stream that there is.</summary>
    private static bool IsContentReplayable(VendorCall call) => call.Snapshot is { } snapshot
        ? snapshot.IsContentReplayable
        : call.Message?.Content is not { } content || RequestSnapshot.CanReadTwice(content)
            || (call.IsObserved && content.Headers.ContentLength <= call.Engine.Options.ReplayLimit);

    /// <summary>The budget is for vendors that fail. One that asks to wait is well; that wait, and the gate, hold back the load.</summary>
    private static bool IsCharged(in VendorResult result) => result.Error is { } error && !CooldownGate.IsAskedToWait(error);

    private RetryLimits LimitsOf(VendorCall call) => call.Settings.MaxRetryAttempts is { } most ? _limits with { MaxRetryAttempts = most } : _limits;
}
