namespace VendorErrors.Http.Ledger;

/// <summary>The store with the patience of the options, and the secret of the fleet. Safe for use by several threads.</summary>
internal sealed class LedgerAccess(ICallLedgerStore store, CallLedgerOptions options, TimeProvider time)
{
    // Each round follows a write of somebody else's; there are never so many.
    internal const int MostRounds = 16;

    /// <summary>How long the store's secret is used before it is looked up once more, beside the calls: 1 minute. A store that was emptied or restored may have another.</summary>
    private static readonly TimeSpan s_secretAge = TimeSpan.FromMinutes(1);

    private byte[]? _secret;
    private long _secretAt = time.GetTimestamp();
    private int _isLooking;

    public CallLedgerOptions Options => options;

    public TimeProvider Time => time;

    /// <summary>The keyed hash of a call id.</summary>
    public async ValueTask<string> KeyOfAsync(string callId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(callId))
        {
            throw new ArgumentException("A call id is needed.", nameof(callId));
        }

        return KeyedHash.Of(await SecretAsync(cancellationToken).ConfigureAwait(false), "id:" + callId);
    }

    /// <summary>The secret of the fleet. No call but the first of a process waits for it.</summary>
    /// <exception cref="CallLedgerStoreException">The entries are those of a fleet with another secret.</exception>
    public async ValueTask<byte[]> SecretAsync(CancellationToken cancellationToken)
    {
        if (_secret is not { } secret)
        {
            _secretAt = time.GetTimestamp();
            return _secret = await LookAsync(LedgerSecret.New(), cancellationToken).ConfigureAwait(false);
        }

        if (time.GetElapsedTime(Volatile.Read(ref _secretAt)) >= s_secretAge && Interlocked.Exchange(ref _isLooking, 1) == 0)
        {
            _ = LookAgainAsync(secret);
        }

        return secret;
    }

    public ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, DateTimeOffset createdAt, CancellationToken cancellationToken)
    {
        // An entry that the store may have lost is taken for one that was purged.
        DateTimeOffset known = createdAt < options.KnownSince ? DateTimeOffset.MinValue : createdAt;
        return WithPatienceAsync(token => store.AddAsync(entry, options.Lease, known, options.Retention, token), cancellationToken);
    }

    public ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, CancellationToken cancellationToken) =>
        WithPatienceAsync(token => store.ReplaceAsync(entry, expected, lease, options.Keep, token), cancellationToken);

    public ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken) => WithPatienceAsync(token => store.FindAsync(key, token), cancellationToken);

    // With another secret every id would be one of which nothing is known, and would be sent again. So the store keeps a mark of one that is given.
    private async ValueTask<byte[]> LookAsync(byte[] own, CancellationToken cancellationToken)
    {
        byte[] proposed = options.Secret is { } given ? LedgerSecret.MarkOf(given) : own;
        byte[] kept = await WithPatienceAsync(token => store.GetOrAddSecretAsync(proposed, token), cancellationToken).ConfigureAwait(false);
        return LedgerSecret.IsMark(kept) == LedgerSecret.IsMark(proposed) && (options.Secret is null || kept.SequenceEqual(proposed))
            ? options.Secret ?? kept
            : throw new CallLedgerStoreException("its entries are those of a fleet with another Secret; use the same CallLedgerOptions.Secret, or a store of your own");
    }

    private async Task LookAgainAsync(byte[] secret)
    {
        try
        {
            _secret = await LookAsync(secret, CancellationToken.None).ConfigureAwait(false);
        }
        catch (CallLedgerStoreException e) when (e.InnerException is null)
        {
            // Another secret: the next call looks again by itself, and is told.
            _secret = null;
        }
#pragma warning disable CA1031 // The calls notice by themselves that the store cannot be reached; the next look comes in a minute.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
        finally
        {
            Volatile.Write(ref _secretAt, time.GetTimestamp());
            Volatile.Write(ref _isLooking, 0);
        }
    }

    // One that does not heed its token is not waited for.
    private async ValueTask<T> WithPatienceAsync<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = time.CreateCancellationTokenSource(options.StoreTimeout);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        ValueTask<T> working = work(linked.Token);
        return working.IsCompletedSuccessfully ? working.Result : await working.AsTask().WaitOrCancelAsync(linked.Token).ConfigureAwait(false);
    }
}
