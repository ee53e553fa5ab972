using VendorErrors.Classification;
using VendorErrors.Http.Ledger;
using VendorErrors.Http.Requests;
using VendorErrors.Http.Telemetry;
using VendorErrors.Retries;

namespace VendorErrors.Http.Retries;

/// <summary>
/// The entry of one call in the ledger: claimed right before its first byte leaves, completed when the call is over. Used by one attempt at a time.
/// </summary>
internal sealed class CallEntry
{
    private const string Key = "VendorErrors.Entry";

    /// <summary>For how long after the creation of a message a vendor is trusted to remember its idempotency key: 24 hours. Where vendors say how long, it is a day at the least.</summary>
    private static readonly TimeSpan s_keyLifetime = TimeSpan.FromHours(24);

    private readonly CallLedger _ledger;
    private readonly VendorCall _call;
    private readonly CallIdentity _id;
    private readonly IEffectProbe? _probe;
    private readonly string _owner = Guid.NewGuid().ToString("N");
    private LedgerRequest? _request;
    private LedgerClaim? _claim;
    private StoredAnswer? _answer;

    // Whether a claim may have been written whose reply never came.
    private bool _isAsking;
    private bool _isWithoutLedger;
    private bool _isOver;

    private CallEntry(CallLedger ledger, VendorCall call, CallIdentity id, IEffectProbe? probe) => (_ledger, _call, _id, _probe) = (ledger, call, id, probe);

    /// <summary>The entry of a call; null for reads, and where the request has no id.</summary>
    /// <param name="call">The call.</param>
    /// <param name="around">The call of a pipeline of ours that this one is made in; null where there is none.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="probe">Who asks the vendor.</param>
    /// <exception cref="InvalidOperationException">The request has an id, and nobody keeps a ledger, or a handler inside could send it again unseen.</exception>
    public static CallEntry? Of(VendorCall call, VendorCall? around, CallLedger? ledger, IEffectProbe? probe)
    {
        if (call.Settings.Id is not { } id || call.Operation.Safety == OperationSafety.Read)
        {
            return null;
        }

        if (RequestOptions.Get<CallEntry>(call.Message!, Key) is { _isOver: false } outer && outer.IsAround(call, around))
        {
            // A handler or a pipeline of ours further outside claims it.
            call.OuterEntry = outer;
            return null;
        }

        if (call.Guard is { IsNextToTransport: false })
        {
            throw new InvalidOperationException("The request has a call id, but another client has used this chain of handlers before, so that what its innermost handlers send again cannot be seen. Give each client handlers of its own.");
        }

        if (ledger is null)
        {
            throw new InvalidOperationException("The request has a call id, but there is no call ledger: register one with AddCallLedger and a store, or give the handler, or AddVendorRetry, a CallLedger.");
        }

        var entry = new CallEntry(ledger, call, id, probe);
        RequestOptions.Set(call.Message!, Key, entry);
        return entry;
    }

    /// <summary>What is left of the right to send; null before the claim, and where the call is sent without a ledger.</summary>
    public TimeSpan? TimeLeft => _claim is { } claim && !_isWithoutLedger ? _ledger.Claims.LeftOf(claim) : null;

    /// <summary>Whether the call may be handed on: it holds a claim that is not over. The last look before the handlers inside.</summary>
    public bool MaySend => TimeLeft is null || TimeLeft > TimeSpan.Zero;

    /// <summary>How long after an attempt of unknown effect the vendor is asked; null where nobody asks it.</summary>
    public TimeSpan? ProbeAfter => _probe is not null && _claim is not null && _ledger.Options.MaxProbes > 0 ? _ledger.Options.QuietTime : null;

    /// <summary>Claims the call, or renews a claim that the next attempt might outlive.</summary>
    /// <returns>Null where it may be sent; else what the ledger says instead.</returns>
    public async ValueTask<LedgerReply?> ClaimAsync(CancellationToken cancellationToken)
    {
        if (TimeLeft >= (_call.Engine.Options.AttemptTimeout is { } attempt && attempt < _ledger.Options.Lease ? attempt : _ledger.Options.Lease))
        {
            return null;
        }

        LedgerReply reply;
        bool hadClaim = _claim is not null;
        try
        {
            _request ??= await DescribeAsync(cancellationToken).ConfigureAwait(false);
            _isAsking = true;
            reply = await _ledger.Claims.ClaimAsync(_request, _owner, _claim, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerSecretException e)
        {
            reply = new LedgerReply(LedgerLeave.Unavailable) { Reason = e.Message };
        }

        VendorMeter.Ledger(_call.Engine.Vendor, SnakeCase.Of(reply.Leave));
        bool isUnavailable = reply.Leave == LedgerLeave.Unavailable;
        _isAsking &= isUnavailable;
        _isWithoutLedger = isUnavailable && _ledger.Options.SendWithoutLedger;

        // A claim that could not be renewed is still good for writing down what became of the attempts before.
        _claim = isUnavailable ? _claim : reply.Claim;
        _call.EffectWasUnknown |= reply.Claim is { TookOver: true };
        if (hadClaim && !isUnavailable && reply.Leave != LedgerLeave.Granted)
        {
            VendorMeter.LeaseLost(_call.Engine.Vendor.Id, "taken");
        }

        return reply.Leave == LedgerLeave.Granted || _isWithoutLedger ? null : reply;
    }

    /// <summary>Writes down what became of the call. Never throws, and takes no longer than the store may.</summary>
    public async ValueTask CompleteAsync()
    {
        _isOver = true;
        if (_claim is null)
        {
            // It was canceled while it asked: what the store made of that is not known, and nothing was sent.
            if (_isAsking && !_call.WasEverSent && _request is { } request)
            {
                await _ledger.Claims.ReleaseAsync(request, _owner).ConfigureAwait(false);
            }

            return;
        }

        // Lost while it was under way: it was canceled there, or came too late.
        bool isLate = TimeLeft <= TimeSpan.Zero;
        LedgerState state = StateOf(_call);
        if (await _ledger.Claims.CompleteAsync(_claim, state, DataOf(state)).ConfigureAwait(false) && isLate)
        {
            VendorMeter.LeaseLost(_call.Engine.Vendor.Id, "ran_out");
        }
    }

    /// <summary>Looks at the answer of an attempt, whose verdict is known, for what is to be kept of it. Reads nothing more of it.</summary>
    public void Look(HttpResponseMessage response) =>
        _answer = _claim is not null && _ledger.Answers is { } answers && StateOf(_call) == LedgerState.Done ? answers.Take(response) : null;

    /// <summary>The stored answer of a call that is done; null where none is kept, or none can be read.</summary>
    public StoredAnswer? AnswerOf(LedgerEntry entry) => _ledger.Answers?.Of(entry);

    /// <summary>What the ledger knows of a call that is done, as a result.</summary>
    public VendorResult ResultOf(LedgerEntry entry)
    {
        LedgerData data = LedgerData.Read(entry.Data);
        var history = new Evidence(EvidenceSource.History, EvidenceVerdict.Won, "ledger", null, "an earlier delivery of this call did it; this one was not sent");
        Vendor vendor = _call.Engine.Vendor;
#if NET
        if (data.Verdict is { } verdict)
        {
            return VendorResult.FromJson(verdict.GetRawText(), new VendorJsonOptions { Vendors = [vendor] });
        }
#endif

        // Also where the verdict itself cannot be read again (decision 17): that some of it was not done is not lost.
        VendorOutcome outcome = data.Outcome == SnakeCase.Of(VendorOutcome.PartialSuccess) ? VendorOutcome.PartialSuccess : VendorOutcome.Success;
        return ProbeResult.Happened(vendor, outcome, data.VendorId, data.By switch
        {
            "probe" => new Evidence(EvidenceSource.Probe, EvidenceVerdict.Won, "probe", data.VendorId, "the vendor was asked whether it happened, and it did"),
            "person" => new Evidence(EvidenceSource.History, EvidenceVerdict.Won, "person", data.Reason, "a person said that it happened"),
            _ => history,
        });
    }

    /// <summary>The HTTP status of the answer that did it; 200 where it is not known.</summary>
    public static int StatusOf(LedgerEntry entry) => LedgerData.Read(entry.Data).HttpStatus is var status and not 0 ? status : 200;

    /// <summary>What is known of a call when it is over. What nobody settled is unknown.</summary>
    internal static LedgerState StateOf(VendorCall call)
    {
        switch (call.Result)
        {
            // Also where a handler inside got it in another way than by our transport.
            case { IsSuccess: true } or { Outcome: VendorOutcome.PartialSuccess } or { Effect: Effect.Applied or Effect.Partial }:
                return LedgerState.Done;

            // Attempts before the present one were followed by it, because they surely did nothing, or because doing it twice does nothing.
            case var _ when call is { WasNeverSent: true, Answered: null }:
            case { IsFailure: true, Effect: Effect.None }:
                return call.EffectWasUnknown ? LedgerState.Unknown : LedgerState.Refused;
            default:
                return LedgerState.Unknown;
        }
    }

    /// <summary>Whether a call is made inside the one of this entry; otherwise it is another execution of the same request, such as a hedge.</summary>
    private bool IsAround(VendorCall call, VendorCall? around)
    {
        if (_call.Guard is null)
        {
            return call.Guard is not null || ReferenceEquals(around, _call);
        }

        for (VendorCall? outer = call.Guard is null ? RequestState.Of(call.Message)?.Current : call.Outer; outer is not null; outer = outer.Outer)
        {
            if (ReferenceEquals(outer, _call))
            {
                return true;
            }
        }

        return false;
    }

    private LedgerData DataOf(LedgerState state)
    {
        LedgerData data = _request!.Data with
        {
            HttpStatus = _call.HttpStatus,
            Answer = state == LedgerState.Done && _answer is { } answer ? _ledger.Answers!.Protect(answer, _request.Key) : null,
        };
        if (_call.Result.Outcome == VendorOutcome.Undetermined || (state != LedgerState.Done && !_call.Result.IsFailure))
        {
            return data;
        }

        data = data with { Outcome = SnakeCase.Of(_call.Result.Outcome) };
#if NET
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(_call.Result.ToJson());
            data = data with { Verdict = document.RootElement.Clone() };
        }
#pragma warning disable CA1031 // Nothing that is written down may hide the vendor's answer; the outcome alone is enough to go on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.LedgerCompletionFailed(_call.Engine.Logger, e.GetType().Name, data.Vendor, data.Id ?? string.Empty);
        }
#endif
        return data;
    }

    private async ValueTask<LedgerRequest> DescribeAsync(CancellationToken cancellationToken)
    {
        string key;
        byte[] secret;
        try
        {
            key = await _ledger.KeyOfAsync(_id.Id, cancellationToken).ConfigureAwait(false);
            secret = await _ledger.SecretAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the store throws, without the secret the entry cannot be found.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw new LedgerSecretException(_ledger.Outage.Begin(e), e);
        }

        VendorEngine engine = _call.Engine;
        HttpRequestMessage message = _call.Message!;
        HttpMethod method = _call.Snapshot?.Method ?? message.Method;
        Uri? address = CallEnding.AddressOf(_call);
        string account = _call.Settings.Account ?? engine.Options.Account;
        string fingerprint = _id.Fingerprint is { } own
            ? CallFingerprint.Of(secret, own)
            : await CallFingerprint.ComputeAsync(
                secret, [engine.Vendor.Id, account, method.Method, address?.OriginalString], _call.Snapshot is { } snapshot ? snapshot.Content : message.Content, RequestSnapshot.CanReadTwice).ConfigureAwait(false);
        var data = new LedgerData
        {
            Id = Redactor.Text(_id.Id),
            Vendor = engine.Vendor.Id,
            Account = account.Length == 0 ? null : account,
            Operation = $"{method.Method} {Redactor.Path(address, engine.Vendor)}",
            CreatedAt = _id.CreatedAt,
        };
        return new LedgerRequest(key, fingerprint, _id.CreatedAt, IsRepeatable(engine.Time.GetUtcNow()), data, _probe is null ? null : AskAsync);
    }

    /// <summary>
    /// Whether an earlier delivery of unknown effect may be followed by this one. A key helps only where the earlier one had the same, and as long as the
    /// vendor remembers it.
    /// </summary>
    private bool IsRepeatable(DateTimeOffset now) => _call.Operation.Safety switch
    {
        OperationSafety.Idempotent => true,
        OperationSafety.IdempotencyKeyed => now - _id.CreatedAt < s_keyLifetime && HasOwnKey(),
        _ => false,
    };

    private bool HasOwnKey()
    {
        string? header = _call.Settings.KeyHeader ?? _call.Engine.Vendor.Definition.IdempotencyKeyHeader;
        return header is not null && _call.Message!.Headers.TryGetValues(header, out IEnumerable<string>? values) && values.SequenceEqual([_id.ToKey().ToString()], StringComparer.Ordinal);
    }

    private ValueTask<EffectProbeAnswer> AskAsync(DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        // The look-up goes through the gate of the same account. It must not wait for the place that this call holds there, nor may this call be sent on a place
        // that it got before what the look-up is told.
        AttemptTurn.Leave(_call, default);
        return _probe!.ProbeAsync(new EffectProbeCall(_call.Engine.Vendor, _id.Id, _call.Message!, sentAt), cancellationToken);
    }

    private sealed class LedgerSecretException(string message, Exception inner) : Exception(message, inner);
}
