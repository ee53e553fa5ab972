using Acme.Voice;
using VendorErrors.Definitions;
using VendorErrors.Testing.Linting;
using VendorErrors.Tests.Docs;

namespace VendorErrors.Testing.Tests.Linting;

/// <summary>Every rule of the lint fires on a definition that breaks it, and is silent on the nearest one that does not.</summary>
public class VendorLintTests
{
    private static readonly SourceDocument s_tickets = new("Tickets", "our own");

    public static TheoryData<int, string> Cases => new(LintCases.All.Select((entry, index) => (index, entry.ToString())));

    public static TheoryData<string> VendorIds => new(Vendor.All.Select(vendor => vendor.Id));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Check_BrokenDefinition_FindsIt(int index, string label)
    {
        LintCase entry = LintCases.All[index];

        VendorLint.Check("acme-voice", entry.Broken)
            .Should().ContainSingle(label).Which.Should().Match<LintFinding>(finding => finding.Rule == entry.Rule && finding.Text.Contains(entry.Words, StringComparison.Ordinal) && finding.Where.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Check_NearestSoundDefinition_IsSilent(int index, string label) =>
        VendorLint.Check("acme-voice", LintCases.All[index].Sound).Should().BeEmpty(label);

    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Check_VendorOfTheLibrary_IsSilent(string id) => VendorLint.Check(Vendor.Find(id)!).Should().BeEmpty();

    [Fact]
    public void Check_VendorFromOutside_IsSilent() => VendorLint.Check(AcmeVoice.Vendor).Should().BeEmpty();

    [Fact]
    public void Check_IdThatIsNone_FindsIt() =>
        VendorLint.Check("Acme Voice", new VendorDefinition()).Should().ContainSingle().Which.ToString().Should().StartWith("error definition-fault: the definition: The id 'Acme Voice'");

    [Fact]
    public void CheckOverlay_RowThatReplacesOne_IsSilent() =>
        VendorLint.CheckOverlay(Vendor.YeastarPSeries, Overlay(new CodeRow("10009", "OPERATION FAILED", ErrorCategory.VendorUnavailable) { Effect = Effect.None, Note = "Support said that nothing is done." })).Should().BeEmpty();

    [Fact]
    public void CheckOverlay_RowsThatStandTwice_FindsTheOverlaysOwnAlone()
    {
        IReadOnlyList<LintFinding> findings = VendorLint.CheckOverlay(Vendor.YeastarPSeries, Overlay(new("79999", "A", ErrorCategory.NotFound), new("79999", "B", ErrorCategory.Gone), new("60001", "C", ErrorCategory.Gone)));

        findings.Should().ContainSingle().Which.Should().Match<LintFinding>(finding => finding.Rule == "duplicate-row" && finding.Severity == LintSeverity.Error && finding.Where == "row 79999 B");
    }

    [Fact]
    public void CheckOverlay_SectionsOverEachOther_TheFirstWins()
    {
        CodeSection first = Overlay(new CodeRow("79999", "A", ErrorCategory.NotFound));
        CodeSection second = Overlay(new CodeRow("079999", "B", ErrorCategory.NotFound));

        VendorLint.CheckOverlay(Vendor.YeastarPSeries, first, second).Should().ContainSingle().Which.Where.Should().Be("row 079999 B");
    }

    [Fact]
    public void CheckOverlay_SpaceThatNoEnvelopeDrawsFrom_FindsIt() =>
        VendorLint.CheckOverlay(Vendor.EightByEightConnect, new CodeSection(s_tickets, Basis.Observed, [new("1", "A", ErrorCategory.NotFound)]) { Space = "fax" })
            .Should().ContainSingle().Which.Rule.Should().Be("unreachable-row");

    [Fact]
    public void Rules_InThePage_AreThoseThatCasesBreak()
    {
        string page = Repository.Read("docs/lint.md");
        IEnumerable<string> rules = page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        rules.Where(rule => rule != "overlay-fault").Should().BeEquivalentTo(LintCases.All.Select(entry => entry.Rule).Distinct(StringComparer.Ordinal), "a rule that cannot fire is worth nothing");
    }

    private static CodeSection Overlay(params CodeRow[] rows) => new(s_tickets, Basis.Observed, rows);
}
