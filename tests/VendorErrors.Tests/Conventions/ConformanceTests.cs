using VendorErrors.Testing.Conformance;
using Xunit;

namespace VendorErrors.Tests.Conventions;

/// <summary>Every vendor and every shape of the library passes what a definition from outside has to pass, the next one included.</summary>
public class ConformanceTests
{
    public static TheoryData<ConformanceCase> Cases => new(VendorRegistry.BuiltIn.Vendors.Concat(VendorRegistry.BuiltIn.Shapes).SelectMany(vendor => new VendorOfTheLibrary(vendor).Cases));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Definition_OfAVendor_Conforms(ConformanceCase check) => check.Verify();

    private sealed class VendorOfTheLibrary(Vendor vendor) : VendorConformance
    {
        public override Vendor Vendor { get; } = vendor;
    }
}
