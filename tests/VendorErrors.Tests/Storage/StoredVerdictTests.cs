using System.Text.Json;
using System.Text.Json.Serialization;
using FluentAssertions;
using VendorErrors.Definitions;
using VendorErrors.Retries;
using VendorErrors.Testing;
using VendorErrors.Tests.Fixtures;
using Xunit;

namespace VendorErrors.Tests.Storage;

/// <summary>A verdict that was kept as JSON is the same verdict.</summary>
public partial class StoredVerdictTests
{
    private static readonly VendorJsonOptions s_everything = new() { IncludeVendorWords = true, IncludeEvidence = true };
    private static readonly JsonSerializerOptions s_withTheWords = new() { Converters = { new VendorResultJsonConverter(s_everything) } };

    public static TheoryData<string> Captured => [.. FixtureFiles.Names];

    public static TheoryData<string> Vendors => [.. Vendor.All.Select(vendor => vendor.Id)];

    [Theory]
    [MemberData(nameof(Captured))]
    public void RoundTrip_OfACapturedAnswer_KeepsEverything(string name) => CheckRoundTrip(Classified(name));

    [Theory]
    [MemberData(nameof(Vendors))]
    public void RoundTrip_OfEachComposedAnswer_KeepsEverything(string id)
    {
        Vendor vendor = Vendor.Find(id)!;
        foreach (CodeRow row in vendor.Codes)
        {
            CheckRoundTrip(VendorResponses.For(vendor, row).Classify());
        }

        CheckRoundTrip(VendorResponses.GatewayPage(vendor).Classify());
        CheckRoundTrip(VendorResponses.Status(vendor, 200).Classify());
        CheckRoundTrip(VendorResponses.Success(vendor).Classify());
        CheckRoundTrip(vendor.Classify(200, VendorResponses.Success(vendor).Body));
        CheckRoundTrip(default);
    }

    [Fact]
    public void RoundTrip_OfABatch_KeepsItsItems()
    {
        VendorItem[] failed = [new() { Code = "1002", Message = "Invalid MSISDN", Id = "order-18" }, new() { Code = "4711", Message = "?", Id = "order-19" }];

        CheckRoundTrip(VendorResponses.Batch(Vendor.EightByEightConnect, failed, done: 3).Classify());
        CheckRoundTrip(VendorResponses.Batch(Vendor.EightByEightConnect, failed).Classify());
    }

    [Fact]
    public void RoundTrip_OfAVerdictInTheLightOfHistory_KeepsItsEffect()
    {
        VendorResult refused = Vendor.Dexatel.Classify(409, "{}");
        VendorOperation create = Vendor.Dexatel.Operation("POST", "/v1/templates");
        VendorResult reconsidered = VendorRetryPolicy.Reconsider(refused, create, new RetryState { EffectWasUnknown = true });

        reconsidered.Effect.Should().NotBe(refused.Effect);
        CheckRoundTrip(reconsidered);
    }

    [Theory]
    [InlineData("success", "applied", null, VendorOutcome.Success)]
    [InlineData("great_success", "applied", null, VendorOutcome.Undetermined)]
    [InlineData("Success", "applied", null, VendorOutcome.Undetermined)]
    [InlineData("1", "applied", null, VendorOutcome.Undetermined)]
    [InlineData("success", "surely_applied", null, VendorOutcome.Undetermined)]
    [InlineData("success", "none", null, VendorOutcome.Undetermined)]
    [InlineData("accepted", "unknown", null, VendorOutcome.Undetermined)]
    [InlineData("success", "applied", "rate_limited", VendorOutcome.Undetermined)]
    [InlineData("success", "applied", "some_newer_category", VendorOutcome.Undetermined)]
    [InlineData("partial_success", "applied", null, VendorOutcome.Undetermined)]
    [InlineData("failure", "applied", "already_exists", VendorOutcome.Failure)]
    public void Read_NamesOfANewerVersion_NeverBecomeASuccess(string outcome, string effect, string? category, VendorOutcome expected)
    {
        foreach (string? vendor in (string?[])["dexatel", "a-newer-vendor"])
        {
            VendorResult result = VendorResult.FromJson(JsonSerializer.Serialize(new { vendor, outcome, effect, category, from_the_future = new { deep = new[] { 1 } } }));

            result.Outcome.Should().Be(expected);
            result.IsSuccess.Should().Be(expected == VendorOutcome.Success);
            VendorRetryPolicy.Decide(result, default).Action.Should().NotBe(expected == VendorOutcome.Success ? RetryAction.Stop : RetryAction.Return);
        }
    }

    [Fact]
    public void Read_AFailureOfANewerVersion_IsReadAsItsWorst()
    {
        VendorResult result = VendorResult.FromJson("""{"vendor":"dexatel","outcome":"failure","effect":"half_done","category":"too_modern","confidence":"divine","retry":{"disposition":"always","wait_ms":-5,"wait_source":"oracle","max_retry_attempts":0},"audience":"robot","advice":"Wait."}""");

        result.Category.Should().Be(ErrorCategory.Unrecognized);
        result.Effect.Should().Be(Effect.Unknown);
        result.Confidence.Should().Be(Confidence.NotInspected);
        result.Retry.Should().Be(default(RetryAdvice));
        result.Error!.Advice.Should().Be(new Advice("Wait.", Audience.Program));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"success\"")]
    [InlineData("""{"outcome":"failure","effect":"none","category":"not_found"}""")]
    [InlineData("""{"outcome":"partial_success","effect":"partial"}""")]
    [InlineData("""{"vendor":"not an id\n","outcome":"failure"}""")]
    [InlineData("""{"vendor":"dexatel","outcome":"failure","message":"\ud800"}""")]
    public void Read_WhatIsNoVerdict_ThrowsAJsonException(string json) =>
        FluentActions.Invoking(() => VendorResult.FromJson(json)).Should().Throw<JsonException>().Which.Message.Should().NotContain("\n");

    [Fact]
    public void Read_AVendorNobodyKnows_KeepsTheVerdict()
    {
        VendorResult result = VendorResult.FromJson("""{"vendor":"acme-voice","outcome":"failure","effect":"none","category":"rate_limited","code":"17","code_name":"Busy","retry":{"disposition":"after_delay","wait_ms":5000,"wait_source":"row"}}""");

        result.Answer!.Vendor.Id.Should().Be("acme-voice");
        result.Answer.Vendor.Codes.Should().BeEmpty();
        result.CodeName.Should().Be("Busy");
        VendorRetryPolicy.Decide(result, default).Wait.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void RoundTrip_OfASecondCode_KeepsItAsFarAsItMayBeLogged()
    {
        var vendor = new Vendor("acme-voice", "Acme Voice", new VendorDefinition
        {
            Envelopes = [new Envelope("result", Condition.Has("result")) { Code = ["result"], InnerCode = ["upstream"] }],
            Codes = [new CodeSection(new SourceDocument("t", "a"), Basis.Documented, [new("17", "Busy", ErrorCategory.ConcurrencyLimited), new("U-9", "Upstream is down", ErrorCategory.UpstreamFailure)])],
        });
        VendorResult known = vendor.Classify(429, """{"result":17,"upstream":"U-9"}""");
        VendorResult number = vendor.Classify(429, """{"result":17,"upstream":"+15550100123"}""");

        VendorResult.FromJson(known.ToJson(), new VendorJsonOptions { Vendors = [vendor] }).Answer!.InnerCode.Should().Be("U-9");
        VendorResult.FromJson(number.ToJson(s_everything)).Answer!.InnerCode.Should().Be("+15550100123");
        number.ToJson().Should().NotContain("15550100123").And.Contain("\"inner_code\":");
        VendorResult.FromJson(vendor.Classify(429, """{"result":17}""").ToJson()).Answer!.InnerCode.Should().BeNull();
    }

    [Fact]
    public void Read_AVendorOfOnesOwn_IsThatVendor()
    {
        Vendor own = Vendor.Dexatel.WithCodes(new CodeSection(new SourceDocument("ours", "ours"), Basis.Documented, [new CodeRow("9000", "Ours", ErrorCategory.RateLimited)]));

        VendorResult.FromJson("""{"vendor":"dexatel","outcome":"failure"}""", new VendorJsonOptions { Vendors = [own] }).Answer!.Vendor.Should().BeSameAs(own);
        VendorResult.FromJson("""{"vendor":"dexatel","outcome":"failure"}""").Answer!.Vendor.Should().BeSameAs(Vendor.Dexatel);
    }

    [Fact]
    public void Serializer_TypesThatHoldVerdicts_KeepThemWithoutACycle()
    {
        VendorResult result = VendorResponses.For(Vendor.TalkdeskDialer, "10", new ResponseOptions { Wait = TimeSpan.FromSeconds(30) }).Classify();
        var letter = new DeadLetter("campaign-7/customer-42", result, result.Error, result.Answer, Vendor.TalkdeskDialer);

        foreach (string json in (string[])[JsonSerializer.Serialize(letter), JsonSerializer.Serialize(letter, Letters.Default.DeadLetter)])
        {
            DeadLetter reflected = JsonSerializer.Deserialize<DeadLetter>(json)!;
            DeadLetter generated = JsonSerializer.Deserialize(json, Letters.Default.DeadLetter)!;
            foreach (DeadLetter read in (DeadLetter[])[reflected, generated])
            {
                read.Result.Category.Should().Be(ErrorCategory.RateLimited);
                read.Error!.Retry.Should().Be(result.Retry);
                read.Answer!.Code.Should().Be("10");
                read.Vendor.Should().BeSameAs(Vendor.TalkdeskDialer);
            }
        }

        FluentActions.Invoking(() => JsonSerializer.Deserialize<VendorError>(default(VendorResult).ToJson())).Should().Throw<JsonException>();
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Vendor>("1")).Should().Throw<JsonException>();
    }

    [Fact]
    public void Serializer_ConverterWithOptions_KeepsTheWords()
    {
        VendorResult result = Vendor.TalkdeskDialer.Classify(200, """{"statusCode":5,"message":"Invalid Parameter: +4915112345678"}""");

        JsonSerializer.Serialize(result, s_withTheWords).Should().Contain("+4915112345678").And.Contain("evidence");
        JsonSerializer.Serialize(result).Should().NotContain("4915112345678").And.NotContain("evidence").And.Be(result.ToJson()).And.Be(result.Error!.ToJson());
    }

    private static VendorResult Classified(string name)
    {
        Fixture fixture = FixtureFiles.Read(name);
        return Vendor.Find(fixture.VendorId)!.Classify(new VendorResponse(fixture.Status, fixture.Body) { Method = fixture.Method, Path = fixture.Path, Headers = fixture.Headers, ReceivedAt = fixture.ReceivedAt });
    }

    private static void CheckRoundTrip(VendorResult result)
    {
        VendorResult full = VendorResult.FromJson(result.ToJson(s_everything));
        CheckVerdict(full, result);
        full.Code.Should().Be(result.Code);
        full.Evidence.Should().Equal(result.Evidence);
        if (result.Answer is { } answer)
        {
            full.Answer!.Messages.Should().Equal(answer.Messages);
            full.Answer.Message.Should().Be(answer.Message);
            full.Answer.Fields.Should().Equal(answer.Fields);
            full.Answer.Items.Should().Equal(answer.Items);
            full.Answer.CorrelationId.Should().Be(answer.CorrelationId);
        }

        string kept = result.ToJson();
        VendorResult bare = VendorResult.FromJson(kept);
        CheckVerdict(bare, result);
        bare.Answer?.Items.Select(item => (item.Index, item.CodeName, item.Category, item.HttpStatus)).Should().Equal(result.Answer!.Items.Select(item => (item.Index, item.CodeName, item.Category, item.HttpStatus)));
        if (result.CodeName is not null)
        {
            bare.Code.Should().Be(result.Code, "it stands in the catalog");
        }

        // A letter can go through several hands.
        CheckVerdict(VendorResult.FromJson(bare.ToJson()), result);
        foreach (OperationSafety safety in Enum.GetValues<OperationSafety>())
        {
            VendorOperation operation = VendorOperation.FromMethod("POST").WithSafety(safety);
            RetryDecision before = VendorRetryPolicy.Decide(result, operation);
            RetryDecision after = VendorRetryPolicy.Decide(bare, operation);
            (after.Action, after.StopReason, after.Advice).Should().Be((before.Action, before.StopReason, before.Advice));
        }
    }

    private static void CheckVerdict(VendorResult read, VendorResult result)
    {
        (read.Outcome, read.Effect, read.Confidence, read.Category, read.CodeName).Should().Be((result.Outcome, result.Effect, result.Confidence, result.Category, result.CodeName), "{0}", result);
        read.Retry.Should().Be(result.Retry);
        read.Answer?.Vendor.Should().BeSameAs(result.Answer!.Vendor);
        (read.Answer is null).Should().Be(result.Answer is null);
        read.Answer?.HttpStatus.Should().Be(result.Answer!.HttpStatus);
        read.Answer?.Advice.Should().Be(result.Answer!.Advice);
    }

    internal sealed record DeadLetter(string Id, VendorResult Result, VendorError? Error, VendorAnswer? Answer, Vendor Vendor);

    [JsonSerializable(typeof(DeadLetter))]
    internal sealed partial class Letters : JsonSerializerContext;
}
