using System.Text.RegularExpressions;
using FluentAssertions;
using VendorErrors.Definitions;
using VendorErrors.Problems;
using VendorErrors.Testing;
using Xunit;

namespace VendorErrors.Tests.Docs;

/// <summary>The vendors' pages are what <c>vendor-errors codes</c> writes, and problem details lead into them.</summary>
[Trait("Category", "Slow")]
public partial class VendorPageTests(VendorPages pages)
{
    public static TheoryData<string> VendorIds => new(Vendor.All.Select(vendor => vendor.Id));

    public static TheoryData<string> Names => new(VendorPages.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_Always_IsCurrent(string page)
    {
        string path = $"{VendorPages.Folder}/{page}";
        bool isCurrent = File.Exists(Repository.PathOf(path)) && Repository.Read(path) == pages[page];

        isCurrent.Should().BeTrue("{0} has to be what 'vendor-errors {1}' writes; {2}=1 dotnet test rewrites it", path, string.Join(' ', VendorPages.Command(page)), GeneratedBlock.UpdateVariable);
    }

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
            VendorProblem problem = VendorResponses.For(vendor, row).Classify().Error!.ToProblemDetails(options);

            problem.Type.Should().Be($"{id}.md#{CodeAnchor.Of(row)}");
            problem.Title.Should().Be($"{vendor.Name}: {row.Name}");
            problem.Status.Should().Be(ProblemStatus.Of(row.Category!.Value));
        }
    }

    private IEnumerable<string> AnchorsOf(string page) => Anchor().Matches(pages[page]).Select(match => match.Groups["anchor"].Value);

    [GeneratedRegex("<a id=\"(?<anchor>[^\"]+)\">", RegexOptions.ExplicitCapture)]
    private static partial Regex Anchor();
}
