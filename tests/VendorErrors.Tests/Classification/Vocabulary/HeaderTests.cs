using System.Text;
using FluentAssertions;
using VendorErrors.Classification;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>Headers as the place of a code, of words, of an id, and of what a condition looks at.</summary>
public class HeaderTests
{
    private static readonly Vendor s_aws = new("acme-aws", "Acme Aws", new VendorDefinition
    {
        Envelopes =
        [
            new Envelope("service error", Condition.Has(ValueSource.FromHeader("x-amzn-errortype")).Or(Condition.Has("__type")))
            {
                Code = [ValueSource.FromHeader("x-amzn-ErrorType") with { Before = ":" }, new ValueSource("__type") { After = "#" }],
                Message = ["message", ValueSource.FromHeader("x-amzn-message")],
                CorrelationId = [ValueSource.FromHeader("x-amzn-RequestId"), "id"],
            },
            new Envelope("bearer", Condition.Has(ValueSource.FromHeader("WWW-Authenticate")).And(Condition.Lacks("error")))
            {
                Code = [ValueSource.FromHeader("WWW-Authenticate") with { After = "error=\"", Before = "\"" }],
            },
            new Envelope("any JSON", Condition.Lacks("nothing")) { Code = ["code"] },
        ],
        Codes =
        [
            Acme.Section(
                new("ThrottlingException", "Throttled", RateLimited),
                new("invalid_token", "Expired", CredentialExpired),
                new("0", "Fine", VendorOutcome.Success)),
        ],
    });

    [Theory]
    [InlineData("""{"message":"Rate exceeded"}""", "Rate exceeded")]
    [InlineData("", null)]
    [InlineData("no JSON", "no JSON")]
    [InlineData("<html><title>Slow down</title></html>", "Slow down")]
    [InlineData("""{"message":"Rate ex""", "Rate exceeded")]
    [InlineData("[1,2]", null)]
    public void Explain_CodeInAHeader_CountsWhateverTheBodyIs(string body, string? message)
    {
        VendorResult result = s_aws.Explain(400, body, ("X-AMZN-ERRORTYPE", "ThrottlingException:http://internal.amazon.com/coral/"), ("X-Amzn-RequestId", "r-1"));

        result.Category.Should().Be(RateLimited);
        result.Code.Should().Be("ThrottlingException");
        result.Confidence.Should().Be(Confidence.Exact);
        result.Retry.Disposition.Should().Be(RetryDisposition.AfterDelay);
        result.Answer!.CorrelationId.Should().Be("r-1");
        (body.EndsWith("ex", StringComparison.Ordinal) ? message : result.Answer.Message).Should().Be(message);
        result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.Code && seen.Verdict == EvidenceVerdict.Won && seen.Location == "the header x-amzn-ErrorType before ':'");
    }

    [Fact]
    public void Explain_EmptyBodyWithAHeaderThatShowsTheEnvelope_SaysSoInTheEvidence()
    {
        VendorResult result = s_aws.Explain(401, "", ("WWW-Authenticate", "Bearer realm=\"x\", error=\"invalid_token\", error_description=\"The token expired\""));

        result.Category.Should().Be(CredentialExpired);
        result.Retry.Disposition.Should().Be(RetryDisposition.AfterCredentialRefresh);
        result.Evidence.Should().Contain(seen => seen.Location == "headers" && seen.Rule == "they show the envelope 'bearer'");
        result.Evidence.Should().Contain(seen => seen.Location == "body" && seen.Value == "empty");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("<p>no JSON</p>")]
    public void Explain_EnvelopeThatNeedsNoHeader_TakesNoBodyThatIsNoJson(string body)
    {
        s_aws.Explain(400, body).Evidence.Should().NotContain(seen => seen.Value == "any JSON");
        s_aws.Explain(400, body, ("x-amzn-message", "x")).Evidence.Should().NotContain(seen => seen.Value == "any JSON" || seen.Location == "headers");
        s_aws.Explain(400, body, ("Other", "x")).Category.Should().Be(InvalidRequest);
        s_aws.Explain(400, """{"code":5}""").Code.Should().Be("5");
    }

    [Fact]
    public void Explain_HeaderWithSeveralValues_IsOneListOfThem()
    {
        var response = new VendorResponse(401, default) { Headers = [new("WWW-Authenticate", ["Basic", "Bearer error=\"invalid_token\""])] };

        s_aws.Explain(response).Code.Should().Be("invalid_token");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Bearer error=\"\"")]
    public void Explain_HeaderThatSaysNothing_HoldsNoCode(string value)
    {
        VendorResult result = s_aws.Explain(401, "", ("WWW-Authenticate", value));

        result.Code.Should().BeNull();
        result.Category.Should().Be(Unauthenticated);
    }

    [Fact]
    public void Explain_HugeHeader_IsReadInPart()
    {
        VendorResult result = s_aws.Explain(400, "", ("x-amzn-errortype", new string('x', 1_000_000)));

        result.Code!.Length.Should().Be(8 * 1024);
    }

    [Theory]
    [InlineData(200, """{"code":0}""")]
    [InlineData(201, """{"id":7}""")]
    [InlineData(200, """{"__type":"x#ThrottlingException"}""")]
    [InlineData(204, "")]
    [InlineData(200, "text")]
    [InlineData(200, "<a/>")]
    [InlineData(299, """{"code":""")]
    [InlineData(200, """{"error":"x"}""")]
    public void Classify_HeadersUnderA2xx_ChangeNothing(int status, string body)
    {
        VendorResponse with = Acme.Response(status, body, ("x-amzn-errortype", "ThrottlingException"), ("WWW-Authenticate", "Bearer error=\"invalid_token\""));
        VendorResult bare = s_aws.Classify(status, body);

        VendorResult result = s_aws.Classify(with);
        VendorResult full = s_aws.Explain(with);

        (result.Outcome, result.Effect, result.Confidence, result.Category, result.Code).Should().Be((bare.Outcome, bare.Effect, bare.Confidence, bare.Category, bare.Code));
        (full.Outcome, full.Effect, full.Confidence, full.Category, full.Code).Should().Be((bare.Outcome, bare.Effect, bare.Confidence, bare.Category, bare.Code));
        Classifier.ClassifyBeginning(s_aws.Catalog, with, out _, out bool isWhole).Should().Be(Classifier.ClassifyBeginning(s_aws.Catalog, new VendorResponse(status, with.Body), out _, out bool isWholeBare));
        isWhole.Should().Be(isWholeBare);
    }

    [Fact]
    public void Explain_IdInAHeader_IsKeptUnderAnyStatus()
    {
        s_aws.Explain(200, """{"__type":"x#0"}""", ("x-amzn-requestid", "r-1")).Answer!.CorrelationId.Should().Be("r-1");
        s_aws.Explain(400, """{"__type":"x#0","id":"b-1"}""").Answer!.CorrelationId.Should().Be("b-1");
        s_aws.Explain(502, "<html>Bad Gateway</html>", ("x-amzn-requestid", " r-2 ")).Answer!.CorrelationId.Should().Be("r-2");
        s_aws.Explain(200, "file", ("x-amzn-requestid", "r-3")).Answer!.CorrelationId.Should().Be("r-3");
    }

    [Fact]
    public void Classify_RowWithAConditionOnAHeader_IsTheOneThatHolds()
    {
        Vendor vendor = Acme.Of(
            new Envelope("own", Condition.Has("code")) { Code = ["code"] },
            new("7", "Busy", RateLimited),
            new("7", "Used up", QuotaExhausted) { When = Condition.Is(ValueSource.FromHeader("X-Limit"), "day") });

        vendor.Explain(429, """{"code":7}""", ("x-limit", "Day")).Category.Should().Be(QuotaExhausted);
        vendor.Explain(429, """{"code":7}""", ("x-limit", "second")).Category.Should().Be(RateLimited);
        vendor.Explain(200, """{"code":7}""", ("x-limit", "Day")).Category.Should().Be(RateLimited);
    }

    [Fact]
    public void Classify_HeadersOfOddForm_ThrowNothing()
    {
        var response = new VendorResponse(400, Encoding.UTF8.GetBytes("{}"))
        {
            Headers = [new(null!, ["x"]), new("x-amzn-errortype", null!), new("WWW-Authenticate", [null!]), new("x-amzn-RequestId", [])],
        };

        s_aws.Classify(response).Category.Should().Be(InvalidRequest);
    }
}
