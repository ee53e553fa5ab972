using System.Text;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>Who has chosen the wrong vendor is told whose answer it looks like; the verdict stays what it is.</summary>
public class LookAlikeTests
{
    private const string Twilio = """{"code":20003,"message":"Authenticate","more_info":"https://www.twilio.com/docs/errors/20003","status":401}""";
    private const string Dexatel = """{"errors":[{"timestamp":"2026-01-01","path":"/v1/messages","method":"POST","status":"400","message":"Your account is not yet activated","code":1524}]}""";

    [Fact]
    public void Explain_AnswerOfAnotherVendor_NamesIt()
    {
        VendorResult result = Explain(Vendor.YeastarPSeries, 401, Twilio);

        result.Evidence.Select(evidence => evidence.Rule).Should().ContainSingle(rule => rule.Contains("looks like an answer of", StringComparison.Ordinal))
            .Which.Should().Contain("(twilio)").And.Contain("never guessed");
    }

    [Fact]
    public void Explain_AnswerOfAnotherVendor_HasTheVerdictOfTheChosenOne() =>
        VerdictOf(Explain(Vendor.TalkdeskDialer, 401, Twilio)).Should().Be(VerdictOf(Vendor.TalkdeskDialer.Classify(401, Twilio)));

    [Fact]
    public void Explain_OwnAnswer_SaysNothingOfOthers() => Hints(Explain(Vendor.Twilio, 401, Twilio)).Should().BeEmpty();

    [Fact]
    public void Explain_AnswerWithACodeThatNobodyKnows_SaysNothing() => Hints(Explain(Vendor.YeastarPSeries, 400, """{"wrong":"nobody-has-this-code"}""")).Should().BeEmpty();

    [Fact]
    public void Explain_PageOfAGateway_SaysNothingOfVendors() => Hints(Explain(Vendor.Dexatel, 502, "<html><head><title>502 Bad Gateway</title></head></html>")).Should().BeEmpty();

    [Fact]
    public void Explain_ListOfCausesOfAnotherVendor_IsNotGuessedByItsShapeAlone() => Hints(Explain(Vendor.YeastarPSeries, 400, Dexatel)).Should().NotContain(rule => rule.Contains("(jsonapi)", StringComparison.Ordinal));

    [Fact]
    public void Classify_AnswerOfAnotherVendor_PaysNothingForTheHint() => Hints(Vendor.YeastarPSeries.Classify(401, Twilio)).Should().BeEmpty();

    private static (VendorOutcome, ErrorCategory?, Effect, Confidence) VerdictOf(VendorResult result) => (result.Outcome, result.Category, result.Effect, result.Confidence);

    private static VendorResult Explain(Vendor vendor, int status, string body) => vendor.Explain(new VendorResponse(status, Encoding.UTF8.GetBytes(body)));

    private static IEnumerable<string> Hints(VendorResult result) => result.Evidence.Select(evidence => evidence.Rule).Where(rule => rule.Contains("looks like", StringComparison.Ordinal));
}
