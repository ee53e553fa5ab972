using VendorErrors.Definitions;
using VendorErrors.Testing.Conformance;

namespace VendorErrors.Testing.Tests.Responses;

/// <summary>Codes that only an entry of a list carries, and conditions on entries of lists.</summary>
public class ListCodeTests
{
    private static readonly Vendor s_results = Define(new Envelope("batch", Condition.Has("messages"))
    {
        Template = """{"rejected":"{failed}","messages":[]}""",
        Items = new ItemShape("messages") { Failed = Condition.Is("state", "failed"), Code = ["error.code"], Message = ["error.text"], Id = ["id"] },
    });

    private static readonly Vendor s_causes = Define(new Envelope("errors", Condition.Has("errors[].code").And(Condition.NotEmpty("errors[]")))
    {
        Items = new ItemShape("errors") { Code = ["code"], Message = ["text"] },
    });

    [Fact]
    public void For_CodeThatOnlyAResultCarries_IsComposedAndReadAgain()
    {
        ComposedResponse response = VendorResponses.For(s_results, "17", new ResponseOptions { Message = "too short" });
        VendorResult result = response.Classify();

        response.Body.Should().Be("""{"rejected":1,"messages":[{"error":{"code":17,"text":"too short"},"state":"failed"}]}""");
        (result.Code, result.CodeName, result.Category, result.Confidence).Should().Be(("17", "Bad number", ErrorCategory.InvalidDestination, Confidence.Exact));
        result.Error!.Message.Should().Be("too short");
    }

    [Fact]
    public void For_CodeOfARangeOfResults_IsAFamily() => VendorResponses.For(s_results, "905").Classify().Confidence.Should().Be(Confidence.Family);

    [Fact]
    public void Unlisted_CodeOfAResult_IsKept() => VendorResponses.Unlisted(s_results, "4711").Classify().Code.Should().Be("4711");

    [Fact]
    public void For_SuccessThatOnlyAResultCarries_IsAnEntryThatWorked()
    {
        ComposedResponse response = VendorResponses.For(s_results, "1");

        response.Body.Should().Be("""{"rejected":0,"messages":[{"error":{"code":1,"text":"Queued"}}]}""");
        response.Classify().Outcome.Should().Be(VendorOutcome.Success);
    }

    [Fact]
    public void For_ConditionOnAnEntry_LeavesItsCodeAsItIs()
    {
        ComposedResponse response = VendorResponses.For(s_causes, "17");

        response.Body.Should().Be("""{"errors":[{"code":17,"text":"Bad number"}]}""");
        response.Classify().Code.Should().Be("17");
    }

    [Fact]
    public void For_PathInAnotherCaseThanTheTemplate_HasTheMemberOnce()
    {
        Vendor vendor = Define(new Envelope("own", Condition.Has("STATUS.Code")) { Template = """{"Status":{"code":0}}""", Code = ["status.CODE"] });

        VendorResponses.For(vendor, "17").Body.Should().Be("""{"Status":{"code":17}}""");
    }

    [Fact]
    public void Cases_OfAVendorWhoseCodesAreOnlyInResults_AllPass() => new Conformance(s_results).VerifyAll();

    private static Vendor Define(Envelope envelope) => new("acme-lists", "Acme Lists", new VendorDefinition
    {
        Envelopes = [envelope],
        Codes =
        [
            new CodeSection(new SourceDocument("Manual", "acme.example/manual"), Basis.Documented,
            [
                new("1", "Queued", VendorOutcome.Success),
                new("17", "Bad number", ErrorCategory.InvalidDestination),
                new("900", "Our own fault", ErrorCategory.VendorInternal) { LastCode = "999" },
            ]),
        ],
    });

    private sealed class Conformance(Vendor vendor) : VendorConformance
    {
        public override Vendor Vendor { get; } = vendor;
    }
}
