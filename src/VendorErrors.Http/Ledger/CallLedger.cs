using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VendorErrors.Http.Ledger;

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
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(1);

    private readonly ICallLedgerStore _store;
    private readonly LedgerAccess _access;

    /// <summary>Creates a ledger without a container.</summary>
    /// <param name="store">Where its entries are kept.</param>
    /// <param name="options">How it works. Default: all defaults.</param>
    /// <param name="time">The clock for deadlines of this process. Default: the system's.</param>
    /// <param name="protector">Protects answers that are kept; see <see cref="CallLedgerOptions.MaxAnswerBytes"/>. Default: none.</param>
    /// <exception cref="ArgumentNullException">The store is missing.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have faults; the message lists them all.</exception>
    public CallLedger(ICallLedgerStore store, CallLedgerOptions? options = null, TimeProvider? time = null, ISecretProtector? protector = null)
        : this(store, options, time, NullLogger.Instance, protector)
    {
    }

    internal CallLedger(ICallLedgerStore store, CallLedgerOptions? options, TimeProvider? time, ILogger logger, ISecretProtector? protector = null)
    {
        _store = store ?? throw new ArgumentNullException(nameof(store));
        Options = options ?? new CallLedgerOptions();
        Options.ThrowIfInvalid(protector);
        _access = new LedgerAccess(store, Options, time ?? TimeProvider.System);
        Outage = new LedgerOutage(Options, logger);
        Claims = new LedgerClaims(_access, Outage, logger);
        Answers = Options.MaxAnswerBytes > 0 ? new LedgerAnswers(protector!, Options, logger) : null;
    }

    internal CallLedgerOptions Options { get; }

    /// <summary>Whether the store can be used.</summary>
    internal LedgerOutage Outage { get; }

    /// <summary>What senders ask.</summary>
    internal LedgerClaims Claims { get; }

    /// <summary>Keeps answers; null where none are kept.</summary>
    internal LedgerAnswers? Answers { get; }

    /// <summary>What is known of a call; <see langword="null"/> where nothing is.</summary>
    /// <param name="callId">Its id.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async ValueTask<CallLedgerRecord?> FindAsync(string callId, CancellationToken cancellationToken = default)
    {
        LedgerEntry? entry = await _store.FindAsync(await KeyOfAsync(callId, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return entry is null ? null : new CallLedgerRecord(entry);
    }

    /// <summary>The same by the keyed hash of its id, which lists have.</summary>
    /// <param name="key">The <see cref="CallLedgerRecord.Key"/> of a record.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async ValueTask<CallLedgerRecord?> FindByKeyAsync(string key, CancellationToken cancellationToken = default) =>
        await _store.FindAsync(key ?? throw new ArgumentNullException(nameof(key)), cancellationToken).ConfigureAwait(false) is { } entry ? new CallLedgerRecord(entry) : null;

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

    /// <summary>
    /// Takes away final entries whose time is over, where the store does not do that by itself, and answers that were kept longer than the retention.
    /// </summary>
    /// <param name="most">How many at the most. Default: 10,000.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>How many were taken away.</returns>
    public async ValueTask<int> PurgeAsync(int most = 10_000, CancellationToken cancellationToken = default)
    {
        int purged = await _store.PurgeAsync(most, cancellationToken).ConfigureAwait(false);
        if (Answers is not null)
        {
            await ShrinkAsync(most, cancellationToken).ConfigureAwait(false);
        }

        return purged;
    }

    /// <summary>A person says what became of a call of which nobody knows. The reason is kept in the entry.</summary>
    /// <param name="callId">Its id.</param>
    /// <param name="happened">Whether it happened. If not, the next delivery sends it.</param>
    /// <param name="reason">Why; no phone numbers.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>What is known now; <see langword="null"/> where nothing is.</returns>
    /// <exception cref="ArgumentException">The id or the reason is empty.</exception>
    /// <exception cref="InvalidOperationException">
    /// The call is on its way, is done, or surely did not happen: there is nothing to resolve. Or it is not to have happened, and the quiet time is not over:
    /// the vendor may still execute it.
    /// </exception>
    public async ValueTask<CallLedgerRecord?> ResolveAsync(string callId, bool happened, string reason, CancellationToken cancellationToken = default)
    {
        ThrowIfMissing(reason);
        return await ResolveKeyAsync(await KeyOfAsync(callId, cancellationToken).ConfigureAwait(false), happened, reason, person: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same for a call of a list.</summary>
    /// <param name="call">The call.</param>
    /// <param name="happened">Whether it happened. If not, the next delivery sends it.</param>
    /// <param name="reason">Why; no phone numbers.</param>
    /// <param name="resolvedBy">Who says so. Default: not kept.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>What is known now; <see langword="null"/> where nothing is.</returns>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    /// <exception cref="InvalidOperationException">As of the other one.</exception>
    public ValueTask<CallLedgerRecord?> ResolveAsync(CallLedgerRecord call, bool happened, string reason, string? resolvedBy = null, CancellationToken cancellationToken = default)
    {
        _ = call ?? throw new ArgumentNullException(nameof(call));
        ThrowIfMissing(reason);
        return ResolveKeyAsync(call.Key, happened, reason, resolvedBy, cancellationToken);
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
                Data = LedgerData.Read(entry.Data).Erased().Write(),
            },
            cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>The keyed hash of a call id.</summary>
    internal ValueTask<string> KeyOfAsync(string callId, CancellationToken cancellationToken) => _access.KeyOfAsync(callId, cancellationToken);

    /// <summary>The secret of the fleet.</summary>
    internal ValueTask<byte[]> SecretAsync(CancellationToken cancellationToken) => _access.SecretAsync(cancellationToken);

    private static void ThrowIfMissing(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new ArgumentException("A reason is needed: it is all that the next person has.", nameof(reason));
        }
    }

    private ValueTask<CallLedgerRecord?> ResolveKeyAsync(string key, bool happened, string reason, string? person, CancellationToken cancellationToken) =>
        ChangeAsync(
            key,
            entry => ObstacleOf(entry, happened) is { } obstacle ? throw new InvalidOperationException(obstacle) : entry with
            {
                State = happened ? LedgerState.Done : LedgerState.Refused,
                Data = LedgerData.Read(entry.Data).ToldBy("person", reason: Redactor.Text(reason), person: person is null ? null : Redactor.Text(person)).Write(),
            },
            cancellationToken);

    private string? ObstacleOf(LedgerEntry entry, bool happened) =>
        new CallLedgerRecord(entry).WhyNotResolvable is { } obstacle ? obstacle
        : !happened && LedgerProtocol.QuietLeft(entry, Options) is { Ticks: > 0 } quiet ? FormattableString.Invariant($"The vendor may still execute the call; say in {Math.Ceiling(quiet.TotalSeconds):0} s that it did not happen. Nothing was changed.")
        : null;

    private async ValueTask<CallLedgerRecord?> ChangeAsync(string key, Func<LedgerEntry, LedgerEntry> change, CancellationToken cancellationToken)
    {
        for (var round = 0; round < LedgerAccess.MostRounds; round++)
        {
            LedgerEntry? entry = await _store.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (entry is null)
            {
                return null;
            }

            // The lease of one that is on its way goes on.
            LedgerEntry changed = change(entry) with { Version = entry.Version + 1 };
            TimeSpan lease = entry.LeaseLeft > TimeSpan.Zero ? entry.LeaseLeft : TimeSpan.Zero;
            if (await _access.ReplaceAsync(changed, entry, lease, cancellationToken).ConfigureAwait(false))
            {
                return new CallLedgerRecord(changed);
            }
        }

        throw new InvalidOperationException("The entry of the call changed too often. Try again.");
    }

    /// <summary>Only those are looked at that are older than the retention and not yet purged: a day's.</summary>
    private async ValueTask ShrinkAsync(int most, CancellationToken cancellationToken)
    {
        foreach (LedgerEntry entry in await _store.ListAsync(LedgerState.Done, Options.Retention, most, cancellationToken).ConfigureAwait(false))
        {
            LedgerData data = LedgerData.Read(entry.Data);
            if (data.Answer is not null)
            {
                // It is purged when it would have been. Where somebody else was quicker, nothing is left to do.
                TimeSpan keep = Options.Keep - entry.Age;
                LedgerEntry shrunk = entry with { Version = entry.Version + 1, Data = (data with { Answer = null }).Write() };
                await _store.ReplaceAsync(shrunk, entry, TimeSpan.Zero, keep > s_least ? keep : s_least, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
