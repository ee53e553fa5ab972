using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Documents;

/// <summary>
/// The catalog says what the vendors' documents say. The lists were read from the documents and not from the catalog: where a row and
/// its line differ, the document decides.
/// </summary>
public class DocumentTests
{
    public static TheoryData<string> VendorIds => new(DocumentList.VendorIds);

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Codes_OfAVendor_SayWhatItsDocumentsSay(string vendorId) =>
        DocumentList.DifferencesOf(vendorId).Select(difference => DocumentHint.Of(vendorId, difference)).Should().BeEmpty();

    [Fact]
    public void Of_ADifference_NamesEveryFileToChangeAndTheCommand()
    {
        DocumentLine line = DocumentList.Of("dexatel").Single(line => line.Key == "1524");

        string hint = DocumentHint.Of("dexatel", new DocumentDifference(line.Key, line["code"], "1524: said so"));

        hint.Should().StartWith("1524: said so")
            .And.MatchRegex(@"tests/VendorErrors\.Tests/Documents/dexatel\.tsv:\d+")
            .And.MatchRegex(@"src/VendorErrors/Vendors/dexatel\.json:\d+")
            .And.Contain("tests/VendorErrors.Tests/Fixtures/dexatel/account-not-activated-1524.txt")
            .And.EndWith("rewrites docs/vendors/dexatel.md and docs/vendors/README.md.")
            .And.Contain("VENDOR_ERRORS_UPDATE=1 dotnet test tests/VendorErrors.Tests --filter \"FullyQualifiedName~VendorPageTests\"");
    }

    [Theory]
    [InlineData("http 403", "403", 403, null, true)]
    [InlineData("http 403", "403", 409, "403", false)]
    [InlineData("1524", "1524", 400, "1524", true)]
    [InlineData("1524", "1524", 400, "1525", false)]
    [InlineData("-1001..-1999", "-1001..-1999", 400, "-1500", true)]
    [InlineData("-1001..-1999", "-1001..-1999", 400, "-2000", false)]
    [InlineData("1524", "1524", 400, null, false)]
    public void Concerns_OfADifference_IsWhatItsRowMayHaveDecided(string key, string code, int status, string? seen, bool concerns) =>
        new DocumentDifference(key, code, "differs").Concerns(status, [seen]).Should().Be(concerns);

    [Fact]
    public void Parse_WithoutTheColumns_NamesThem() => FluentActions.Invoking(() => DocumentList.Parse("acme-voice.tsv", ["-\t17\t-\tBusy"]))
        .Should().Throw<FormatException>().WithMessage("*acme-voice.tsv*space code where name meaning*");

    [Fact]
    public void Of_VendorWithoutAList_NamesTheMissingFile() => FluentActions.Invoking(() => DocumentList.Of("nobody"))
        .Should().Throw<InvalidOperationException>().WithMessage("*tests/VendorErrors.Tests/Documents/nobody.tsv*docs/add-a-vendor.md*");
}
