using VendorErrors.Definitions;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Retries;

public class OperationTests
{
    public static TheoryData<int> UnknownEffects => [500, 502, 503, 504];

    [Theory(Timeout = 10_000)]
    [MemberData(nameof(UnknownEffects))]
    public async Task Post_PlainWriteWithUnknownEffect_IsNeverSentTwice(int status)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(status, retryAfter: 1), Bodies.Ok);

        using HttpResponseMessage response = await bench.PostAsync();

        bench.Fake.Requests.Should().ContainSingle();
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
        ((int)response.StatusCode).Should().Be(status);
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_BrokenBodyUnder200_IsNeverSentTwice()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(ScriptedStream.Failing(new IOException("reset"), """{"err""")), Bodies.Ok);

        using HttpResponseMessage response = await bench.PostAsync();

        bench.Fake.Requests.Should().ContainSingle();
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ThatDeletesAtTheVendor_IsAPlainWrite()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(), Bodies.Ok);

        using HttpResponseMessage response = await bench.GetAsync("extension/delete?id=1");

        bench.Fake.Requests.Should().ContainSingle();
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_NothingWasDone_IsSentAgain()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 1), Bodies.Ok);

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Fake.Executed.Should().Be(1);
    }

    [Theory(Timeout = 10_000)]
    [InlineData(OperationSafety.Read, 2)]
    [InlineData(OperationSafety.Idempotent, 2)]
    [InlineData(OperationSafety.NonIdempotentWrite, 1)]
    public async Task SetVendorOperation_OnAPost_Decides(OperationSafety safety, int sent)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(), Bodies.Ok);
        using var request = new HttpRequestMessage(HttpMethod.Post, "call/dial") { Content = new StringContent("{}") };
        request.SetVendorOperation(safety);

        using HttpResponseMessage response = await bench.SendAsync(request);

        bench.Fake.Requests.Should().HaveCount(sent);
    }

    [Fact(Timeout = 10_000)]
    public async Task SetVendorOperation_PlainWriteOnAGet_IsNotReplayed()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(), Bodies.Ok);
        using var request = new HttpRequestMessage(HttpMethod.Get, "call/start");
        request.SetVendorOperation(OperationSafety.NonIdempotentWrite);

        using HttpResponseMessage response = await bench.SendAsync(request);

        bench.Fake.Requests.Should().ContainSingle();
    }

    [Fact(Timeout = 10_000)]
    public async Task SetVendorOperation_KeyedWrite_ReplaysWithTheSameKeyAndBytes()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(), Bodies.Ok);
        using var request = new HttpRequestMessage(HttpMethod.Post, "call/dial") { Content = new StringContent("{\"to\":1}") };
        request.SetVendorOperation(OperationSafety.IdempotencyKeyed, "Idempotency-Key");

        using HttpResponseMessage response = await bench.SendAsync(request);

        bench.Fake.Requests.Should().HaveCount(2);
        bench.Fake.Requests[0].Headers["Idempotency-Key"].Should().NotBeNullOrWhiteSpace();
        bench.Fake.Requests[1].Headers["Idempotency-Key"].Should().Be(bench.Fake.Requests[0].Headers["Idempotency-Key"]);
        bench.Fake.Requests[1].Body.Should().Be(bench.Fake.Requests[0].Body);
    }

    [Fact]
    public void SetVendorOperation_KeyedWriteWithItsOwnKey_KeepsIt()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://vendor.test/");
        request.Headers.Add("Idempotency-Key", "mine");

        request.SetVendorOperation(OperationSafety.IdempotencyKeyed, "Idempotency-Key");

        request.Headers.GetValues("Idempotency-Key").Should().Equal("mine");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void SetVendorOperation_KeyedWriteWithoutAHeader_Throws(string? header)
    {
        using var request = new HttpRequestMessage();

        request.Invoking(r => r.SetVendorOperation(OperationSafety.IdempotencyKeyed, header)).Should().Throw<ArgumentException>();
    }

    [Theory(Timeout = 10_000)]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task Post_VendorThatHonorsAKey_GetsOneWhereTheOptionSaysSo(bool adds, int sent)
    {
        var vendor = new Vendor("keyed", "Keyed", new VendorDefinition { IdempotencyKeyHeader = "X-Key" });
        using var bench = new Bench(vendor, Bodies.Down(), Answer.Json("{}")) { Options = { AddIdempotencyKey = adds } };

        using HttpResponseMessage response = await bench.PostAsync();

        bench.Fake.Requests.Should().HaveCount(sent);
        bench.Fake.Requests.Select(request => request.Headers.GetValueOrDefault("X-Key")).Distinct(StringComparer.Ordinal).Should().ContainSingle().Which.Should().Match(key => adds == (key != null));
    }

    [Fact(Timeout = 10_000)]
    public async Task SetVendorOperation_RetryOnlyBecauseOfIt_IsRecorded()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(), Bodies.Ok);
        using var request = new HttpRequestMessage(HttpMethod.Post, "call/dial");
        request.SetVendorOperation(OperationSafety.Idempotent);

        using HttpResponseMessage response = await bench.SendAsync(request);

        (response.GetVendorDecision().UsedOverride || bench.Logger.All.Contains("override", StringComparison.OrdinalIgnoreCase)).Should().BeTrue("design: an explicit override on that request is recorded");
    }

    [Fact(Timeout = 10_000)]
    public async Task Put_AlreadyExistsAfterAnUnknownEffect_IsOurOwnSuccess()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(), Answer.Json("""{"errcode":40003,"errmsg":"DUPLICATE KEY VALUE"}"""));
        using var request = new HttpRequestMessage(HttpMethod.Post, "extension/create") { Content = new StringContent("{}") };
        request.SetVendorOperation(OperationSafety.Idempotent);

        using HttpResponseMessage response = await bench.SendAsync(request);

        response.GetVendorResult().Effect.Should().Be(Effect.Applied);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectApplied);
    }

    [Fact]
    public void Budget_UsedByManyThreads_GivesEachTokenOnce()
    {
        var budget = new RetryBudget(0, 100);
        var taken = 0;

        Parallel.For(0, 1000, _ => Interlocked.Add(ref taken, budget.TryWithdraw() ? 1 : 0));

        taken.Should().Be(100);
        budget.IsExhausted.Should().BeTrue();
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_WhoseRedirectChangedTheRequest_IsNotSentAgain()
    {
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Status = 429, Arrange = response => response.RequestMessage!.RequestUri = new Uri("http://elsewhere.invalid/") }, Bodies.Ok);

        using HttpResponseMessage response = await bench.PostAsync();

        bench.Fake.Requests.Should().ContainSingle();
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
    }
}
