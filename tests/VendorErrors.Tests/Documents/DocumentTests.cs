using FluentAssertions;
using VendorErrors.Rules;
using Xunit;

namespace VendorErrors.Tests.Documents;

/// <summary>Every code and status of the vendors' own documents is in the catalog, with its name and meaning.</summary>
public class DocumentTests
{
    private const string Folder = "Documents/";

    public static TheoryData<string, string, string, string> Lines
    {
        get
        {
            var lines = new TheoryData<string, string, string, string>();
            foreach (string file in Resource.Names(Folder))
            {
                foreach (string[] cells in Resource.Lines(file).Select(line => line.Split('\t')))
                {
                    lines.Add(Path.GetFileNameWithoutExtension(file), cells[0], cells[1], cells[2]);
                }
            }

            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Codes_LineOfADocument_HasItsNameAndMeaning(string vendorId, string code, string name, string meaning)
    {
        CodeRow[] rows = [.. Vendor.Find(vendorId)!.Codes.Where(row => row.LastCode is null && string.Equals(row.Code, code, StringComparison.Ordinal))];

        CodeRow? row = Array.Find(rows, row => row.Operation is null && row.OnHttpStatus is null && row.When is null && string.Equals(row.Name, name, StringComparison.Ordinal));

        row.Should().NotBeNull("the document has {0} {1}", code, name);
        SnakeCase.Of((object?)row!.Category ?? row.Outcome).Should().Be(meaning);
        row.Basis.Should().Be(Basis.Documented);
    }

    [Theory]
    [InlineData("talkdesk-dialer", 10)]
    [InlineData("dialnexa", 11)]
    [InlineData("dexatel", 15)]
    [InlineData("yeastar-p-series", 61)]
    [InlineData("8x8-connect", 22)]
    public void Documents_OfAVendor_HaveAllTheirLines(string vendorId, int count) =>
        Resource.Lines($"{Folder}{vendorId}.tsv").Should().HaveCount(count);

    [Fact]
    public void Documents_Together_Have119Lines() => Lines.Should().HaveCount(119);
}
