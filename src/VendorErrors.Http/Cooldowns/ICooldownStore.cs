namespace VendorErrors.Http;

/// <summary>
/// Keeps until when no request should be sent to an account of a vendor. The default keeps it in the process; a fleet can share one.
/// Must be safe for use by several threads. An exception is logged and counts as no cool-down: a broken store must not stop calls.
/// </summary>
public interface ICooldownStore
{
    /// <summary>Until when the account cools down.</summary>
    /// <param name="key">Vendor and account.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The time, or <see langword="null"/> where there is none.</returns>
    ValueTask<DateTimeOffset?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Extends the cool-down; an earlier time than the present one changes nothing.</summary>
    /// <param name="key">Vendor and account.</param>
    /// <param name="until">Until when.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    ValueTask ExtendAsync(string key, DateTimeOffset until, CancellationToken cancellationToken);
}
