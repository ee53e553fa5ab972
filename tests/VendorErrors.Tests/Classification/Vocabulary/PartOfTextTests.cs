using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>A code that is a part of a text.</summary>
public class PartOfTextTests
{
    [Theory]
    [InlineData("#", null, """{"type":"https://acme.example/errors#jwt-expired"}""", "jwt-expired")]
    [InlineData("/", null, """{"type":"https:\/\/acme.example\/errors\/jwt-expired"}""", "jwt-expired")]
    [InlineData("//", "/", """{"type":"https:\/\/jwt-expired\/errors"}""", "jwt-expired")]
    [InlineData("#", ":", """{"type":"com.acme#jwt-expired:http://x/y"}""", "jwt-expired")]
    [InlineData("#", "/", """{"type":"a#b#jwt-expired\/c"}""", "jwt-expired")]
    [InlineData(" ", null, """{"type":"404   jwt-expired  "}""", "jwt-expired")]
    [InlineData("error=\"", "\"", """{"type":"Bearer error=\"jwt-expired\", x=\"y\""}""", "jwt-expired")]
    [InlineData("#", null, """{"type":"jwt-expired"}""", "jwt-expired")]
    [InlineData(null, ":", """{"type":"jwt-expired"}""", "jwt-expired")]
    [InlineData("\u00E9", null, """{"type":"caf\u00e9jwt-expired"}""", "caf\u00E9jwt-expired")]
    [InlineData("é", null, "{\"type\":\"caféjwt-expired\"}", "jwt-expired")]
    [InlineData(null, "C", """{"type":"jwt\u002dexpiredC"}""", "jwt-expired")]
    [InlineData("1", null, """{"type":12345}""", "2345")]
    [InlineData(null, ".", """{"type":400.7}""", "400")]
    public void Explain_PartOfAText_IsTheCode(string? after, string? before, string body, string code) =>
        Of(after, before).Explain(400, body).Code.Should().Be(code);

    [Theory]
    [InlineData("""{"type":"a#"}""")]
    [InlineData("""{"type":"a#  "}""")]
    [InlineData("""{"type":null}""")]
    public void Explain_NothingLeftOfTheText_IsNoCode(string body)
    {
        Vendor vendor = Acme.Of(new Envelope("own", Condition.Has("type")) { Code = [new ValueSource("type") { After = "#" }, "other"] });

        vendor.Explain(400, body).Code.Should().BeNull();
        vendor.Explain(400, body.Replace("}", ",\"other\":\"x\"}", StringComparison.Ordinal)).Code.Should().Be("x");
    }

    [Fact]
    public void Explain_PartOfAText_IsLookedUpAndWhereItIsStandsInTheEvidence()
    {
        VendorResult result = Of("#", null).Explain(401, """{"type":"https://acme.example#jwt-expired"}""");

        result.Category.Should().Be(CredentialExpired);
        result.Confidence.Should().Be(Confidence.Exact);
        result.Evidence.Should().ContainSingle(seen => seen.Source == EvidenceSource.Code && seen.Location == "type after '#'" && seen.Value == "jwt-expired");
    }

    [Theory]
    [InlineData("""{"type":"x#ok"}""")]
    [InlineData("""{"more":[1,2,3],"type":"x#ok"}""")]
    public void Classify_PartOfATextThatMeansSuccess_IsOne(string body)
    {
        VendorResult result = Of("#", null).Classify(200, body);

        result.Outcome.Should().Be(VendorOutcome.Success);
        result.Confidence.Should().Be(Confidence.Exact);
    }

    [Theory]
    [InlineData("""{"details":[{"@type":"a","reason":"FIRST"},{"@type":"info","reason":"SECOND"},{"@type":"info","reason":"THIRD"}]}""", "SECOND")]
    [InlineData("""{"details":{"@type":"info","reason":"ONLY"}}""", "ONLY")]
    [InlineData("""{"details":[1,null,"x",[],{"@type":"info","reason":7}]}""", "7")]
    [InlineData("""{"details":[{"@type":"info"},{"@type":"info","reason":"LATE"}]}""", null)]
    [InlineData("""{"details":[{"@type":"a","reason":"FIRST"}]}""", null)]
    [InlineData("""{"details":"info"}""", null)]
    public void Explain_EntryOfAList_IsTheFirstForWhichTheConditionHolds(string body, string? code)
    {
        Vendor vendor = Acme.Of(new Envelope("own", Condition.Has("details")) { Code = [ValueSource.InList("details", Condition.Is("@type", "info"), "reason")] });

        vendor.Explain(400, body).Code.Should().Be(code);
    }

    [Fact]
    public void Explain_PartOfAMessageAndOfAnEntry_AreCutToo()
    {
        Vendor vendor = Acme.Of(new Envelope("own", Condition.Has("items"))
        {
            Message = [new ValueSource("text") { After = "says: " }],
            CorrelationId = [ValueSource.InList("items", Condition.Has("id"), "id") with { Before = "-" }],
            Items = new ItemShape("items") { Code = [new ValueSource("type") { After = "." }], Message = [new ValueSource("text") { Before = " (" }] },
        });

        VendorAnswer answer = vendor.Explain(400, """{"text":"It says: no","items":[{"id":"a1-b","type":"x.y.Z","text":"Not now (7)"}]}""").Answer!;

        answer.Message.Should().Be("no");
        answer.CorrelationId.Should().Be("a1");
        answer.Items.Should().ContainSingle().Which.Should().Match<VendorItem>(item => item.Code == "Z" && item.Message == "Not now");
    }

    private static Vendor Of(string? after, string? before) => Acme.Of(
        new Envelope("own", Condition.Has("type")) { Code = [new ValueSource("type") { After = after, Before = before }] },
        new("jwt-expired", "Expired", CredentialExpired),
        new("ok", "OK", VendorOutcome.Success));
}
