using System.Text;
using FluentAssertions;
using VendorErrors.Classification;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>Shapes that only answers with a failing HTTP status have.</summary>
public class OnlyOnFailureTests
{
    private static readonly Vendor s_acme = Acme.Of(
        new Envelope("error", Condition.Has("code")) { Code = ["code"], Message = ["message"], OnlyOnFailure = true },
        new CodeRow("17", "Busy", ConcurrencyLimited));

    private static readonly Vendor s_truthful = new("acme-truthful", "Acme Truthful", new VendorDefinition
    {
        SuccessMayCarryError = false,
        Envelopes =
        [
            new Envelope("error", Condition.Has("number")) { Code = ["number"], OnlyOnFailure = true },
            new Envelope("warning", Condition.Has("warning")) { Code = ["warning"] },
        ],
        Codes = [Acme.Section(new CodeRow("17", "Busy", ConcurrencyLimited))],
    });

    [Theory]
    [InlineData(429, ConcurrencyLimited)]
    [InlineData(400, ConcurrencyLimited)]
    [InlineData(500, ConcurrencyLimited)]
    [InlineData(0, ConcurrencyLimited)]
    public void Classify_FailingStatus_LooksForTheShape(int status, ErrorCategory category) =>
        s_acme.Classify(status, """{"code":17,"message":"x"}""").Category.Should().Be(category);

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(299)]
    public void Classify_2xx_IsASuccessWhateverTheBodyLooksLike(int status)
    {
        VendorResult result = s_acme.Classify(status, """{"code":17,"data":[1]}""");

        (result.Outcome, result.Confidence).Should().Be((VendorOutcome.Success, Confidence.StatusOnly));
        s_acme.Explain(status, """{"code":17,"data":[1]}""").Answer!.Code.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"number":17,"more":[""", Truth.Yes)]
    [InlineData("""{"Number""", Truth.Open)]
    [InlineData("""{"Number":""", Truth.Yes)]
    [InlineData("""{"warning":17,"more":[""", Truth.No)]
    [InlineData("""{"error":17,"more":[""", Truth.Open)]
    public void ClassifyBeginning_MemberOfAFailure_HoldsUpNoSuccess(string body, object isSuccess) =>
        Classifier.ClassifyBeginning(s_truthful.Catalog, new VendorResponse(200, Encoding.UTF8.GetBytes(body)), out _, out _).Should().Be((Truth)isSuccess);
}
