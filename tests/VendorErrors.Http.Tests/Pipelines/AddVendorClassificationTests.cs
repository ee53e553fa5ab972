using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Hedging;
using Polly.Retry;
using Polly.Timeout;

namespace VendorErrors.Http.Tests.Pipelines;

/// <summary>The classification as the innermost strategy, with Polly's own around it.</summary>
public class AddVendorClassificationTests
{
    private static readonly Uri s_calls = new("http://vendor.test/telephony/dial");

    [Fact(Timeout = 10_000)]
    public async Task CircuitBreaker_AroundErrorsInHttp200_Opens()
    {
        var transport = new Transport((_, _) => Transport.Json(Bodies.TalkdeskSystemError));
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder().AddCircuitBreaker(Breaker(VendorPredicates.Outage())).AddVendorClassification(FrozenVendors.Dialer).Build();

        (await PipelineCall.RunAsync(pipeline, transport, HttpMethod.Post)).Dispose();
        (await PipelineCall.RunAsync(pipeline, transport, HttpMethod.Post)).Dispose();

        await FluentActions.Awaiting(() => PipelineCall.RunAsync(pipeline, transport, HttpMethod.Post)).Should().ThrowAsync<BrokenCircuitException>();
        transport.Executed.Should().Be(2);
    }

    [Theory(Timeout = 10_000)]
    [InlineData(200, """{"statusCode":5,"message":"Invalid Parameter","payload":null}""", "what is asked is wrong")]
    [InlineData(200, Bodies.TalkdeskRateLimited, "the account is to wait, and the vendor is well")]
    [InlineData(200, Bodies.TalkdeskOk, "it is a success")]
    [InlineData(404, "{}", "the status says that the request is wrong")]
    public async Task CircuitBreaker_AroundAVendorThatIsWell_StaysClosed(int status, string body, string because)
    {
        var transport = new Transport((_, _) => Transport.Json(body, status));
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder().AddCircuitBreaker(Breaker(VendorPredicates.Outage())).AddVendorClassification(FrozenVendors.Dialer).Build();

        for (var i = 0; i < 6; i++)
        {
            (await PipelineCall.RunAsync(pipeline, transport, HttpMethod.Get)).Dispose();
        }

        transport.Executed.Should().Be(6, because);
    }

    [Trait("Asset", "net")]
    [Fact(Timeout = 10_000)]
    public async Task CircuitBreaker_AroundABrokenTransport_Opens()
    {
        var transport = new Transport((_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError));
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder().AddCircuitBreaker(Breaker(VendorPredicates.Outage())).AddVendorClassification(FrozenVendors.Dialer).Build();

        for (var i = 0; i < 2; i++)
        {
            HttpRequestException thrown = (await FluentActions.Awaiting(() => PipelineCall.RunAsync(pipeline, transport, HttpMethod.Post)).Should().ThrowAsync<HttpRequestException>()).Which;
            thrown.GetVendorResult().Effect.Should().Be(Effect.None, "no connection was made");
        }

        await FluentActions.Awaiting(() => PipelineCall.RunAsync(pipeline, transport, HttpMethod.Post)).Should().ThrowAsync<BrokenCircuitException>();
    }

    [Fact(Timeout = 10_000)]
    public async Task CircuitBreaker_BetweenOurRetryAndTheClassification_OpensForTheRetriesToo()
    {
        var transport = new Transport((_, _) => Transport.Json("{}", 503));
        ResiliencePipeline<HttpResponseMessage> pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = new FakeTime() }
            .AddVendorRetry(FrozenVendors.Dialer, new VendorErrorOptions { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1), MaxRetryAttempts = 5 })
            .AddCircuitBreaker(Breaker(VendorPredicates.Outage()))
            .AddVendorClassification(FrozenVendors.Dialer)
            .Build();

        await FluentActions.Awaiting(() => PipelineCall.RunAsync(pipeline, transport, HttpMethod.Get)).Should().ThrowAsync<BrokenCircuitException>();

        transport.Executed.Should().Be(2);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("GET", 2)]
    [InlineData("POST", 1)]
    public async Task Hedging_OfReadsOnly_NeverSendsAWriteTwice(string method, int sent)
    {
        var transport = new Transport((_, count) => Transport.Json(count == 1 ? Bodies.TalkdeskSystemError : Bodies.TalkdeskOk));
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder().AddHedging(Hedging(FrozenVendors.Dialer, TimeSpan.FromSeconds(30))).AddVendorClassification(FrozenVendors.Dialer).Build();

        using HttpResponseMessage response = await PipelineCall.RunAsync(pipeline, transport, new HttpMethod(method));

        transport.Executed.Should().Be(sent);
        response.GetVendorResult().IsSuccess.Should().Be(sent == 2);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("GET", 2)]
    [InlineData("POST", 1)]
    public async Task Hedging_OfAnAnswerThatIsLate_SendsReadsAloneAgain(string method, int sent)
    {
        var sends = 0;
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder().AddHedging(Hedging(FrozenVendors.Dialer, TimeSpan.Zero)).AddVendorClassification(FrozenVendors.Dialer).Build();
        ResilienceContext context = ResilienceContextPool.Shared.Get(TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(new HttpMethod(method), s_calls);
        context.Properties.Set(VendorResilienceKeys.Request, request);

        using HttpResponseMessage response = await pipeline.ExecuteAsync(
            async c =>
            {
                if (Interlocked.Increment(ref sends) == 1)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(300), c.CancellationToken);
                }

                return Transport.Json(Bodies.TalkdeskOk);
            },
            context);
        ResilienceContextPool.Shared.Return(context);

        sends.Should().Be(sent);
        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Theory(Timeout = 10_000)]
    [InlineData("GET", Bodies.TalkdeskSystemError, 2)]
    [InlineData("POST", Bodies.TalkdeskSystemError, 1)]
    [InlineData("POST", Bodies.TalkdeskRateLimited, 2)]
    [InlineData("GET", """{"statusCode":5,"message":"Invalid Parameter","payload":null}""", 1)]
    public async Task Retry_OfPollyWithSafeToSendAgain_ObeysThePolicy(string method, string first, int sent)
    {
        var transport = new Transport((_, count) => Transport.Json(count == 1 ? first : Bodies.TalkdeskOk));
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = VendorPredicates.SafeToSendAgain(), Delay = TimeSpan.Zero })
            .AddVendorClassification(FrozenVendors.Dialer, new VendorErrorOptions { MaxWait = TimeSpan.FromMinutes(1) })
            .Build();

        using HttpResponseMessage response = await PipelineCall.RunAsync(pipeline, transport, new HttpMethod(method));

        transport.Executed.Should().Be(sent);
    }

    [Fact(Timeout = 10_000)]
    public async Task Timeout_FurtherInside_IsOurOwnTimeout()
    {
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder().AddVendorClassification(FrozenVendors.Dialer).AddTimeout(TimeSpan.FromMilliseconds(20)).Build();

        TimeoutRejectedException thrown = (await FluentActions.Awaiting(async () => await pipeline.ExecuteAsync(
            async token =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return new HttpResponseMessage();
            },
            TestContext.Current.CancellationToken)).Should().ThrowAsync<TimeoutRejectedException>()).Which;

        thrown.GetVendorResult().Category.Should().Be(ErrorCategory.ClientTimeout);
        thrown.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown, "nothing is known of the request");
    }

    [Fact(Timeout = 10_000)]
    public async Task Answer_Classified_IsReadableFromItsFirstByte()
    {
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder().AddVendorClassification(FrozenVendors.Dialer).Build();

        using HttpResponseMessage response = await PipelineCall.RunAsync(pipeline, new Transport((_, _) => new HttpResponseMessage { Content = new StreamContent(ScriptedStream.Of("{\"statusCode\":8,", "\"message\":\"x\"}")) }), HttpMethod.Post);

        (await response.TextAsync()).Should().Be("""{"statusCode":8,"message":"x"}""");
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
        response.GetVendorAttempts().Should().ContainSingle();
    }

    [Fact(Timeout = 10_000)]
    public async Task ProgramFault_IsNotClassified()
    {
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder().AddVendorClassification(FrozenVendors.Dialer).Build();

        InvalidOperationException thrown = (await FluentActions.Awaiting(async () => await pipeline.ExecuteAsync<HttpResponseMessage>(
            _ => throw new InvalidOperationException(), TestContext.Current.CancellationToken)).Should().ThrowAsync<InvalidOperationException>()).Which;

        thrown.GetVendorResult().Should().Be(default(VendorResult));
    }

    [Fact]
    public void AddVendorClassification_OptionsWithFaults_Throws() =>
        FluentActions.Invoking(() => Builder().AddVendorClassification(Vendor.Dexatel, new VendorErrorOptions { PeekLimit = -1 }))
            .Should().Throw<OptionsValidationException>().WithMessage("*PeekLimit*");

    [Fact]
    public void GetVendorOperation_RequestInTheContext_IsWhatTheVendorSays()
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(TestContext.Current.CancellationToken);
        using var delete = new HttpRequestMessage(HttpMethod.Get, "http://vendor.test/openapi/v1.0/extension/delete?id=7");
        using var corrected = new HttpRequestMessage(HttpMethod.Get, "http://vendor.test/openapi/v1.0/extension/list");
        corrected.SetVendorOperation(OperationSafety.NonIdempotentWrite);

        context.GetVendorOperation(FrozenVendors.Pbx).Safety.Should().Be(OperationSafety.NonIdempotentWrite, "no request is known");
        context.SetRequestMessage(corrected);
        context.GetVendorOperation(FrozenVendors.Pbx).Safety.Should().Be(OperationSafety.NonIdempotentWrite, "the caller says so");
        context.Properties.Set(VendorResilienceKeys.Request, delete);
        context.GetVendorOperation(FrozenVendors.Pbx).Safety.Should().Be(FrozenVendors.Pbx.Operation("GET", "/openapi/v1.0/extension/delete").Safety, "our own key comes first");
        ResilienceContextPool.Shared.Return(context);
    }

    private static ResiliencePipelineBuilder<HttpResponseMessage> Builder() => new();

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker(PredicateBuilder<HttpResponseMessage> shouldHandle) =>
        new() { ShouldHandle = shouldHandle, MinimumThroughput = 2, FailureRatio = 0.5, BreakDuration = TimeSpan.FromMinutes(10) };

    private static HedgingStrategyOptions<HttpResponseMessage> Hedging(Vendor vendor, TimeSpan delay) => new()
    {
        ShouldHandle = VendorPredicates.SafeToSendAgain(),
        Delay = delay,
        MaxHedgedAttempts = 1,
        ActionGenerator = args => args.PrimaryContext.GetVendorOperation(vendor).Safety == OperationSafety.Read ? () => args.Callback(args.ActionContext) : null,
    };
}
