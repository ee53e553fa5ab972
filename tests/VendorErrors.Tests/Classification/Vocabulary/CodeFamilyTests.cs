using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>Rows of many codes: stars, and ranges of words.</summary>
public class CodeFamilyTests
{
    private static readonly Envelope s_envelope = new("own", Condition.Has("code")) { Code = ["code"], InnerCode = ["inner"] };

    private static readonly Vendor s_acme = Acme.Of(
        s_envelope,
        new("*", "Refused", ValidationFailed),
        new("Throttling*", "Throttled", RateLimited),
        new("Throttling.User*", "Throttled user", QuotaExhausted),
        new("*.not.found", "Not found", NotFound),
        new("CMN-*-X", "Mixed", Gone),
        new("CMN-301", "Very code", PermissionDenied),
        new("CMN-301", "Range", InvalidState) { LastCode = "CMN-0310" },
        new("100", "Numbers", InvalidRequest) { LastCode = "199" },
        new("9*", "Nines", VendorInternal),
        new("ThrottlingException", "Fine", VendorOutcome.Success));

    [Theory]
    [InlineData("\"ThrottlingException\"", null, Confidence.Exact)]
    [InlineData("\"throttling\"", RateLimited, Confidence.Family)]
    [InlineData("\"ThrottlingX\"", RateLimited, Confidence.Family)]
    [InlineData("\"Throttlin\\u0067X\"", RateLimited, Confidence.Family)]
    [InlineData("\"Throttling.UserX\"", QuotaExhausted, Confidence.Family)]
    [InlineData("\"call.NOT.found\"", NotFound, Confidence.Family)]
    [InlineData("\"CMN-1-X\"", Gone, Confidence.Family)]
    [InlineData("\"CMN-X\"", ValidationFailed, Confidence.Family)]
    [InlineData("\"CMN-301\"", PermissionDenied, Confidence.Exact)]
    [InlineData("\"cmn-310\"", InvalidState, Confidence.Family)]
    [InlineData("\"CMN-302\"", InvalidState, Confidence.Family)]
    [InlineData("\"CMN-300\"", ValidationFailed, Confidence.Family)]
    [InlineData("\"CMN-311\"", ValidationFailed, Confidence.Family)]
    [InlineData("\"CMN-30a\"", ValidationFailed, Confidence.Family)]
    [InlineData("\"CMN-\"", ValidationFailed, Confidence.Family)]
    [InlineData("\"CMN-99999999999999999999\"", ValidationFailed, Confidence.Family)]
    [InlineData("150", InvalidRequest, Confidence.Family)]
    [InlineData("950", VendorInternal, Confidence.Family)]
    [InlineData("850", ValidationFailed, Confidence.Family)]
    [InlineData("\"caf\\u00e9\"", ValidationFailed, Confidence.Family)]
    [InlineData("\"\"", Unrecognized, Confidence.Default)]
    public void Explain_Code_HasTheMostSpecificRow(string code, ErrorCategory? category, Confidence confidence)
    {
        VendorResult result = s_acme.Explain(200, $$"""{"code":{{code}}}""");

        (result.Category, result.Confidence).Should().Be((category, confidence));
        result.CodeName.Should().Be(category switch { null => "Fine", PermissionDenied => "Very code", _ => null });
        result.Evidence.Should().Contain(seen => seen.Location == "code" && seen.Source == (confidence == Confidence.Family ? EvidenceSource.Family : EvidenceSource.Code));
    }

    [Fact]
    public void Explain_FamiliesOfOnePattern_DifferByTheirConditions()
    {
        Vendor vendor = Acme.Of(s_envelope, new("E*", "Any", InvalidRequest), new("E*", "Here", Gone) { Operation = "GET a" }, new("E*", "Under 404", NotFound) { OnHttpStatus = 404 });

        vendor.Classify(400, """{"code":"E1"}""", vendor.Operation("GET", "/a")).Category.Should().Be(Gone);
        vendor.Classify(404, """{"code":"E1"}""", vendor.Operation("GET", "/b")).Category.Should().Be(NotFound);
        vendor.Classify(400, """{"code":"E1"}""", vendor.Operation("GET", "/b")).Category.Should().Be(InvalidRequest);
    }

    [Theory]
    [InlineData(200, ValidationFailed, Effect.None, Confidence.Family)]
    [InlineData(0, ValidationFailed, Effect.None, Confidence.Family)]
    [InlineData(400, ValidationFailed, Effect.None, Confidence.Family)]
    [InlineData(418, ValidationFailed, Effect.None, Confidence.Family)]
    [InlineData(401, Unauthenticated, Effect.None, Confidence.StatusOnly)]
    [InlineData(404, NotFound, Effect.None, Confidence.StatusOnly)]
    [InlineData(429, RateLimited, Effect.None, Confidence.StatusOnly)]
    [InlineData(500, VendorInternal, Effect.Unknown, Confidence.StatusOnly)]
    [InlineData(503, VendorUnavailable, Effect.Unknown, Confidence.StatusOnly)]
    public void Explain_StarAlone_YieldsToAStatusThatSaysMore(int status, ErrorCategory category, Effect effect, Confidence confidence)
    {
        VendorResult result = s_acme.Explain(status, """{"code":"new_code"}""");

        (result.Category, result.Effect, result.Confidence, result.Code).Should().Be((category, effect, confidence, "new_code"));
        result.Evidence.Should().Contain(seen => seen.Location == "code" && seen.Verdict == (category == ValidationFailed ? EvidenceVerdict.Won : EvidenceVerdict.Lost));
    }

    [Fact]
    public void Classify_StarAloneUnderAStatusThatTheVendorNames_Yields()
    {
        var vendor = new Vendor("acme", "Acme", new VendorDefinition
        {
            Envelopes = [s_envelope],
            Codes =
            [
                Acme.Section(new CodeRow("*", "Refused", ValidationFailed)),
                new CodeSection(new SourceDocument("Statuses", "acme.example"), Basis.Documented, [new("400", "No such number", InvalidDestination)]) { IsHttpStatus = true },
            ],
        });

        vendor.Classify(400, """{"code":"x"}""").Category.Should().Be(InvalidDestination);
        vendor.Classify(422, """{"code":"x"}""").Category.Should().Be(ValidationFailed);
        vendor.Classify(200, """{"code":"x"}""").Category.Should().Be(ValidationFailed);
    }

    [Fact]
    public void Classify_StarAloneUnderA4xx_IsNotMoreRetryableThanTheStatus()
    {
        Vendor vendor = Acme.Of(s_envelope, new CodeRow("*", "Later", VendorUnavailable));

        vendor.Classify(400, """{"code":"x"}""").Retry.Disposition.Should().Be(RetryDisposition.Never);
        vendor.Classify(200, """{"code":"x"}""").Retry.Disposition.Should().Be(RetryDisposition.AfterDelay);
    }

    [Theory]
    [InlineData(400, 404, NotFound)]
    [InlineData(400, 400, ValidationFailed)]
    [InlineData(404, 0, NotFound)]
    public void Explain_StarAloneInAnEntry_YieldsToTheStatusOfTheEntry(int status, int own, ErrorCategory category)
    {
        Vendor vendor = Acme.Of(
            new Envelope("list", Condition.Has("errors")) { Items = new ItemShape("errors") { Code = ["code"], Status = "status" } },
            new CodeRow("*", "Refused", ValidationFailed));

        vendor.Explain(status, $$"""{"errors":[{"code":"x","status":{{own}}}]}""").Category.Should().Be(category);
    }

    [Fact]
    public void Explain_CodeThatRepeatsAnHttpStatus_ComesBeforeAStarAlone()
    {
        Vendor vendor = Acme.Of(
            new Envelope("own", Condition.Has("code")) { Code = ["code"], CodeMeaning = CodeMeaning.VendorOrHttpStatus },
            new CodeRow("*", "Refused", ValidationFailed));

        vendor.Explain(200, """{"code":404}""").Category.Should().Be(NotFound);
        vendor.Explain(200, """{"code":4040}""").Category.Should().Be(ValidationFailed);
    }

    [Fact]
    public void WithCodes_RowOfYourOwn_StaysBeforeTheFamilies() =>
        s_acme.WithCodes(Acme.Section(new CodeRow("Throttling.UserX", "Mine", Gone))).Classify(200, """{"code":"Throttling.UserX"}""").Category.Should().Be(Gone);

    [Trait("Category", "Slow")]
    [Fact]
    public void Classify_ThousandsOfWords_CostAsMuchAsNumbers()
    {
        const int Codes = 2000;
        Vendor words = Acme.Of(s_envelope, [.. Enumerable.Range(0, Codes).Select(i => new CodeRow(Word(i), "Word", NotFound)), new CodeRow("*", "Other", Gone)]);
        Vendor numbers = Acme.Of(s_envelope, [.. Enumerable.Range(0, Codes).Select(i => new CodeRow((100_000 + i).ToString(CultureInfo.InvariantCulture), "Number", NotFound))]);
        string[] ofWords = [.. Enumerable.Range(0, Codes).Select(i => $$"""{"code":"{{Word(i)}}"}""")];
        string[] ofNumbers = [.. Enumerable.Range(0, Codes).Select(i => $$"""{"code":"{{100_000 + i}}"}""")];

        double best = double.MaxValue;
        for (var round = 0; round < 40 && best > 2; round++)
        {
            double word = Time(words, ofWords);
            double number = Time(numbers, ofNumbers);
            best = round < 5 ? best : Math.Min(best, word / number);
        }

        best.Should().BeLessThanOrEqualTo(2);

        static string Word(int i) => $"error.of.some.kind.{i.ToString(CultureInfo.InvariantCulture)}x";
    }

    private static double Time(Vendor vendor, string[] bodies)
    {
        long start = Stopwatch.GetTimestamp();
        foreach (string body in bodies)
        {
            if (vendor.Classify(400, body).Category != NotFound)
            {
                throw new InvalidOperationException(body);
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
