namespace VendorErrors.Testing.LookUps;

/// <summary>The look-ups of the built-in vendors, as far as their documents describe any.</summary>
internal static class KnownLookUps
{
    /// <summary>New ones for one simulated vendor; none where its documents describe none.</summary>
    internal static IReadOnlyList<ILookUp> Of(Vendor vendor) =>
        vendor.Id == Vendor.Dialnexa.Id ? [new DialnexaCalls()]
        : vendor.Id == Vendor.Dexatel.Id ? [new DexatelMessages()]
        : vendor.Id == Vendor.YeastarPSeries.Id ? [new YeastarLiveCalls(), new YeastarCallRecords(), new YeastarMessages()]
        : vendor.Id == Vendor.EightByEightConnect.Id ? [new EightByEightLogs()]
        : [];
}
