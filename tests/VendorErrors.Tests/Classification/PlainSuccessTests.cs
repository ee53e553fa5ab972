using System.Collections.Concurrent;
using System.Text;
using FluentAssertions;
using VendorErrors.Classification;
using VendorErrors.Classification.Bodies;
using VendorErrors.Definitions;
using VendorErrors.Json;
using VendorErrors.Testing.Conformance;
using VendorErrors.Tests.Fixtures;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>
/// A plain success against what the exact reading says. They may differ in this alone: a success does not look at what is
/// within values that it skips, and of a body of more than <see cref="Classifier.CheckedBytes"/> not at what follows the verdict.
/// </summary>
public class PlainSuccessTests
{
    private static readonly int s_answersPerVendor = Effort.Of(25_000);
    private static readonly int s_cutsPerVendor = Effort.Of(300);
    private const int Seed = 20260108;

    private static readonly ConcurrentDictionary<string, Vendor> s_distrusted = new(StringComparer.Ordinal);

    private static readonly string s_filler = "\"filler\":[" + string.Join(',', Enumerable.Repeat("""{"a":"]}","b":[1,2]}""", 400)) + "]";

    public static TheoryData<string> VendorIds => FixtureTests.VendorIds;

    [Fact]
    public void Classify_ShapeOfOneOperation_IsNoSuccessElsewhere()
    {
        var document = new SourceDocument("Manual", "acme.example");
        var vendor = new Vendor("acme-operations", "Acme Operations", new VendorDefinition
        {
            Envelopes =
            [
                new Envelope("calls", Condition.Has("code")) { Operation = "POST calls", Code = ["code"], Space = "calls" },
                new Envelope("lines", Condition.Has("code")) { Code = ["code"], Space = "lines" },
            ],
            Codes =
            [
                new CodeSection(document, Basis.Documented, [new("0", "Placed", VendorOutcome.Success)]) { Space = "calls" },
                new CodeSection(document, Basis.Documented, [new("0", "No such line", ErrorCategory.NotFound)]) { Space = "lines" },
            ],
        });

        vendor.Classify(200, """{"code":0,"x":1}"""u8, vendor.Operation("POST", "/v1/calls")).IsSuccess.Should().BeTrue();
        vendor.Classify(200, """{"code":0,"x":1}"""u8, vendor.Operation("GET", "/v1/lines")).Category.Should().Be(ErrorCategory.NotFound);
    }

    [Trait("Category", "Slow")]
    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_HostileAnswers_AgreesWithTheWholeReading(string id) => ForAnswers(id, s_answersPerVendor, (vendor, response) =>
    {
        VendorResult result = vendor.Classify(response);

        // XML that is data has no members that this measure could read.
        if (IsPlain(result) && !(vendor.Definition.ReadsXml && response.Body.TrimStart((byte)' ').StartsWith("<"u8)))
        {
            IsPlainSuccess(vendor, response, passBrokenValues: true, out _, out VendorResult whole).Should().BeTrue("of {0}", Encoding.UTF8.GetString(response.Body));
            result.Should().Be(whole, "of {0}", Encoding.UTF8.GetString(response.Body));
        }
    });

    [Trait("Category", "Slow")]
    [Theory]
    [MemberData(nameof(VendorIds))]
    public void Classify_HostileAnswersOfLargeSize_AgreesWithTheWholeReading(string id) => ForAnswers(id, s_answersPerVendor / 5, (vendor, response) =>
    {
        int brace = response.Body.IndexOf((byte)'{');
        int comma = response.Body.IndexOf((byte)',');
        if (brace != 0 || comma < 0)
        {
            return;
        }

        // Behind the first member, or in the midst of something.
        byte[] body = [.. response.Body[..comma], (byte)',', .. Encoding.UTF8.GetBytes(s_filler), .. response.Body[comma..]];
        var large = new VendorResponse(response.Status, body) { Method = response.Method, Path = response.Path };

        VendorResult result = vendor.Classify(large);

        if (IsPlain(result) && !(IsPlainSuccess(vendor, large, passBrokenValues: false, out Reading reading, out VendorResult whole) && result.Equals(whole)))
        {
            (reading.HasDuplicates || reading.Fault != JsonFault.None).Should().BeTrue("of {0}", Encoding.UTF8.GetString(response.Body));
        }
    });

    [Trait("Category", "Slow")]
    [Theory]
    [MemberData(nameof(VendorIds))]
    public void ClassifyBeginning_BeginningsOfHostileAnswers_SayNothingThatTheRestTakesBack(string id) => ForAnswers(id, s_cutsPerVendor, (vendor, response) =>
    {
        vendor = Distrusted(vendor);
        bool isPlain = IsPlainSuccess(vendor, response, passBrokenValues: true, out Reading reading, out _);
        for (var length = 0; length < response.Body.Length && !isPlain && !reading.HasDuplicates && reading.Fault == JsonFault.None; length++)
        {
            var beginning = new VendorResponse(response.Status, response.Body[..length]) { Method = response.Method, Path = response.Path, ContentType = "application/json" };

            Classifier.ClassifyBeginning(vendor.Catalog, beginning, out _, out _)
                .Should().NotBe(Truth.Yes, "of the first {0} bytes of {1}", length, Encoding.UTF8.GetString(response.Body));
        }
    });

    [Theory]
    [InlineData("8x8-connect", """{"statusCode":1,FILLER,"sessionStatus":"NOT_CREATED"}""", "the proof")]
    [InlineData("8x8-connect", """{"code":0,FILLER,"statusCode":-1001,"message":"x"}""", "the code of an envelope that comes before")]
    [InlineData("dialnexa", """{"statusCode":200,FILLER,"leads_skipped":2}""", "an outcome rule")]
    [InlineData("dialnexa", """{"statusCode":201,FILLER,"data":{"warning":{"message":"x"}}}""", "an outcome rule on a nested member")]
    [InlineData("dialnexa", """{FILLER,"success":false}""", "an envelope whose condition is the only thing to look at")]
    [InlineData("talkdesk-dialer", """{"message":"x",FILLER,"statusCode":2}""", "the code itself")]
    [InlineData("yeastar-p-series", """{FILLER,"errcode":60001}""", "the code itself")]
    [InlineData("dexatel", """{FILLER,"errors":[{"code":1524}]}""", "the list of errors")]
    public void Classify_FailureBehindManyBytes_IsNotMissed(string id, string body, string what)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body.Replace("FILLER", s_filler, StringComparison.Ordinal));
        bytes.Length.Should().BeGreaterThan(Classifier.CheckedBytes);

        Vendor.Find(id)!.Classify(200, bytes).Outcome.Should().NotBe(VendorOutcome.Success, "{0} says so", what);
    }

    [Theory]
    [InlineData("""{"errcode":0,"errcode":60001}""")]
    [InlineData("""{"errcode":0,"x":{}""")]
    [InlineData("""{"errcode":0}}""")]
    [InlineData("""{"errcode":0} 1""")]
    [InlineData("""{"errcode":0,"x":[}]}""")]
    public void Classify_SmallBodyWhoseRestIsWrong_IsNoSuccess(string body) =>
        Vendor.YeastarPSeries.Classify(200, body).IsFailure.Should().BeTrue();

    [Fact]
    public void Classify_LargeBody_IsNotReadBehindTheVerdict()
    {
        byte[] whole = Encoding.UTF8.GetBytes($$"""{"errcode":0,{{s_filler}}}""");

        Vendor.YeastarPSeries.Classify(200, whole.AsSpan(0, Classifier.CheckedBytes + 1)).Outcome.Should().Be(VendorOutcome.Success);
        Vendor.YeastarPSeries.Classify(200, whole.AsSpan(0, Classifier.CheckedBytes)).IsFailure.Should().BeTrue("up to this size the end is looked at");
    }

    [Theory]
    [InlineData("""{"payload":1,"statusCode":0,"payload":2}""", true, "the code settles it whatever else stands there twice")]
    [InlineData("""{"payload":1,"statusCode":0,"statusCode":2}""", false, "the last code counts")]
    [InlineData("""{"payload":1,"statusCode":0,"STATUSCODE":2}""", false, "the last code counts, in any case")]
    [InlineData("""{"code":"x","message":"y","statusCode":0}""", true, "the envelope of the code comes first")]
    [InlineData("""{"payload":1,"statusCode":"0"}""", true, "a code may be a text")]
    [InlineData("""{"payload":1,"statusCode":0.5}""", false, "it is another code")]
    [InlineData("""{"payload":1,"statusCode":00}""", false, "it is no number")]
    [InlineData("""{"payload":1,"statusCode":0,"x":"\u0022}""", false, "the body is cut")]
    public void Classify_CodeThatSettlesTheVerdict_DoesSoAlone(string body, bool isSuccess, string because) =>
        Vendor.TalkdeskDialer.Classify(200, body).IsSuccess.Should().Be(isSuccess, because);

    [Theory]
    [InlineData("""{"sessionStatus":"CREATED","statusCode":1}""", true, "the proof stands before")]
    [InlineData("""{"statusCode":1,"x":{"sessionStatus":"NOT_CREATED"},"sessionStatus":"CREATED"}""", true, "the proof stands behind, and nowhere else")]
    [InlineData("""{"x":"y","statusCode":1}""", true, "without a proof the code alone counts")]
    [InlineData("""{"statusCode":1,"sessionStatus":null}""", true, "null proves nothing")]
    [InlineData("""{"sessionStatus":"NOT_CREATED","statusCode":1}""", false, "the proof before says that nothing was done")]
    [InlineData("""{"statusCode":1,"sessionStatus":"NOT_CREATED"}""", false, "the proof behind does")]
    [InlineData("""{"statusCode":1,"SESSIONSTATUS":"not created"}""", false, "in any case, and with a blank")]
    [InlineData("""{"statusCode":1,"sessionStatus":"NOT\u005FCREATED"}""", false, "its value may be escaped")]
    [InlineData("""{"statusCode":1,"session\u0053tatus":"NOT_CREATED"}""", false, "its name may be")]
    [InlineData("""{"sessionStatus":"CREATED","statusCode":1,"sessionStatus":"NOT_CREATED"}""", false, "the last proof counts")]
    [InlineData("""{"sessionStatus":"CREATED","sessionStatus":"NOT_CREATED","statusCode":1}""", false, "wherever the code stands")]
    [InlineData("""{"sessionStatus":"NOT_CREATED","statusCode":1,"sessionStatus":"CREATED"}""", true, "the last proof counts, for the better too")]
    [InlineData("""{"statusCode":1,"sessionStatus":"CREATED","statusCode":-1001}""", false, "the last code counts")]
    [InlineData("""{"sessionStatus":"CREATED","statusCode":1,"x":[}""", false, "the body is broken")]
    [InlineData("""{"statusCode":1,"sessionStatus":"CREATED""", false, "the body is cut")]
    public void Classify_CodeBesideAProof_IsSettledByBoth(string body, bool isSuccess, string because)
    {
        Vendor.EightByEightConnect.Classify(200, body).IsSuccess.Should().Be(isSuccess, because);
        Vendor.EightByEightConnect.Explain(new VendorResponse(200, Encoding.UTF8.GetBytes(body))).IsSuccess.Should().Be(isSuccess, because);
    }

    [Theory]
    [InlineData("""{"statusCode":1,"callFlowRequestId":"1","sessionStatus":"CREATED",""", true)]
    [InlineData("""{"sessionStatus":"CREATED","statusCode":1,""", true)]
    [InlineData("""{"statusCode":1,"callFlowRequestId":"1",""", false)]
    [InlineData("""{"statusCode":1,"sessionStatus":"CREATED""", false)]
    [InlineData("""{"statusCode":1,"sessionStatus":"NOT_CREATED",""", false)]
    public void ClassifyBeginning_CodeBesideAProof_WaitsForTheProof(string beginning, bool isKnown) =>
        (Classifier.ClassifyBeginning(Vendor.EightByEightConnect.Catalog, new VendorResponse(200, Encoding.UTF8.GetBytes(beginning)), out _, out _) == Truth.Yes)
            .Should().Be(isKnown);

    [Fact]
    public void Classify_CodeOfAShapeBehindOneOfAnOperation_DependsOnTheOperation()
    {
        var vendor = new Vendor("acme", "Acme", new VendorDefinition
        {
            Envelopes =
            [
                new Envelope("report", Condition.Has("code")) { Operation = "GET reports/*", Code = ["state"] },
                new Envelope("envelope", Condition.Has("code")) { Code = ["code"] },
            ],
            Codes = [Section(new CodeRow("0", "OK", VendorOutcome.Success), new CodeRow("9", "Not OK", ErrorCategory.InvalidState))],
        });

        vendor.Classify(200, """{"code":0,"state":9}""", vendor.Operation("GET", "reports/1")).IsFailure.Should().BeTrue();
        vendor.Classify(200, """{"code":0,"state":9}""", vendor.Operation("GET", "calls/1")).Outcome.Should().Be(VendorOutcome.Success);
    }

    [Fact]
    public void Classify_CodeWithAConditionOnAnotherMember_WaitsForThatMember()
    {
        var vendor = new Vendor("acme", "Acme", new VendorDefinition
        {
            Envelopes = [new Envelope("envelope", Condition.Has("code")) { Code = ["code"] }],
            Codes = [Section(new CodeRow("0", "OK", VendorOutcome.Success), new CodeRow("0", "Not OK", ErrorCategory.InvalidState) { When = Condition.IsTrue("failed") })],
        });

        vendor.Classify(200, $$"""{"code":0,{{s_filler}},"failed":true}""").IsFailure.Should().BeTrue();
        vendor.Classify(200, $$"""{"code":0,{{s_filler}},"failed":false}""").Outcome.Should().Be(VendorOutcome.Success);
    }

    [Fact]
    public void Classify_CodeThatARowInFrontCallsAnError_IsOne()
    {
        Vendor vendor = Vendor.TalkdeskDialer.WithCodes(Section(new CodeRow("0", "Not here", ErrorCategory.FeatureNotEnabled)));

        vendor.Classify(200, """{"statusCode":0,"payload":null}""").Category.Should().Be(ErrorCategory.FeatureNotEnabled);
        Vendor.TalkdeskDialer.Classify(200, """{"statusCode":0,"payload":null}""").Outcome.Should().Be(VendorOutcome.Success);
    }

    [Theory]
    [InlineData("""{"payload":{"code":1,,},"statusCode":0}""")]
    [InlineData("""{"payload":{"x" 1},"statusCode":"0"}""")]
    [InlineData("""{"payload":{"field":"\q"},"statusCode":0}""")]
    [InlineData("""{"payload":{"field":["x" "y"]},"statusCode":0,}""")]
    public void Explain_PlainSuccessBehindABrokenValue_IsTheSame(string body)
    {
        VendorResult brief = Vendor.TalkdeskDialer.Classify(200, body);
        VendorResult full = Vendor.TalkdeskDialer.Explain(new VendorResponse(200, Encoding.UTF8.GetBytes(body)));

        (full.Outcome, full.Confidence, full.Code).Should().Be((brief.Outcome, brief.Confidence, brief.Code));
    }

    [Fact]
    public void Explain_PlainSuccessWithAListOfCodes_TellsNoFieldErrors()
    {
        var response = new VendorResponse(200, """{"statusCode":0,"message":"Done","payload":[{"code":"DE","field":"country"}]}"""u8);

        Vendor.TalkdeskDialer.Explain(response).Answer!.Fields.Should().BeEmpty();
    }

    [Fact]
    public void Classify_StatusOfTwoHundredsThatTheVendorCallsAnError_IsOne()
    {
        var vendor = new Vendor("acme", "Acme", new VendorDefinition
        {
            Codes = [new CodeSection(new SourceDocument("Manual", "acme.example"), Basis.Documented, [new CodeRow("203", "Not us", ErrorCategory.UpstreamFailure), new CodeRow("206", "In part", ErrorCategory.InvalidState) { LastCode = "208" }]) { IsHttpStatus = true }],
        });

        vendor.Classify(203, "{}").Category.Should().Be(ErrorCategory.UpstreamFailure);
        vendor.Classify(207, "{}").Category.Should().Be(ErrorCategory.InvalidState);
        vendor.Classify(200, "{}").Outcome.Should().Be(VendorOutcome.Success);
    }

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(201, true)]
    [InlineData(202, false)]
    [InlineData(203, false)]
    [InlineData(204, false)]
    [InlineData(205, true)]
    [InlineData(206, false)]
    [InlineData(208, false)]
    [InlineData(209, true)]
    [InlineData(289, true)]
    [InlineData(290, false)]
    [InlineData(299, false)]
    [InlineData(300, false)]
    public void AllowsSuccess_StatusThatTheVendorLists_OnlyIfThatIsAnUnconditionalSuccess(int status, bool allows)
    {
        var vendor = new Vendor("acme", "Acme", new VendorDefinition
        {
            Codes =
            [
                new CodeSection(new SourceDocument("Manual", "acme.example"), Basis.Documented,
                [
                    new("201", "Created", VendorOutcome.Success),
                    new("202", "Later", VendorOutcome.Accepted),
                    new("203", "Not us", ErrorCategory.UpstreamFailure),
                    new("204", "Gone", VendorOutcome.Success) { Operation = "DELETE calls/*" },
                    new("206", "In part", ErrorCategory.InvalidState) { LastCode = "208" },
                    new("290", "Odd", ErrorCategory.InvalidState) { LastCode = "310" },
                ]) { IsHttpStatus = true },
            ],
        });

        vendor.Catalog.AllowsSuccess(status).Should().Be(allows);
    }

    [Fact]
    public void Classify_LargeBodyWhoseCodeComesAgain_GoesByTheFirst()
    {
        byte[] body = Encoding.UTF8.GetBytes($$"""{"errcode":0,{{s_filler}},"errcode":60001}""");

        Vendor.YeastarPSeries.Classify(200, body).Outcome.Should().Be(VendorOutcome.Success);
        Vendor.YeastarPSeries.Explain(new VendorResponse(200, body)).Outcome.Should().Be(VendorOutcome.Success, "to explain changes no verdict");
    }

    [Fact]
    public void Classify_EncodingWithZeros_IsNoSuccessByItsStatus() =>
        Vendor.YeastarPSeries.Classify(200, "[\0]"u8).Category.Should().Be(ErrorCategory.ProtocolViolation);

    private static CodeSection Section(params CodeRow[] rows) => new(new SourceDocument("Manual", "acme.example"), Basis.Documented, rows);

    private static void ForAnswers(string id, int count, CheckAnswer check)
    {
        Vendor vendor = Vendor.Find(id)!;
        var fuzzer = new HostileAnswers(vendor, Seed);
        for (var i = 0; i < count; i++)
        {
            HostileAnswer answer = fuzzer.Next();
            check(vendor, new VendorResponse(200 + (i % 5), answer.Body) { Method = answer.Method, Path = answer.Path });
        }
    }

    /// <summary>What the exact reading says.</summary>
    private static bool IsPlainSuccess(Vendor vendor, in VendorResponse response, bool passBrokenValues, out Reading reading, out VendorResult result)
    {
        ExactReading.Read(vendor, response, passBrokenValues, out reading);
        Interpreter.Interpret(vendor.Catalog, response, reading, out Verdict verdict);
        result = new VendorResult(verdict.Outcome, verdict.Effect, verdict.Confidence, verdict.CodeRow);
        return verdict.Outcome == VendorOutcome.Success;
    }

    // Of a vendor whose 2xx is documented to be true a beginning says less, since no more is waited for.
    private static Vendor Distrusted(Vendor vendor) => vendor.Definition.SuccessMayCarryError ? vendor : s_distrusted.GetOrAdd(vendor.Id, _ => new Vendor(vendor.Id, vendor.Name, new VendorDefinition
    {
        Codes = vendor.Definition.Codes,
        Envelopes = vendor.Definition.Envelopes,
        Operations = vendor.Definition.Operations,
        RequiredEnvelope = vendor.Definition.RequiredEnvelope,
        SuccessMayCarryError = true,
        WaitHints = vendor.Definition.WaitHints,
    }));

    // Nothing was kept of it, so the pass ended with the verdict.
    private static bool IsPlain(in VendorResult result) => result is { Outcome: VendorOutcome.Success, Answer: null };

    private delegate void CheckAnswer(Vendor vendor, VendorResponse response);
}
