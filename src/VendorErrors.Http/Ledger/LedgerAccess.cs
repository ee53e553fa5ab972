using System.Security.Cryptography;

namespace VendorErrors.Http.Ledger;

/// <summary>The store with the patience of the options, and the secret of the fleet. Safe for use by several threads.</summary>
internal sealed class LedgerAccess(ICallLedgerStore store, CallLedgerOptions options, TimeProvider time)
{
    // Each round follows a write of somebody else's; there are never so many.
    internal const int MostRounds = 16;
    private const int SecretLength = 32;

    /// <summary>How long the store's secret is used before it is looked up once more, beside the calls: 1 minute. A store that was emptied or restored may have another.</summary>
    private static readonly TimeSpan s_secretAge = TimeSpan.FromMinutes(1);

    private byte[]? _secret = options.Secret;
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
    public async ValueTask<byte[]> SecretAsync(CancellationToken cancellationToken)
    {
        if (_secret is not { } secret)
        {
            _secretAt = time.GetTimestamp();
            return _secret = await WithPatienceAsync(token => store.GetOrAddSecretAsync(NewSecret(), token), cancellationToken).ConfigureAwait(false);
        }

        if (options.Secret is null && time.GetElapsedTime(Volatile.Read(ref _secretAt)) >= s_secretAge && Interlocked.Exchange(ref _isLooking, 1) == 0)
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

    private async Task LookAgainAsync(byte[] secret)
    {
        try
        {
            _secret = await WithPatienceAsync(token => store.GetOrAddSecretAsync(secret, token), CancellationToken.None).ConfigureAwait(false);
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

    private static byte[] NewSecret()
    {
        var secret = new byte[SecretLength];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(secret);
        return secret;
    }
}
