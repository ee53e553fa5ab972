namespace VendorErrors.Http;

/// <summary>
/// Gets a new credential when the vendor says that the present one timed out. Called once per credential for all waiting requests
/// together. The new credential is put on requests by <see cref="VendorErrorOptions.Authorize"/>, or by a handler of your own inside ours.
/// </summary>
public interface ICredentialRefresher
{
    /// <summary>Gets a new credential and keeps it where requests find it.</summary>
    /// <param name="cancellationToken">Cancelled after <see cref="VendorErrorOptions.RefreshTimeout"/>; not by any single caller.</param>
    /// <returns>Whether there is a new credential. An exception counts as no; the callers then get the vendor's original answer.</returns>
    ValueTask<bool> RefreshAsync(CancellationToken cancellationToken);
}
