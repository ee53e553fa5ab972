using VendorErrors.Testing.Conformance;

namespace VendorErrors.Native;

/// <summary>The kit for one of the library's packs.</summary>
internal sealed class PackConformance(Vendor vendor) : VendorConformance
{
    public override Vendor Vendor => vendor;
}
