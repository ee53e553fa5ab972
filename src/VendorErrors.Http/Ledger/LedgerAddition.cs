namespace VendorErrors.Http;

/// <summary>What became of an entry that was to be added; see <see cref="ICallLedgerStore.AddAsync"/>.</summary>
public readonly record struct LedgerAddition
{
    private LedgerAddition(LedgerEntry? existing, bool isTooOld) => (Existing, IsTooOld) = (existing, isTooOld);

    /// <summary>It was added.</summary>
    public static LedgerAddition Added => default;

    /// <summary>It was not added, because there is none and its message is older than entries are kept.</summary>
    public static LedgerAddition TooOld => new(null, isTooOld: true);

    /// <summary>It was not added, because there is one.</summary>
    /// <param name="existing">The one that there is.</param>
    public static LedgerAddition Exists(LedgerEntry existing) => new(existing ?? throw new ArgumentNullException(nameof(existing)), isTooOld: false);

    /// <summary>The entry that stood in the way; <see langword="null"/> where none did.</summary>
    public LedgerEntry? Existing { get; }

    /// <summary>Whether nothing was added because of the message's age.</summary>
    public bool IsTooOld { get; }

    /// <summary>Whether it was added.</summary>
    public bool IsAdded => Existing is null && !IsTooOld;
}
