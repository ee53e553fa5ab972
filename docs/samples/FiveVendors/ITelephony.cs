namespace FiveVendors;

/// <summary>What the application knows of a vendor: the same for all five.</summary>
internal interface ITelephony
{
    /// <summary>Starts a call, or sends a message, at the vendor.</summary>
    Task<TelephonyReport> StartAsync(CancellationToken cancellationToken);
}
