using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Documents;

/// <summary>
/// The catalog says what the vendors' documents say. The lists were read from the documents and not from the catalog: where a row and
/// its line differ, the document decides.
/// </summary>
public class DocumentTests
{
    public static TheoryData<string> VendorIds => new(Vendor.All.Select(vendor => vendor.Id));

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Codes_OfAVendor_SayWhatItsDocumentsSay(string vendorId) =>
        DocumentList.Differences(DocumentList.Of(vendorId), Vendor.Find(vendorId)!.Codes).Should().BeEmpty();
}
