using VendorErrors.Definitions;

namespace VendorErrors.Tests.Docs.VendorFile;

/// <summary>Stands in for the library's class, whose other parts a test cannot extend, and makes a real vendor of the definition.</summary>
public sealed partial class Vendor
{
    private Vendor(VendorErrors.Vendor real) => Real = real;

    internal VendorErrors.Vendor Real { get; }

    private static Vendor BuiltIn(string id, string name, Func<VendorDefinition> define) => new(new VendorErrors.Vendor(id, name, define()));
}
