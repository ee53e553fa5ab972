using System.Reflection;
using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Documents;

/// <summary>
/// That the comparison with the documents would notice: no fact of any row can change and the tests stay green. The lists here are written from the
/// rows, so these tests are about the comparison alone; whether the real lists agree with the catalog is asked in <see cref="DocumentTests"/>.
/// </summary>
public class DocumentDifferenceTests
{
    public static TheoryData<string> VendorIds => DocumentTests.VendorIds;

    public static TheoryData<string, string> UnexplainedCodes
    {
        get
        {
            var codes = new TheoryData<string, string>();
            foreach (string vendorId in DocumentList.VendorIds)
            {
                foreach (DocumentLine line in DocumentList.Of(vendorId).Where(line => line.IsUnlisted))
                {
                    codes.Add(vendorId, line.Key);
                }
            }

            return codes;
        }
    }

    [Trait("Category", "Slow")]
    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Differences_OneFactOfOneRowChanged_AreFound(string vendorId)
    {
        CodeRow[] rows = [.. Vendor.Find(vendorId)!.Codes];
        DocumentLine[] list = [.. rows.Select(DocumentLine.Of)];

        IEnumerable<string> unnoticed = rows.SelectMany((row, i) => RowChange.Of(row)
            .Where(change => DocumentList.Differences(list, [.. rows[..i], change.Row, .. rows[(i + 1)..]]).Count == 0)
            .Select(change => $"{change.Property} of {row}"));

        unnoticed.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Differences_RowLeftOutOrTwice_AreFound(string vendorId)
    {
        CodeRow[] rows = [.. Vendor.Find(vendorId)!.Codes];
        DocumentLine[] list = [.. rows.Select(DocumentLine.Of)];

        foreach (CodeRow row in rows)
        {
            DocumentList.Differences(list, rows.Where(other => other != row)).Should().ContainSingle();
            DocumentList.Differences(list, [.. rows, row]).Should().ContainSingle();
        }
    }

    [Theory]
    [MemberData(nameof(UnexplainedCodes))]
    public void Differences_RowForACodeThatTheVendorDoesNotExplain_AreFound(string vendorId, string key)
    {
        IReadOnlyList<CodeRow> rows = Vendor.Find(vendorId)!.Codes;
        DocumentLine line = DocumentList.Of(vendorId).Single(line => string.Equals(line.Key, key, StringComparison.Ordinal));
        var row = new CodeRow(line["code"], "Guessed", ErrorCategory.NotFound);
        _ = new CodeSection(new SourceDocument("Guess", "guess.example"), Basis.Inferred, [row]) { Space = line["space"].Trim('-') };

        DocumentList.Differences([.. rows.Select(DocumentLine.Of), line], [.. rows, row]).Should().ContainSingle();
        line["reason"].Should().NotBe("-");
    }

    [Fact]
    public void Changes_OfARow_LeaveOutOnlyOurOwnWords()
    {
        IEnumerable<string> facts = typeof(CodeRow).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(field => field.Name[0] == '<')
            .Select(field => field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)]);

        IEnumerable<string> changed = Vendor.All.SelectMany(vendor => vendor.Codes).SelectMany(RowChange.Of).Select(change => change.Property).Distinct(StringComparer.Ordinal);

        // Whether a row is generic follows from its words.
        facts.Except(changed, StringComparer.Ordinal).Should().BeEquivalentTo(nameof(CodeRow.Advice), nameof(CodeRow.Note), nameof(CodeRow.IsGeneric));
    }
}
