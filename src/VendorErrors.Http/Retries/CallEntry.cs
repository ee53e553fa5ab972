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

    private readonly CallLedger _ledger;
    private readonly VendorCall _call;
    private readonly CallIdentity _id;
    private readonly IEffectProbe? _probe;
    private readonly string _owner = Guid.NewGuid().ToString("N");
    private LedgerRequest? _request;
    private LedgerClaim? _claim;

    // Whether a claim may have been written whose reply never came.
    private bool _isAsking;
    private bool _isOver;

    private CallEntry(CallLedger ledger, VendorCall call, CallIdentity id, IEffectProbe? probe) => (_ledger, _call, _id, _probe) = (ledger, call, id, probe);

    /// <summary>The entry of a call; null for reads, and where the request has no id.</summary>
    /// <exception cref="InvalidOperationException">The request has an id, and nobody keeps a ledger.</exception>
    public static CallEntry? Of(VendorCall call, CallLedger? ledger, IEffectProbe? probe)
    {
        if (call.Settings.Id is not { } id || call.Operation.Safety == OperationSafety.Read)
        {
            return null;
        }

        if (RequestOptions.Get<CallEntry>(call.Message!, Key) is { _isOver: false })
        {
            // A handler or a pipeline of ours further outside has claimed it.
            return null;
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
    public TimeSpan? TimeLeft => _claim is { } claim ? _call.Engine.Time.GetElapsedTime(_call.Engine.Time.GetTimestamp(), claim.Deadline) : null;

    /// <summary>Whether the call may be handed on: it holds a claim that is not over. The last look before the handlers inside.</summary>
    public bool MaySend => _claim is null || TimeLeft > TimeSpan.Zero;

    /// <summary>How long after an attempt of unknown effect the vendor is asked; null where nobody asks it.</summary>
    public TimeSpan? ProbeAfter => _probe is not null && _claim is not null && _ledger.Options.MaxProbes > 0 ? _ledger.Options.QuietTime : null;

    /// <summary>Claims the call, or renews a claim that the next attempt might outlive.</summary>
    /// <returns>Null where it may be sent; else what the ledger says instead.</returns>
    public async ValueTask<LedgerReply?> ClaimAsync(CancellationToken cancellationToken)
    {
        if (_claim is not null && TimeLeft > TimeSpan.FromTicks(_ledger.Options.Lease.Ticks / 2))
        {
            return null;
        }

        LedgerReply reply;
        try
        {
            _request ??= await DescribeAsync(cancellationToken).ConfigureAwait(false);
            _isAsking = true;
            reply = await _ledger.ClaimAsync(_request, _owner, _claim, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerSecretException e)
        {
            reply = new LedgerReply(LedgerLeave.Unavailable) { Reason = e.Message };
        }

        VendorMeter.Ledger(_call.Engine.Vendor, SnakeCase.Of(reply.Leave));
        _isAsking &= reply.Leave == LedgerLeave.Unavailable;
        _claim = reply.Claim;
        return reply.Leave == LedgerLeave.Granted || (reply.Leave == LedgerLeave.Unavailable && _ledger.Options.SendWithoutLedger) ? null : reply;
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
                await _ledger.ReleaseAsync(request, _owner).ConfigureAwait(false);
            }

            return;
        }

        LedgerState state = StateOf(_call);
        await _ledger.CompleteAsync(_claim, state, DataOf(state)).ConfigureAwait(false);
    }

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
        if (call.WasNeverSent)
        {
            // Attempts before the present one were followed by it, because they surely did nothing, or because doing it twice does nothing.
            return call.EffectWasUnknown ? LedgerState.Unknown : LedgerState.Refused;
        }

        return call.Result switch
        {
            { IsSuccess: true } or { Outcome: VendorOutcome.PartialSuccess } or { Effect: Effect.Applied or Effect.Partial } => LedgerState.Done,
            { IsFailure: true, Effect: Effect.None } when !call.EffectWasUnknown => LedgerState.Refused,
            _ => LedgerState.Unknown,
        };
    }

    private LedgerData DataOf(LedgerState state)
    {
        LedgerData data = _request!.Data with { HttpStatus = _call.HttpStatus };
        if (_call.Result.Outcome == VendorOutcome.Undetermined || (state != LedgerState.Done && !_call.Result.IsFailure))
        {
            return data;
        }

        data = data with { Outcome = SnakeCase.Of(_call.Result.Outcome) };
#if NET
        using var document = System.Text.Json.JsonDocument.Parse(_call.Result.ToJson());
        data = data with { Verdict = document.RootElement.Clone() };
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
            throw new LedgerSecretException(_ledger.Unavailable(e), e);
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
            SentAt = engine.Time.GetUtcNow(),
        };
        bool isRepeatable = _call.Operation.Safety != OperationSafety.NonIdempotentWrite;
        return new LedgerRequest(key, fingerprint, _id.CreatedAt, isRepeatable, data, _probe is null ? null : AskAsync);
    }

    private ValueTask<EffectProbeAnswer> AskAsync(DateTimeOffset sentAt, CancellationToken cancellationToken) =>
        _probe!.ProbeAsync(new EffectProbeCall(_call.Engine.Vendor, _id.Id, _call.Message!, sentAt), cancellationToken);

    private sealed class LedgerSecretException(string message, Exception inner) : Exception(message, inner);
}
