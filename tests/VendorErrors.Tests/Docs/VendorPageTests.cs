using System.Text.RegularExpressions;
using FluentAssertions;
using VendorErrors.Problems;
using VendorErrors.Rules;
using VendorErrors.Testing;
using VendorErrors.Tests.Cli;
using Xunit;

namespace VendorErrors.Tests.Docs;

/// <summary>The vendors' pages are what <c>vendor-errors codes</c> writes, and problem details lead into them.</summary>
public partial class VendorPageTests
{
    private const string Folder = "docs/vendors";
    private const string Index = "README.md";

    public static TheoryData<string> VendorIds => new(Vendor.All.Select(vendor => vendor.Id));

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Page_OfAVendor_IsCurrent(string id) => Check($"{id}.md", "codes", "--vendor", id, "--output", "markdown");

    [Fact]
    public void Index_OfAllVendors_IsCurrent() => Check(Index, "codes", "--output", "markdown");

    [Fact]
    public void Folder_Always_HoldsAPagePerVendorAndNoOther() =>
        Directory.EnumerateFiles(Repository.PathOf(Folder)).Select(Path.GetFileName).Should().BeEquivalentTo([.. Vendor.All.Select(vendor => $"{vendor.Id}.md"), Index]);

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Page_OfAVendor_HasOneAnchorForEveryRowAndCategory(string id) =>
        AnchorsOf($"{id}.md").Should().Equal([.. Vendor.Find(id)!.Codes.Select(CodeAnchor.Of), .. Enum.GetValues<ErrorCategory>().Order().Select(CodeAnchor.Of)]);

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

    private static void Check(string page, params string[] command)
    {
        string expected = CliProcess.Run(command).Output;
        string path = Repository.PathOf($"{Folder}/{page}");
        if (Environment.GetEnvironmentVariable(GeneratedBlock.UpdateVariable) == "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        (File.Exists(path) && Repository.Read($"{Folder}/{page}") == expected)
            .Should().BeTrue("{0}/{1} has to be what 'vendor-errors {2}' writes; {3}=1 dotnet test rewrites it", Folder, page, string.Join(' ', command), GeneratedBlock.UpdateVariable);
    }

    private static IEnumerable<string> AnchorsOf(string page) => Anchor().Matches(Repository.Read($"{Folder}/{page}")).Select(match => match.Groups["anchor"].Value);

    [GeneratedRegex("<a id=\"(?<anchor>[^\"]+)\">", RegexOptions.ExplicitCapture)]
    private static partial Regex Anchor();
}
