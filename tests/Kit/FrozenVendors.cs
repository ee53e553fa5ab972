using VendorErrors.Definitions;

namespace VendorErrors.Tests.Kit;

/// <summary>
/// Vendors of the library on which other things are tested than what their codes mean. The codes that those tests use keep the meaning written here,
/// so that a row that changes is reported by the comparison with the documents, and by nobody else.
/// </summary>
internal static class FrozenVendors
{
    private static readonly SourceDocument s_here = new("Frozen for tests", "tests/Kit/FrozenVendors.cs");

    private static readonly CodeSection s_pbx = new(s_here, Basis.Documented,
    [
        new("0", "SUCCESS", VendorOutcome.Success),
        new("10004", "TOKEN EXPIRED", ErrorCategory.CredentialExpired),
        new("10009", "OPERATION FAILED", ErrorCategory.FeatureNotEnabled),
        new("40002", "PARAMETER ERROR", ErrorCategory.ValidationFailed),
        new("40003", "DUPLICATE KEY VALUE", ErrorCategory.AlreadyExists),
        new("60001", "DATA NOT FOUND", ErrorCategory.NotFound),
        new("70082", "OVERLOAD_TASK_RUNNING", ErrorCategory.ConcurrencyLimited),
        new("-2", "INTERNAL SERVER ERROR", ErrorCategory.VendorInternal),
    ]);

    /// <summary>The PBX of Yeastar.</summary>
    public static Vendor Pbx { get; } = Vendor.YeastarPSeries.WithCodes(s_pbx);

    /// <summary>The dialer of Talkdesk.</summary>
    public static Vendor Dialer { get; } = Vendor.TalkdeskDialer.WithCodes(new CodeSection(s_here, Basis.Documented,
    [
        new("0", "Success", VendorOutcome.Success),
        new("5", "Validation Error", ErrorCategory.ValidationFailed),
        new("8", "System Error", ErrorCategory.VendorInternal) { Wait = TimeSpan.FromSeconds(60), MaxRetryAttempts = 1 },
        new("10", "Rate Limited", ErrorCategory.RateLimited) { Wait = TimeSpan.FromSeconds(1), WaitDoubles = true },
    ]));

    /// <summary>The same under an id of its own.</summary>
    public static Vendor PbxCalled(string id) => new Vendor(id, id, Vendor.YeastarPSeries.Definition).WithCodes(s_pbx);
}
