using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification;

/// <summary>Which entry of a list speaks for the whole answer, and what an entry means.</summary>
public class ItemInterpreterTests
{
    [Theory]
    [InlineData("""[{"code":2}]""", RateLimited, "2")]
    [InlineData("""[{"code":1},{"code":404}]""", ValidationFailed, "1")]
    [InlineData("""[{"code":404},{"code":1}]""", Gone, "404")]
    [InlineData("""[{"code":99,"status":404},{"code":1,"status":404}]""", ValidationFailed, "1")]
    [InlineData("""[{"code":2},{"code":3}]""", CredentialExpired, "3")]
    [InlineData("""[{"code":3},{"code":1}]""", ValidationFailed, "1")]
    [InlineData("""[{"code":1},{"code":3},{"code":2}]""", ValidationFailed, "1")]
    [InlineData("""[{"code":1},{"code":5}]""", VendorUnspecified, "5")]
    [InlineData("""[{"code":4},{"code":2}]""", VendorInternal, "4")]
    public void Explain_SeveralCauses_TheWorstLeads(string errors, ErrorCategory category, string code)
    {
        VendorResult result = RuleVendor.Explain(400, $$"""{"errors":{{errors}}}""");

        result.Category.Should().Be(category);
        result.Code.Should().Be(code);
    }

    [Theory]
    [InlineData(400, """{"errors":[{"code":1234}]}""")]
    [InlineData(200, """{"results":[{"code":1234,"state":"failed"}]}""")]
    public void Explain_CodeOfARange_IsAFamilyAndHasNoNameOfItsOwn(int status, string body)
    {
        VendorResult result = RuleVendor.Explain(status, body);

        result.Category.Should().Be(InvalidRequest);
        result.Confidence.Should().Be(Confidence.Family);
        result.Answer!.Items.Should().ContainSingle().Which.CodeName.Should().BeNull();
        result.CodeName.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"errors":[{"code":1}]}""", Confidence.Exact)]
    [InlineData("""{"errors":[{"message":"x"}]}""", Confidence.StatusOnly)]
    public void Explain_Cause_IsAsSureAsItsCode(string body, Confidence confidence) => RuleVendor.Explain(400, body).Confidence.Should().Be(confidence);

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("true")]
    public void Explain_CauseThatIsNoWords_IsNoMessage(string entry) =>
        RuleVendor.Explain(400, $$"""{"errors":[{{entry}}]}""").Answer!.Items.Should().ContainSingle().Which.Message.Should().BeNull();

    [Fact]
    public void Explain_ConditionOfARow_IsAboutTheBodyThatHoldsTheList()
    {
        var vendor = new Vendor("acme-lists", "Acme Lists", new VendorDefinition
        {
            Envelopes = [new Envelope("errors", Condition.Has("errors")) { Items = new ItemShape("errors") { Code = ["code"] } }],
            Codes =
            [
                new CodeSection(new SourceDocument("Manual", "acme.example"), Basis.Documented,
                [
                    new("1", "Late", Gone),
                    new("1", "Late in a dry run", ValidationFailed) { When = Condition.IsTrue("dry") },
                ]),
            ],
        });

        vendor.Classify(400, """{"errors":[{"code":1}],"dry":true}""").Category.Should().Be(ValidationFailed);
        vendor.Classify(400, """{"errors":[{"code":1,"dry":true}]}""").Category.Should().Be(Gone);
    }

    [Fact]
    public void Explain_TextBehindAnObject_HasNothingOfIt()
    {
        VendorItem text = RuleVendor.Explain(400, """{"errors":[{"code":404,"message":"gone","status":404},"404 words, and many more of them than that"]}""").Answer!.Items[1];

        text.Code.Should().BeNull();
        text.HttpStatus.Should().BeNull();
        text.Message.Should().Be("404 words, and many more of them than that");
    }

    [Theory]
    [InlineData(400, """[{"message":"x"}]""", InvalidRequest)]
    [InlineData(400, """[{"message":"x","status":404}]""", NotFound)]
    [InlineData(400, """[{"message":"x","status":7}]""", InvalidRequest)]
    [InlineData(400, """[{"code":8,"message":"No such call"}]""", NotFound)]
    [InlineData(400, """[{"code":8,"message":"x"}]""", VendorUnspecified)]
    [InlineData(400, """["x"]""", InvalidRequest)]
    [InlineData(200, """[{"code":99}]""", Unrecognized)]
    public void Explain_OneCause_IsReadByCodeStatusAndWords(int status, string errors, ErrorCategory category)
    {
        VendorResult result = RuleVendor.Explain(status, $$"""{"errors":{{errors}}}""");

        result.Category.Should().Be(category);
        result.Evidence.Should().NotContain(seen => seen.Rule == "more entries than are kept");
    }

    [Fact]
    public void Explain_CauseWithoutCodeAndStatus_MeansWhatTheAnswersStatusMeans() =>
        RuleVendor.Explain(404, """{"errors":[{"message":"x"}]}""").Answer!.Items.Should().ContainSingle().Which.Category.Should().Be(NotFound);

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void Explain_MoreThanAThousandCauses_KeepsAThousandAndSaysSo(int count, bool isCut)
    {
        VendorResult result = RuleVendor.Explain(400, $$"""{"errors":[{{string.Join(',', Enumerable.Repeat("""{"code":1}""", count))}}]}""");

        result.Answer!.Items.Should().HaveCount(1000);
        result.Evidence.Any(seen => seen is { Source: EvidenceSource.Note, Location: "body", Rule: "more entries than are kept" }).Should().Be(isCut);
    }

    [Fact]
    public void Explain_CausesThatAreTexts_AreMessages()
    {
        VendorResult result = RuleVendor.Explain(400, """{"errors":["no number",null,"no caller"]}""");

        result.Answer!.Items.Select(item => item.Message).Should().Equal("no number", "no caller");
        result.Answer.Messages.Should().Equal("no number", "no caller");
    }

    [Fact]
    public void Explain_SeveralCauses_TheMessageOfTheWorstComesFirst() =>
        RuleVendor.Explain(400, """{"errors":[{"code":2,"message":"a"},{"code":1,"message":"b"},{"code":2,"message":"c"}]}""").Answer!.Messages.Should().Equal("b", "a", "c");
}
