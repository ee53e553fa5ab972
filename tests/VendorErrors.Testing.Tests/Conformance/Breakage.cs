using VendorErrors.Testing.Conformance;

namespace VendorErrors.Testing.Tests.Conformance;

/// <summary>A definition that is broken in one way, the rule that has to find it, and words of the fault.</summary>
internal sealed class Breakage(string rule, string fault, Func<Vendor> makeVendor, params CapturedAnswer[] captured) : VendorConformance
{
    private readonly Lazy<Vendor> _vendor = new(makeVendor);

    public string Rule { get; } = rule;

    public string Fault { get; } = fault;

    public override Vendor Vendor => _vendor.Value;

    public override IReadOnlyList<CapturedAnswer> Captured => captured;
}
