using System.Text.RegularExpressions;
using FluentAssertions;
using VendorErrors.Definitions;
using VendorErrors.Problems;
using VendorErrors.Testing;
using VendorErrors.Tests.Cli;
using VendorErrors.Tests.Documents;
using Xunit;

namespace VendorErrors.Tests.Docs;

/// <summary>The vendors' pages are what <c>vendor-errors codes</c> writes, and problem details lead into them.</summary>
public partial class VendorPageTests(VendorPages pages)
{
    public static TheoryData<string> VendorIds => new(Vendor.All.Select(vendor => vendor.Id));

    /// <summary>The index, the shared reasons, and a vendor and a shape: the command writes the others in the same way.</summary>
    public static TheoryData<string> Some => new([.. VendorPages.Names.Take(3), VendorPages.Names.Last()]);

    [Fact]
    public void Pages_Always_AreCurrent() =>
        VendorPages.Names.Where(page => !IsReportedWithItsDocument(page)).Where(page => !File.Exists(Repository.PathOf($"{VendorPages.Folder}/{page}")) || Repository.Read($"{VendorPages.Folder}/{page}") != pages[page]).Should().BeEmpty(
            "{0}=1 dotnet test tests/VendorErrors.Tests --filter \"FullyQualifiedName~VendorPageTests\" rewrites the pages in {1}", GeneratedBlock.UpdateVariable, VendorPages.Folder);

    [Trait("Category", "Slow")]
    [Theory]
    [MemberData(nameof(Some))]
    public void Page_Always_IsWhatTheCommandWrites(string page) => CliProcess.Run(VendorPages.Command(page)).Output.Should().Be(pages[page]);

    [Fact]
    public void Folder_Always_HoldsNoPageOfAVendorThatIsGone() =>
        Directory.EnumerateFiles(Repository.PathOf(VendorPages.Folder)).Select(Path.GetFileName).Except(VendorPages.Names, StringComparer.Ordinal)
            .Should().BeEmpty("no vendor has these pages in {0}; delete them", VendorPages.Folder);

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Page_OfAVendor_HasOneAnchorForEveryRowAndCategory(string id) =>
        AnchorsOf(VendorPages.NameOf(id)).Should().Equal([.. Vendor.Find(id)!.Codes.Select(CodeAnchor.Of), .. Enum.GetValues<ErrorCategory>().Order().Select(CodeAnchor.Of)]);

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Type_OfTheProblemOfEveryRow_IsItsAnchorInThePage(string id)
    {
        Vendor vendor = Vendor.Find(id)!;
        var options = new VendorProblemOptions { TypeTemplate = "{vendor}.md#{anchor}" };
        foreach (CodeRow row in vendor.Codes.Where(row => row.Category is not null))
        {
            VendorResult result = VendorResponses.For(vendor, row).Classify();
            if (result.Outcome == VendorOutcome.PartialSuccess)
            {
                // An entry that failed is no problem of the whole.
                continue;
            }

            VendorProblem problem = result.Error!.ToProblemDetails(options);

            problem.Type.Should().Be($"{id}.md#{CodeAnchor.Of(row)}");
            problem.Title.Should().Be($"{vendor.Name}: {row.Name}");
            problem.Status.Should().Be(ProblemStatus.Of(row.Category!.Value));
        }
    }

    // A row that contradicts its document is reported there, with the pages to write again; so the page is no second red test.
    private static bool IsReportedWithItsDocument(string page) => Vendor.All.Any(vendor =>
        (page == VendorPages.Index || page == VendorPages.NameOf(vendor.Id)) && DocumentList.DifferencesOf(vendor.Id).Count > 0);

    private IEnumerable<string> AnchorsOf(string page) => Anchor().Matches(pages[page]).Select(match => match.Groups["anchor"].Value);

    [GeneratedRegex("<a id=\"(?<anchor>[^\"]+)\">", RegexOptions.ExplicitCapture)]
    private static partial Regex Anchor();
}
