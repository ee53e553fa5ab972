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

    [Fact]
    public void Parse_WithoutTheColumns_NamesThem() => FluentActions.Invoking(() => DocumentList.Parse("acme-voice.tsv", ["-\t17\t-\tBusy"]))
        .Should().Throw<FormatException>().WithMessage("*acme-voice.tsv*space code where name meaning*");

    [Fact]
    public void Of_VendorWithoutAList_NamesTheMissingFile() => FluentActions.Invoking(() => DocumentList.Of("nobody"))
        .Should().Throw<InvalidOperationException>().WithMessage("*tests/VendorErrors.Tests/Documents/nobody.tsv*docs/add-a-vendor.md*");
}
