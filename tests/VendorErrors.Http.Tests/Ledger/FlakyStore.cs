namespace VendorErrors.Http.Tests.Ledger;

/// <summary>A store that counts what it is asked, and fails where it is told to.</summary>
internal sealed class FlakyStore(ICallLedgerStore inner) : ICallLedgerStore
{
    public int Calls { get; private set; }

    public string? FailsAt { get; set; }

    /// <summary>How often it was asked for its counts.</summary>
    public int Counts { get; private set; }

    /// <summary>Whether it has lost all that it had.</summary>
    public bool Forgets { get; set; }

    /// <summary>Until when a count takes, whatever its token says.</summary>
    public TaskCompletionSource? Hangs { get; set; }

    /// <summary>What it throws then.</summary>
    public Exception Failure { get; set; } = new IOException("The store is away.");

    /// <summary>What happens after an entry was added, and before its caller hears of it.</summary>
    public Action<string>? After { get; set; }

    /// <summary>What happens once after an entry was replaced, and before its caller hears of it.</summary>
    public Action? AfterReplace { get; set; }

    /// <summary>How many times it fails there; for ever where it is not set.</summary>
    public int? Failures { get; set; }

    public async ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, TimeSpan lease, DateTimeOffset createdAt, TimeSpan retention, CancellationToken cancellationToken)
    {
        Count("add");
        LedgerAddition addition = await inner.AddAsync(entry, lease, createdAt, retention, cancellationToken);
        After?.Invoke("add");
        return addition;
    }

    public ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken)
    {
        Count("find");
        return Forgets ? default : inner.FindAsync(key, cancellationToken);
    }

    public async ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, TimeSpan keep, CancellationToken cancellationToken)
    {
        Count("replace");
        bool isReplaced = !Forgets && await inner.ReplaceAsync(entry, expected, lease, keep, cancellationToken);
        if (AfterReplace is { } after)
        {
            AfterReplace = null;
            after();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return isReplaced;
    }

    public ValueTask<byte[]> GetOrAddSecretAsync(byte[] proposed, CancellationToken cancellationToken)
    {
        Count("secret");
        return inner.GetOrAddSecretAsync(proposed, cancellationToken);
    }

    public ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(LedgerState? state, TimeSpan olderThan, int most, CancellationToken cancellationToken) =>
        inner.ListAsync(state, olderThan, most, cancellationToken);

    public async ValueTask<IReadOnlyDictionary<LedgerState, long>> CountAsync(CancellationToken cancellationToken)
    {
        Counts++;
        Count("count");
        await (Hangs?.Task ?? Task.CompletedTask);
        return await inner.CountAsync(cancellationToken);
    }

    public ValueTask<int> PurgeAsync(int most, CancellationToken cancellationToken) => inner.PurgeAsync(most, cancellationToken);

    private void Count(string call)
    {
        Calls++;
        if (FailsAt == call && Failures != 0)
        {
            Failures--;
            throw Failure;
        }
    }
}
