using Acme.Voice;
using VendorErrors.Definitions;
using VendorErrors.Testing.Conformance;
using VendorErrors.Tests.Docs;

namespace VendorErrors.Testing.Tests.Conformance;

/// <summary>Every rule of the kit fires on a definition that breaks it, and says what is wrong; a sound one passes.</summary>
public class VendorConformanceTests
{
    public static TheoryData<int, string> Broken => new(Breakages.All.Select((broken, index) => (index, $"{broken.Rule}: {broken.Fault}")));

    [Theory]
    [MemberData(nameof(Broken))]
    public void Verify_BrokenDefinition_ThrowsWhatIsWrong(int index, string label)
    {
        Breakage broken = Breakages.All[index];

        string[] faults = [.. broken.Cases.Where(entry => entry.Rule == broken.Rule).Select(FaultOf).OfType<string>()];

        faults.Should().Contain(fault => fault.Contains(broken.Fault, StringComparison.Ordinal), label);
        faults.Should().OnlyContain(fault => fault.StartsWith(broken.Vendor.Id + ", ", StringComparison.Ordinal) && !fault.Contains('\n'), "a fault is one sentence that names the vendor first");
    }

    [Trait("Category", "Slow")]
    [Theory]
    [MemberData(nameof(Broken))]
    public void VerifyAll_BrokenDefinition_ListsTheFaultAmongAll(int index, string label)
    {
        Breakage broken = Breakages.All[index];

        broken.Invoking(kit => kit.VerifyAll()).Should().Throw<ConformanceException>(label).WithMessage($"* of {broken.Cases.Count} checks of {broken.Vendor.Id} failed.\n- *{broken.Fault}*");
    }

    [Fact]
    public void Cases_OfASoundDefinition_NameNoRuleThatNothingBreaks() =>
        new AcmeVoiceConformance().Cases.Select(entry => entry.Rule).Distinct(StringComparer.Ordinal)
            .Should().BeEquivalentTo(Breakages.All.Select(broken => broken.Rule).Distinct(StringComparer.Ordinal), "a rule that cannot fail is worth nothing");

    [Fact]
    public void Rules_InThePage_AreThoseOfTheKit()
    {
        string page = Repository.Read("docs/pack-reference.md");
        IEnumerable<string> rules = page[page.IndexOf("| rule |", StringComparison.Ordinal)..].Split('\n').Skip(2).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|')[1].Trim());

        // The rules of events are asked of a vendor that has any.
        IEnumerable<ConformanceCase> cases = [.. new AcmeVoiceConformance().Cases, .. new EventConformance(EventConformance.Sound, EventConformance.Over).Cases];
        rules.Should().Equal(cases.Select(entry => entry.Rule).Distinct(StringComparer.Ordinal));

        // The page's vendor has another id: one that a vendor of the library may have.
        Breakage retried = Breakages.All.Single(broken => broken.Fault.Contains("remove MaxRetryAttempts", StringComparison.Ordinal));
        Repository.Read("docs/add-a-vendor.md").Should().Contain(retried.Cases.Select(FaultOf).OfType<string>().Single()[retried.Vendor.Id.Length..], "the page shows a fault as it is printed");
    }

    [Fact]
    public void VerifyAll_SoundDefinition_Passes() => new AcmeVoiceConformance().Invoking(kit => kit.VerifyAll()).Should().NotThrow();

    [Trait("Category", "Slow")]
    [Fact]
    public void VerifyAll_LibraryVendorWithRowsOfOnesOwn_Passes()
    {
        var rows = new CodeSection(new SourceDocument("Tickets", "our own"), Basis.Observed, [new("79999", "SEEN ONCE", ErrorCategory.VendorInternal)]);

        new Breakage(string.Empty, string.Empty, () => Vendor.YeastarPSeries.WithCodes(rows)).Invoking(kit => kit.VerifyAll()).Should().NotThrow();
    }

    [Fact]
    public void VerifyAll_CodeThatAMemberBehindItTurnsIntoAFailure_Passes()
    {
        var vendor = new Vendor("test-voice", "Test Voice", new VendorDefinition
        {
            Envelopes = [new Envelope("result", Condition.Has("result")) { Template = """{"result":0,"errors":[]}""", FailureStatus = 200, Code = ["result"] }],
            Codes =
            [
                new CodeSection(new SourceDocument("Error codes", "docs.acme.example/errors"), Basis.Documented,
                [
                    new("0", "OK", VendorOutcome.Success),
                    new("0", "OK, with errors", ErrorCategory.ValidationFailed) { When = Condition.NotEmpty("errors") },
                ]),
            ],
        });

        new Breakage(string.Empty, string.Empty, () => vendor).Invoking(kit => kit.VerifyAll()).Should().NotThrow("a client that streams has to wait for the member that decides");
    }

    [Fact]
    public void Cases_AskedTwice_AreTheSame()
    {
        var kit = new AcmeVoiceConformance();

        kit.Cases.Should().BeSameAs(kit.Cases);
        kit.Cases.Select(entry => entry.ToString()).Should().OnlyHaveUniqueItems().And.Equal(new AcmeVoiceConformance().Cases.Select(entry => entry.ToString()));
    }

    [Fact]
    public void Verify_CapturedAnswer_ShowsNothingOfItsBody()
    {
        const string number = "+15551234567";
        var kit = new Breakage(string.Empty, string.Empty, () => AcmeVoice.Vendor, new CapturedAnswer("busy", 200, $$"""{ "result": "{{number}}", "text": "{{number}}" }""", VendorOutcome.Success) { Code = "0" });

        kit.Invoking(all => all.VerifyAll()).Should().Throw<ConformanceException>().Which.Message.Should().NotContain(number);
    }

    private static string? FaultOf(ConformanceCase entry)
    {
        try
        {
            entry.Verify();
            return null;
        }
        catch (ConformanceException fault)
        {
            return fault.Message;
        }
    }
}
