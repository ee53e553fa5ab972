using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VendorErrors.Http.Ledger;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http;

/// <summary>
/// Remembers what was sent and what became of it, so that a message which is delivered twice is no second call. Requests with a call id ask it by
/// themselves; its methods are for operators. Its protocol is in docs/ledger.md. Safe for use by several threads.
/// </summary>
/// <example>
/// <code>
/// services.AddSingleton&lt;ICallLedgerStore, InMemoryCallLedgerStore&gt;();
/// services.AddCallLedger();
/// services.AddHttpClient("dialer").AddVendorErrors(Vendor.TalkdeskDialer);
/// </code>
/// </example>
public sealed class CallLedger
{
    // Each round follows a write of somebody else's; there are never so many.
    private const int MostRounds = 16;

    private readonly ICallLedgerStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private byte[]? _secret;
    private int _isUnavailable;

    /// <summary>Creates a ledger without a container.</summary>
    /// <param name="store">Where its entries are kept.</param>
    /// <param name="options">How it works. Default: all defaults.</param>
    /// <param name="time">The clock for deadlines of this process. Default: the system's.</param>
    /// <exception cref="ArgumentNullException">The store is missing.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have faults; the message lists them all.</exception>
    public CallLedger(ICallLedgerStore store, CallLedgerOptions? options = null, TimeProvider? time = null)
        : this(store, options, time, NullLogger.Instance)
    {
    }

    internal CallLedger(ICallLedgerStore store, CallLedgerOptions? options, TimeProvider? time, ILogger logger)
    {
        _store = store ?? throw new ArgumentNullException(nameof(store));
        Options = options ?? new CallLedgerOptions();
        Options.ThrowIfInvalid();
        _time = time ?? TimeProvider.System;
        _logger = logger;
    }

    internal CallLedgerOptions Options { get; }

    /// <summary>What is known of a call; <see langword="null"/> where nothing is.</summary>
    /// <param name="callId">Its id.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async ValueTask<CallLedgerRecord?> FindAsync(string callId, CancellationToken cancellationToken = default)
    {
        LedgerEntry? entry = await _store.FindAsync(await KeyOfAsync(callId, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return entry is null ? null : new CallLedgerRecord(entry);
    }

    /// <summary>Calls, those first that have been in their state for the longest time.</summary>
    /// <param name="state">Their state; <see langword="null"/> for all. Calls whose sender died are <see cref="LedgerState.Sending"/> with a lease that is over.</param>
    /// <param name="olderThan">Only those that have been in it for so long. Default: all.</param>
    /// <param name="most">How many at the most. Default: 100.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async ValueTask<IReadOnlyList<CallLedgerRecord>> ListAsync(LedgerState? state = null, TimeSpan olderThan = default, int most = 100, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<LedgerEntry> entries = await _store.ListAsync(state, olderThan, most, cancellationToken).ConfigureAwait(false);
        return [.. entries.Select(entry => new CallLedgerRecord(entry))];
    }

    /// <summary>How many calls there are of each state.</summary>
    /// <param name="cancellationToken">The caller's token.</param>
    public ValueTask<IReadOnlyDictionary<LedgerState, long>> CountAsync(CancellationToken cancellationToken = default) => _store.CountAsync(cancellationToken);

    /// <summary>Takes away final entries whose time is over, where the store does not do that by itself.</summary>
    /// <param name="most">How many at the most. Default: 10,000.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>How many were taken away.</returns>
    public ValueTask<int> PurgeAsync(int most = 10_000, CancellationToken cancellationToken = default) => _store.PurgeAsync(most, cancellationToken);

    /// <summary>A person says what became of a call of which nobody knows. The reason is kept in the entry.</summary>
    /// <param name="callId">Its id.</param>
    /// <param name="happened">Whether it happened. If not, the next delivery sends it.</param>
    /// <param name="reason">Why; no phone numbers.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>What is known now; <see langword="null"/> where nothing is.</returns>
    /// <exception cref="ArgumentException">The id or the reason is empty.</exception>
    /// <exception cref="InvalidOperationException">The call is on its way, is done, or surely did not happen: there is nothing to resolve.</exception>
    public async ValueTask<CallLedgerRecord?> ResolveAsync(string callId, bool happened, string reason, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new ArgumentException("A reason is needed: it is all that the next person has.", nameof(reason));
        }

        string key = await KeyOfAsync(callId, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(
            key,
            entry => entry switch
            {
                { LeaseLeft.Ticks: > 0 } => throw new InvalidOperationException($"The call is on its way or being looked up; its lease ends in {Seconds(entry.LeaseLeft)}. Nothing was changed."),
                { State: LedgerState.Done } => throw new InvalidOperationException("The call is done. Nothing was changed."),
                { State: LedgerState.Refused } => throw new InvalidOperationException("The call surely did not happen, and the next delivery sends it. Nothing was changed."),
                _ => entry with
                {
                    State = happened ? LedgerState.Done : LedgerState.Refused,
                    Data = LedgerData.Read(entry.Data).ToldBy("person", reason: Redactor.Text(reason)).Write(),
                },
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes away all that is kept of a call but its state, by a person's right to be forgotten. The state stays, under the keyed hash of the id,
    /// because an id of which nothing is known would be sent again.
    /// </summary>
    /// <param name="callId">Its id.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>Whether there was an entry.</returns>
    public async ValueTask<bool> EraseAsync(string callId, CancellationToken cancellationToken = default)
    {
        string key = await KeyOfAsync(callId, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(
            key,
            static entry => entry with
            {
                // A lease that is over is not written again, and a state without one says since when nobody knows.
                State = entry is { State: LedgerState.Sending, LeaseLeft.Ticks: <= 0 } ? LedgerState.Unknown : entry.State,
                Fingerprint = null,
                Data = new LedgerData { SentAt = LedgerData.Read(entry.Data).SentAt }.Write(),
            },
            cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>Asks for leave to send. One round trip where nothing is known of the call.</summary>
    /// <param name="request">The call.</param>
    /// <param name="owner">Its owner: the same for all that one call asks.</param>
    /// <param name="mine">The claim that it holds already.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    internal async ValueTask<LedgerReply> ClaimAsync(LedgerRequest request, string owner, LedgerClaim? mine, CancellationToken cancellationToken)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            try
            {
                return await TryClaimAsync(request, owner, mine, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // Whatever the store throws, nobody knows whether it wrote. The second time the owner tells.
            catch (Exception e)
#pragma warning restore CA1031
            {
                if (isSecond)
                {
                    return new LedgerReply(LedgerLeave.Unavailable) { Reason = Unavailable(e) };
                }
            }
        }
    }

    /// <summary>Writes down what became of a call that was claimed. Never throws: whatever happens, the vendor's answer is the caller's.</summary>
    /// <returns>Whether it is written down, or somebody wrote down more.</returns>
    internal async ValueTask<bool> CompleteAsync(LedgerClaim claim, LedgerState state, LedgerData data)
    {
        try
        {
            LedgerEntry? current = claim.Entry;
            for (var round = 0; round < MostRounds && current is not null && claim.IsOf(current); round++)
            {
                if (current.State == LedgerState.Done || (state == LedgerState.Unknown && current.State != LedgerState.Sending))
                {
                    return true;
                }

                // What was erased meanwhile stays erased.
                bool isErased = current.Fingerprint is null;
                LedgerEntry next = current with { Version = current.Version + 1, State = state, Data = isErased ? current.Data : data.Write() };
                if (await ReplaceAsync(next, current, TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false))
                {
                    NoteWritten();
                    return true;
                }

                current = await WithPatienceAsync(token => _store.FindAsync(claim.Entry.Key, token), CancellationToken.None).ConfigureAwait(false);
            }

            if (state == LedgerState.Done)
            {
                // Somebody else claimed it after a look-up, or a person, had said that it did not happen.
                Log.LedgerClaimLost(_logger, data.Vendor, data.Id ?? string.Empty);
            }

            return false;
        }
#pragma warning disable CA1031 // See above.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.LedgerCompletionFailed(_logger, KindOf(e), data.Vendor, data.Id ?? string.Empty);
            return false;
        }
    }

    /// <summary>Gives a call back whose claim was canceled while it was under way, if it was written at all. Never throws.</summary>
    internal async ValueTask ReleaseAsync(LedgerRequest request, string owner)
    {
        try
        {
            LedgerEntry? entry = await FindAgainAsync(request.Key, CancellationToken.None).ConfigureAwait(false);
            if (entry is { State: LedgerState.Sending } && entry.Owner == owner)
            {
                await CompleteAsync(new LedgerClaim(entry, 0), LedgerState.Refused, request.Data).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // Then the lease ends, and its effect counts as unknown.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.LedgerCompletionFailed(_logger, KindOf(e), request.Data.Vendor, request.Data.Id ?? string.Empty);
        }
    }

    /// <summary>The keyed hash of a call id.</summary>
    internal async ValueTask<string> KeyOfAsync(string callId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(callId))
        {
            throw new ArgumentException("A call id is needed.", nameof(callId));
        }

        return KeyedHash.Of(await SecretAsync(cancellationToken).ConfigureAwait(false), "id:" + callId);
    }

    /// <summary>Says in words why the store cannot be used, and logs it once for each outage.</summary>
    internal string Unavailable(Exception e)
    {
        string kind = KindOf(e);
        if (Interlocked.Exchange(ref _isUnavailable, 1) == 0)
        {
            Log.LedgerUnavailable(_logger, kind, Options.SendWithoutLedger);
        }

        return $"the call ledger cannot be used ({kind})";
    }

    /// <summary>The secret of the fleet: one look for each process.</summary>
    /// <exception cref="CallLedgerStoreException">The entries are those of a fleet with another secret.</exception>
    internal async ValueTask<byte[]> SecretAsync(CancellationToken cancellationToken)
    {
        if (_secret is null)
        {
            // With another secret every id would be one of which nothing is known, and would be sent again. So the store keeps a hash of one that is given.
            byte[] proposed = Options.Secret is { } given ? LedgerSecret.MarkOf(given) : LedgerSecret.New();
            byte[] kept = await WithPatienceAsync(token => _store.GetOrAddSecretAsync(proposed, token), cancellationToken).ConfigureAwait(false);
            if (LedgerSecret.IsMark(kept) != LedgerSecret.IsMark(proposed) || (Options.Secret is not null && !kept.SequenceEqual(proposed)))
            {
                throw new CallLedgerStoreException("its entries are those of a fleet with another Secret; use the same CallLedgerOptions.Secret, or a store of your own");
            }

            _secret = Options.Secret ?? kept;
        }

        return _secret;
    }

    private async ValueTask<LedgerReply> TryClaimAsync(LedgerRequest request, string owner, LedgerClaim? mine, CancellationToken cancellationToken)
    {
        long startedAt = _time.GetTimestamp();
        LedgerEntry first = EntryOf(request, owner);
        LedgerEntry? entry = mine?.Entry;
        for (var round = 0; round < MostRounds; round++)
        {
            if (entry is null)
            {
                startedAt = _time.GetTimestamp();
                LedgerAddition addition = await WithPatienceAsync(
                    token => _store.AddAsync(first, Options.Lease, request.CreatedAt, Options.Retention, token), cancellationToken).ConfigureAwait(false);
                if (addition.IsAdded)
                {
                    return Granted(first, startedAt);
                }

                if (addition.IsTooOld)
                {
                    return new LedgerReply(LedgerLeave.Unknown) { Reason = "the message is older than the ledger remembers" };
                }

                entry = addition.Existing!;
            }

            // A claim of this very call whose reply got lost is its own.
            mine ??= entry.Owner == owner ? new LedgerClaim(entry, 0) : null;
            switch (LedgerProtocol.StepOf(entry, request, mine, Options, out LedgerReply reply))
            {
                case LedgerStep.Stop:
                    return reply;
                case LedgerStep.Probe:
                    entry = await ProbeAsync(entry, request, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    startedAt = _time.GetTimestamp();
                    LedgerEntry claimed = first with { Version = entry.Version + 1, Claim = mine?.IsOf(entry) == true ? entry.Claim : entry.Claim + 1 };
                    if (await ReplaceAsync(claimed, entry, Options.Lease, cancellationToken).ConfigureAwait(false))
                    {
                        return Granted(claimed, startedAt);
                    }

                    entry = await FindAgainAsync(request.Key, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }

        throw new InvalidOperationException("The entry of the call changed too often.");
    }

    /// <summary>Asks the vendor, as the only one, and writes down what it says.</summary>
    /// <returns>The entry afterwards.</returns>
    private async ValueTask<LedgerEntry?> ProbeAsync(LedgerEntry entry, LedgerRequest request, CancellationToken cancellationToken)
    {
        LedgerData data = LedgerData.Read(entry.Data);
        data = data with { Probes = data.Probes + 1 };
        LedgerEntry asking = entry with { Version = entry.Version + 1, State = LedgerState.Unknown, Data = data.Write() };
        if (!await ReplaceAsync(asking, entry, Options.ProbeTimeout + Options.StoreTimeout, cancellationToken).ConfigureAwait(false))
        {
            return await FindAgainAsync(request.Key, cancellationToken).ConfigureAwait(false);
        }

        EffectProbeAnswer answer = await AskAsync(request, data.SentAt, cancellationToken).ConfigureAwait(false);
        Log.Probed(_logger, request.Data.Vendor, request.Data.Id ?? string.Empty, answer.HasHappened);
        VendorMeter.Probed(request.Data.Vendor, answer.HasHappened);
        LedgerEntry told = asking with
        {
            Version = asking.Version + 1,
            State = answer.HasHappened switch { true => LedgerState.Done, false => LedgerState.Refused, null => LedgerState.Unknown },
            Data = (answer.HasHappened is null ? data : data.ToldBy("probe", answer.VendorId)).Write(),
        };

        // After "not known" nobody asks again for a while.
        TimeSpan pause = answer.HasHappened is null ? Options.QuietTime : TimeSpan.Zero;
        return await ReplaceAsync(told, asking, pause, cancellationToken).ConfigureAwait(false)
            ? told with { LeaseLeft = pause }
            : await FindAgainAsync(request.Key, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<EffectProbeAnswer> AskAsync(LedgerRequest request, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = _time.CreateCancellationTokenSource(Options.ProbeTimeout);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await request.Probe!(sentAt, linked.Token).AsTask().WaitOrCancelAsync(linked.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A probe that fails knows nothing.
        catch (Exception e)
#pragma warning restore CA1031
        {
            cancellationToken.ThrowIfCancellationRequested();
            Log.ProbeFailed(_logger, request.Data.Vendor, e.GetType().Name);
            return EffectProbeAnswer.NotKnown;
        }
    }

    private async ValueTask<CallLedgerRecord?> ChangeAsync(string key, Func<LedgerEntry, LedgerEntry> change, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            LedgerEntry? entry = await _store.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (entry is null)
            {
                return null;
            }

            // The lease of one that is on its way goes on.
            LedgerEntry changed = change(entry) with { Version = entry.Version + 1 };
            TimeSpan lease = entry.LeaseLeft > TimeSpan.Zero ? entry.LeaseLeft : TimeSpan.Zero;
            if (await ReplaceAsync(changed, entry, lease, cancellationToken).ConfigureAwait(false))
            {
                return new CallLedgerRecord(changed);
            }
        }

        throw new InvalidOperationException("The entry of the call changed too often. Try again.");
    }

    private LedgerReply Granted(LedgerEntry entry, long startedAt)
    {
        NoteWritten();
        return new(LedgerLeave.Granted) { Claim = new LedgerClaim(entry, _time.Add(startedAt, Options.Lease)) };
    }

    // Only a write ends an outage: a full disk can still be read.
    private void NoteWritten()
    {
        if (Volatile.Read(ref _isUnavailable) != 0 && Interlocked.Exchange(ref _isUnavailable, 0) != 0)
        {
            Log.LedgerAvailable(_logger);
        }
    }

    // Never the words of a server: they may name hosts, users and values.
    private string KindOf(Exception e) => e switch
    {
        CallLedgerStoreException { Kind.Length: > 0 } known => known.Kind,
        OperationCanceledException => FormattableString.Invariant($"no answer within {Options.StoreTimeout.TotalSeconds:0.###} s"),
        _ => e.GetType().Name,
    };

    private static LedgerEntry EntryOf(LedgerRequest request, string owner) =>
        new(request.Key, Version: 1, LedgerState.Sending, owner, Claim: 1, request.Fingerprint, request.Data.Write());

    private ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, CancellationToken cancellationToken) =>
        WithPatienceAsync(token => _store.ReplaceAsync(entry, expected, lease, Options.Keep, token), cancellationToken);

    private ValueTask<LedgerEntry?> FindAgainAsync(string key, CancellationToken cancellationToken) => WithPatienceAsync(token => _store.FindAsync(key, token), cancellationToken);

    // One that does not heed its token is not waited for.
    private async ValueTask<T> WithPatienceAsync<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = _time.CreateCancellationTokenSource(Options.StoreTimeout);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        ValueTask<T> working = work(linked.Token);
        return working.IsCompletedSuccessfully ? working.Result : await working.AsTask().WaitOrCancelAsync(linked.Token).ConfigureAwait(false);
    }

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{Math.Ceiling(time.TotalSeconds):0} s");
}
