namespace VendorErrors.Http;

/// <summary>
/// Where a fleet keeps one credential for all of its instances: a version, the protected secret, a lease of the one that refreshes it, and a
/// pause after a failure. Leases and pauses run on the store's clock. Each method is one atomic step. An exception means that the store
/// cannot be reached: the instance then refreshes alone.
/// </summary>
public interface ISharedCredentialStore
{
    /// <summary>Asks to refresh a credential. The first that asks gets the lease; the others learn what to do instead.</summary>
    /// <param name="name">Which credential. Never a secret.</param>
    /// <param name="refusedVersion">The version that the vendor refused; 0 for none.</param>
    /// <param name="owner">Who asks: another text for each refresh.</param>
    /// <param name="lease">How long nobody else refreshes, unless it is renewed.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    ValueTask<SharedCredentialState> TryBeginAsync(string name, long refusedVersion, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Begins the lease again.</summary>
    /// <param name="name">Which credential.</param>
    /// <param name="owner">Who has the lease.</param>
    /// <param name="lease">How long it lasts from now.</param>
    /// <param name="cancellationToken">Cancels the renewal.</param>
    /// <returns>False where somebody else has the lease, or nobody.</returns>
    ValueTask<bool> RenewAsync(string name, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Stores a new credential and ends the lease.</summary>
    /// <param name="name">Which credential.</param>
    /// <param name="owner">Who has the lease.</param>
    /// <param name="version">The version of the new credential.</param>
    /// <param name="secret">The protected secret.</param>
    /// <param name="cancellationToken">Cancels the commit.</param>
    /// <returns>False where somebody else has the lease, or nobody; then nothing was stored.</returns>
    ValueTask<bool> CommitAsync(string name, string owner, long version, byte[] secret, CancellationToken cancellationToken);

    /// <summary>Ends the lease after a failure. Nobody in the fleet tries again before the pause is over.</summary>
    /// <param name="name">Which credential.</param>
    /// <param name="owner">Who has the lease. Where somebody else has it, nothing happens.</param>
    /// <param name="pause">How long nobody tries.</param>
    /// <param name="cancellationToken">Cancels the report.</param>
    ValueTask FailAsync(string name, string owner, TimeSpan pause, CancellationToken cancellationToken);
}
