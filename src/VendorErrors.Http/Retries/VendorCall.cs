using VendorErrors.Http.Accounts;
using VendorErrors.Http.Chain;
using VendorErrors.Http.Cooldowns;
using VendorErrors.Http.Credentials;
using VendorErrors.Http.Requests;
using VendorErrors.Retries;

namespace VendorErrors.Http.Retries;

/// <summary>
/// One call with all its attempts: what it is, what was tried, what was decided. Lives as long as the call, and after it as long as the
/// request message. Used by one attempt at a time.
/// </summary>
internal sealed class VendorCall
{
    // The sign of the count of sends: no attempt is under way.
    private const int NoAttempt = int.MinValue;

    private VendorOperation? _operation;
    private int _sends = NoAttempt;
    private int _didNothing;
    private long _strangers;

    public VendorCall(VendorEngine engine, HttpRequestMessage? message)
    {
        Engine = engine;
        Message = message;
        Settings = RequestSettings.Of(message);
        Credential = engine.CredentialOf(Settings);
        Gate = engine.GateOf(Settings);
        Request = VendorRequest.From(message);
    }

    public VendorEngine Engine { get; }

    /// <summary>Whether a handler of ours makes it, and handles it; otherwise a pipeline does, or it is only observed.</summary>
    public bool IsOfHandler => Guard is not null && !IsObserved;

    /// <summary>Whether nothing may be changed by it.</summary>
    public bool IsObserved => Engine.Options.Mode == HandlerMode.Observe;

    /// <summary>The call of an outer handler of ours that this one is part of.</summary>
    public VendorCall? Outer { get; set; }

    /// <summary>The request that is sent; only a description of it in a pipeline that makes a new message for each attempt; null where none is known.</summary>
    public HttpRequestMessage? Message { get; }

    public VendorRequest Request { get; }

    /// <summary>The message as it was, where each attempt sends the very same one; null where the caller makes a new one each time.</summary>
    public RequestSnapshot? Snapshot { get; set; }

    /// <summary>Whether the request carries an idempotency key that the vendor honors.</summary>
    public bool HasKey
    {
        get;
        set
        {
            field = value;
            _operation = null;
        }
    }

    public bool IsAsync { get; init; }

    /// <summary>What the present attempt ended with instead of a response.</summary>
    public Exception? Failure { get; set; }

    /// <summary>When the call began, as a timestamp.</summary>
    public long StartedAt { get; init; }

    /// <summary>When the present attempt was handed on, as a timestamp.</summary>
    public long AttemptStartedAt { get; set; }

    public int Retries { get; set; }

    public bool Refreshed { get; set; }

    /// <summary>Whether something was sent before the last send whose effect nobody knows: by an earlier attempt, or by a handler inside that sends again.</summary>
    public bool EffectWasUnknown { get; set; }

    /// <summary>The present attempt's place at the gate, to be given back once.</summary>
    public CooldownTicket Ticket { get; set; }

    /// <summary>What the caller said about this very request.</summary>
    public RequestSettings Settings { get; }

    /// <summary>The time for all of it; null for any.</summary>
    public TimeSpan? TotalTimeout => Settings.TotalTimeout is { } own ? own == Timeout.InfiniteTimeSpan ? null : own : Engine.Options.TotalTimeout;

    /// <summary>That time, from its beginning.</summary>
    public Deadline Deadline => new(Engine.Time, StartedAt, TotalTimeout);

    /// <summary>The gate of the account that it is of.</summary>
    public CooldownGate Gate { get; }

    /// <summary>The credential that it is sent with.</summary>
    public CredentialRefresh Credential { get; }

    /// <summary>The version of the credential that the present attempt was sent with.</summary>
    public long CredentialVersion { get; set; }

    /// <summary>What the last attempt came to.</summary>
    public VendorResult Result { get; set; }

    /// <summary>What was decided about it.</summary>
    public RetryDecision Decision { get; set; }

    /// <summary>When that was decided, as a timestamp.</summary>
    public long DecidedAt { get; set; }

    /// <summary>The vendor's wait as a time of day; null where there is none.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>What came of the attempts before, and of the last one; null for a plain success at once.</summary>
    public List<VendorAttempt>? Attempts { get; set; }

    /// <summary>Whether an attempt happened only by the caller's own word on the request's safety.</summary>
    public bool UsedOverride { get; set; }

    /// <summary>Why the present attempt is a retry; null for a first one.</summary>
    public ErrorCategory? RetryCause { get; set; }

    /// <summary>The innermost handler, which sees what reaches the transport; null in a pipeline.</summary>
    public AttemptGuard? Guard { get; init; }

    /// <summary>Its entry in the ledger; null where it is not entered.</summary>
    public CallEntry? Entry { get; set; }

    /// <summary>The entry of the call further outside that this one is part of; null where there is none.</summary>
    public CallEntry? OuterEntry { get; set; }

    /// <summary>The HTTP status of the last answer; 0 before the first.</summary>
    public int HttpStatus { get; set; }

    /// <summary>Whether any attempt that is over may have reached the transport.</summary>
    public bool WasEverSent { get; private set; }

    /// <summary>Whether the present attempt was handed on at all, past the gate and the credential.</summary>
    public bool WasHandedOn { get; private set; }

    /// <summary>Whether the application is putting its credential on the request: what is thrown now is its own.</summary>
    public bool IsAuthorizing { get; set; }

    /// <summary>Whether somebody who was given up may still change the message; then it cannot be sent again.</summary>
    public bool IsMessageInUse { get; set; }

    /// <summary>How often the present attempt reached the transport, as the guard counts it.</summary>
    public int Sends => Volatile.Read(ref _sends) & ~NoAttempt;

    /// <summary>The call of a handler of ours further inside that the present attempt came to last; null where there is none.</summary>
    public VendorCall? LastInside { get; set; }

    /// <summary>Whether the present attempt's last send surely did nothing: then it may go out once more.</summary>
    public bool DidNothing => Volatile.Read(ref _didNothing) != 0;

    /// <summary>The HTTP status that the transport gave the present attempt's last send; 0 where it gave none.</summary>
    public int SeenStatus { get; private set; }

    /// <summary>The message that the last response names as its own, which a redirect changes; null where there is no response.</summary>
    public HttpRequestMessage? Answered { get; set; }

    /// <summary>The message that was sent last, which a handler inside may have copied; null where nobody saw it. A redirect changes it.</summary>
    public HttpRequestMessage? SentMessage { get; set; }

    /// <summary>The method that was sent last, before the transport followed any redirect; null where nobody saw it.</summary>
    public HttpMethod? SentMethod { get; set; }

    /// <summary>The address that was sent to last, before the transport followed any redirect.</summary>
    public Uri? SentAddress { get; set; }

    /// <summary>The plain success that the call came to, if any.</summary>
    public HttpResponseMessage? Response { get; set; }

    public bool IsFinished { get; set; }

    /// <summary>What the request is, found only where somebody asks.</summary>
    public VendorOperation Operation => _operation ??= FindOperation();

    /// <summary>Whether the answer is a plain success: nothing to decide about, and nothing to report.</summary>
    public bool IsPlainSuccess => Result is { Outcome: VendorOutcome.Success, Answer: null };

    /// <summary>Whether it is over, and surely did nothing at the vendor.</summary>
    public bool IsKnownNotToHaveHappened => IsFinished && Result is { IsFailure: true, Effect: Effect.None } && Decision.StopReason != StopReason.EffectUnknown;

    /// <summary>
    /// Whether the present attempt surely never reached the transport: the gate, a handler inside or the caller ended it before. A handler
    /// inside that sends a message of its own making, without the options of ours, is one of whose sends nobody knows.
    /// </summary>
    public bool WasNeverSent => !WasHandedOn || (Guard is { } guard && Sends == 0 && guard.Strangers == _strangers);

    public void BeginAttempt()
    {
        WasHandedOn = false;
        IsAuthorizing = false;
        Volatile.Write(ref _sends, NoAttempt);
        _strangers = Guard?.Strangers ?? 0;
        Volatile.Write(ref _didNothing, 0);
        SeenStatus = 0;
        LastInside = null;
        SentMessage = null;
        SentMethod = null;
        SentAddress = null;
        Answered = null;
        Failure = null;
    }

    /// <summary>Hands the attempt on to the handlers inside: from now on it may reach the transport.</summary>
    public void HandOn()
    {
        WasHandedOn = true;
        Volatile.Write(ref _sends, 0);
    }

    /// <summary>The time of the present attempt.</summary>
    public AttemptTimer Timer { get; private set; }

    public void StartTimer(CancellationToken callersToken) => Timer = AttemptTimer.Start(Engine.Time, Engine.TimeForAttempt(this), callersToken);

    /// <summary>Once for each start: its source is used again, by whoever comes next.</summary>
    public void StopTimer()
    {
        Timer.Dispose();
        Timer = default;
    }

    /// <summary>The attempt is over: what a handler inside let go of, and sends only now, is a repeat.</summary>
    public void EndAttempt()
    {
        StopTimer();
        WasEverSent |= !WasNeverSent;
        int sends;
        do
        {
            sends = Volatile.Read(ref _sends);
        }
        while (Interlocked.CompareExchange(ref _sends, sends | NoAttempt, sends) != sends);
    }

    /// <summary>Notes that the attempt reaches the transport, and how it looks there.</summary>
    /// <returns>Whether the attempt is under way, and it is the first time, or the time before surely did nothing.</returns>
    public bool Send(HttpRequestMessage request)
    {
        int sends = CountSend(request);
        if (sends < 0)
        {
            // Where it is let out all the same, being no plain write, the attempt that it was of is over and judged.
            return false;
        }

        // Of two at once only one is let out after a send that did nothing.
        bool may = Interlocked.Exchange(ref _didNothing, 0) != 0 || sends == 1;
        EffectWasUnknown |= !may;
        return may;
    }

    /// <summary>Notes that the attempt reaches the transport, by way of another handler of ours.</summary>
    /// <returns>How often it did; below zero where no attempt is under way.</returns>
    public int CountSend(HttpRequestMessage request)
    {
        int sends;
        do
        {
            sends = Volatile.Read(ref _sends);
            if (sends < 0)
            {
                return NoAttempt;
            }
        }
        while (Interlocked.CompareExchange(ref _sends, sends + 1, sends) != sends);

        SentMessage = request;
        SentMethod = request.Method;
        SentAddress = request.RequestUri;
        SeenStatus = 0;
        return sends + 1;
    }

    /// <summary>Notes what the last send came to, for this call and those around it.</summary>
    /// <param name="status">The status of the answer; 0 for none.</param>
    /// <param name="didNothing">Whether it surely did nothing.</param>
    public void See(int status, bool didNothing)
    {
        for (VendorCall? call = this; call is not null; call = call.Outer)
        {
            call.SeenStatus = status;
            Volatile.Write(ref call._didNothing, didNothing ? 1 : 0);
        }
    }

    /// <summary>
    /// Whether the present attempt did not end with what the transport saw, because a handler inside made something else of it: another answer,
    /// or an exception of its own after one. What that says of the effect is then worth nothing. Of messages of a handler's own making nobody knows
    /// which call they are of; only where nobody may be called twice, one is enough to leave the effect open.
    /// </summary>
    /// <param name="status">The status that it ended with; 0 for an exception without one.</param>
    public bool IsContradicted(int status) =>
        Guard is { } guard && Operation.Safety != OperationSafety.Read && !DidNothing && (Sends == 0 ? Entry is not null && guard.Strangers != _strangers : status == 0 || SeenStatus != status);

    /// <summary>What it came to; a plain success at once is one that nobody decided about.</summary>
    public CallOutcome ToOutcome() => this is { IsPlainSuccess: true, Attempts: null } ? CallOutcome.OfPlainSuccess(Result) : new CallOutcome(Result, Decision, NotBefore, Attempts);

    private VendorOperation FindOperation() => VendorHttpRequestExtensions.OperationOf(Engine.Vendor, Message, Request, HasKey);
}
