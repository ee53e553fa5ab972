using System.Security.Cryptography;

namespace VendorErrors.Http.Ledger;

/// <summary>The store with the patience of the options, and the secret of the fleet. Safe for use by several threads.</summary>
internal sealed class LedgerAccess(ICallLedgerStore store, CallLedgerOptions options, TimeProvider time)
{
    // Each round follows a write of somebody else's; there are never so many.
    internal const int MostRounds = 16;
    private const int SecretLength = 32;

    private byte[]? _secret = options.Secret;

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

    /// <summary>The secret of the fleet: one look for each process.</summary>
    public async ValueTask<byte[]> SecretAsync(CancellationToken cancellationToken) =>
        _secret ??= await WithPatienceAsync(token => store.GetOrAddSecretAsync(NewSecret(), token), cancellationToken).ConfigureAwait(false);

    public ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, DateTimeOffset createdAt, CancellationToken cancellationToken) =>
        WithPatienceAsync(token => store.AddAsync(entry, options.Lease, createdAt, options.Retention, token), cancellationToken);

    public ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, CancellationToken cancellationToken) =>
        WithPatienceAsync(token => store.ReplaceAsync(entry, expected, lease, options.Keep, token), cancellationToken);

    public ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken) => WithPatienceAsync(token => store.FindAsync(key, token), cancellationToken);

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
