using System.Text;
using FluentAssertions;
using Xunit;
using static VendorErrors.Confidence;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification;

/// <summary>What an answer means by its code, its HTTP status and its list of entries, and how sure that is.</summary>
public class InterpreterTests
{
    [Theory]
    [InlineData("""{"httpCode":404}""", NotFound, StatusOnly)]
    [InlineData("""{"httpCode":418}""", InvalidRequest, Default)]
    [InlineData("""{"httpCode":409}""", ConcurrencyLimited, Exact)]
    [InlineData("""{"httpCode":599}""", VendorUnspecified, Default)]
    [InlineData("""{"httpCode":600}""", Unrecognized, Default)]
    [InlineData("""{"httpCode":1}""", Unrecognized, Default)]
    [InlineData("""{"anyCode":404}""", Gone, Exact)]
    [InlineData("""{"anyCode":400}""", InvalidRequest, StatusOnly)]
    [InlineData("""{"anyCode":403}""", PermissionDenied, StatusOnly)]
    [InlineData("""{"anyCode":399}""", Unrecognized, Default)]
    [InlineData("""{"anyCode":200}""", Unrecognized, Default)]
    [InlineData("""{"anyCode":1}""", ValidationFailed, Exact)]
    [InlineData("""{"code":403}""", Unrecognized, Default)]
    [InlineData("""{"code":404}""", Gone, Exact)]
    [InlineData("""{"code":1500}""", InvalidRequest, Family)]
    public void Explain_CodeUnder200_MeansWhatItsEnvelopeSays(string body, ErrorCategory category, Confidence confidence)
    {
        VendorResult result = RuleVendor.Explain(200, body);

        result.Category.Should().Be(category);
        result.Confidence.Should().Be(confidence);
    }

    [Theory]
    [InlineData("""{"httpCode":200}""", VendorOutcome.Success, StatusOnly)]
    [InlineData("""{"code":0}""", VendorOutcome.Success, Exact)]
    [InlineData("""{"code":0,"warned":true}""", VendorOutcome.SuccessWithWarning, Exact)]
    [InlineData("""{"done":true}""", VendorOutcome.SuccessWithWarning, Family)]
    [InlineData("""{"errors":[]}""", VendorOutcome.Success, Family)]
    [InlineData("""{"results":[]}""", VendorOutcome.Success, Family)]
    [InlineData("""{"results":[{"state":"sent"}]}""", VendorOutcome.Success, Family)]
    public void Explain_NoFailureUnder200_IsAsSureAsItsEvidence(string body, VendorOutcome outcome, Confidence confidence)
    {
        VendorResult result = RuleVendor.Explain(200, body);

        result.Outcome.Should().Be(outcome);
        result.Effect.Should().Be(Effect.Applied);
        result.Confidence.Should().Be(confidence);
        result.Answer!.Items.Should().BeEmpty();
    }

    [Fact]
    public void Explain_NoCodeAndNoStatus_IsAGuess() => RuleVendor.Explain(0, """{"errors":[]}""").Confidence.Should().Be(Default);

    [Theory]
    [InlineData("""[{"state":"failed","code":1},{"state":"sent"}]""", VendorOutcome.PartialSuccess, Effect.Partial, Family)]
    [InlineData("""[{"state":"sent"},{"state":"sent"},{"state":"failed","code":1}]""", VendorOutcome.PartialSuccess, Effect.Partial, Family)]
    [InlineData("""[{"state":"failed","code":1}]""", VendorOutcome.Failure, Effect.None, Exact)]
    public void Explain_ResultsWithoutCounts_AreReadByTheirEntries(string results, VendorOutcome outcome, Effect effect, Confidence confidence)
    {
        VendorResult result = RuleVendor.Explain(200, $$"""{"results":{{results}}}""");

        result.Outcome.Should().Be(outcome);
        result.Effect.Should().Be(effect);
        result.Confidence.Should().Be(confidence);
        result.Category.Should().Be(outcome == VendorOutcome.Failure ? ValidationFailed : null);
        result.Answer!.Items.Should().ContainSingle().Which.Category.Should().Be(ValidationFailed);
    }

    [Fact]
    public void Explain_BatchWhereAllWorked_IsASuccess() =>
        Vendor.EightByEightConnect.Explain(new VendorResponse(200, """{"acceptedCount":1,"rejectedCount":0,"messages":[{"umid":"a","status":{"code":"QUEUED"}}]}"""u8))
            .Outcome.Should().Be(VendorOutcome.Success);

    [Theory]
    [InlineData("""{"done":false}""", VendorUnspecified, Effect.Unknown)]
    [InlineData("""{"done":false,"rejected":true}""", VendorInternal, Effect.None)]
    public void Explain_FailureByAMember_HasCategoryAndEffectOfItsRule(string body, ErrorCategory category, Effect effect)
    {
        VendorResult result = RuleVendor.Explain(200, body);

        result.Category.Should().Be(category);
        result.Effect.Should().Be(effect);
    }

    [Fact]
    public void Explain_FailureWithDetails_KeepsCodeAndDetails()
    {
        VendorResult result = RuleVendor.Explain(400, """{"code":5,"message":"odd","details":[{"code":1,"message":"a"},{"code":4,"message":"b"}]}""");

        result.Code.Should().Be("5");
        result.Category.Should().Be(VendorUnspecified);
        result.Retry.MaxRetryAttempts.Should().Be(5, "the row says so, whatever the category says");
        result.Answer!.Items.Select(item => item.CodeName).Should().Equal("Bad Field", "Not Started");
    }

    [Fact]
    public void Explain_SuccessWithAListOfTheNameOfTheDetails_HasNoEntries() =>
        RuleVendor.Explain(200, """{"code":0,"details":[{"code":1,"message":"a"}]}""").Answer!.Items.Should().BeEmpty();

    [Theory]
    [InlineData("""{"code":1,"message":"cut her""", ValidationFailed)]
    [InlineData("""{"message":"cut her""", null)]
    [InlineData("""{"a":1,]""", ProtocolViolation)]
    public void Explain_BodyCutByOurLimit_CountsAsFarAsItGoes(string body, ErrorCategory? category) =>
        RuleVendor.Acme.Explain(new VendorResponse(200, Encoding.UTF8.GetBytes(body)) { IsTruncated = true }).Category.Should().Be(category);

    [Theory]
    [InlineData(500, VendorInternal)]
    [InlineData(404, NotFound)]
    public void Explain_FailureCutByOurLimitBeforeItsCode_CountsByItsStatus(int status, ErrorCategory category) =>
        RuleVendor.Acme.Explain(new VendorResponse(status, """{"message":"cut her"""u8) { IsTruncated = true }).Category.Should().Be(category);

    [Theory]
    [InlineData("""{"code":1}""", EvidenceSource.Code)]
    [InlineData("""{"code":1500}""", EvidenceSource.Family)]
    public void Explain_CodeOfARange_IsDecidedByItsFamily(string body, EvidenceSource source) =>
        RuleVendor.Explain(200, body).Evidence.Should().ContainSingle(seen => seen.Verdict == EvidenceVerdict.Won).Which.Source.Should().Be(source);

    [Fact]
    public void Explain_CodeInABrokenBody_IsNamedAndDoesNotDecide()
    {
        VendorResult result = RuleVendor.Explain(200, """{"code":1,"message":"x"} and more""");

        result.Category.Should().Be(ProtocolViolation);
        result.Code.Should().Be("1");
        result.CodeName.Should().Be("Bad Field");
    }
}
