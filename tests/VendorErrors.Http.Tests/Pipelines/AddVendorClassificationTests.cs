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

        (await RunAsync(pipeline, transport, HttpMethod.Post)).Dispose();
        (await RunAsync(pipeline, transport, HttpMethod.Post)).Dispose();

        await FluentActions.Awaiting(() => RunAsync(pipeline, transport, HttpMethod.Post)).Should().ThrowAsync<BrokenCircuitException>();
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
            (await RunAsync(pipeline, transport, HttpMethod.Get)).Dispose();
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
            HttpRequestException thrown = (await FluentActions.Awaiting(() => RunAsync(pipeline, transport, HttpMethod.Post)).Should().ThrowAsync<HttpRequestException>()).Which;
            thrown.GetVendorResult().Effect.Should().Be(Effect.None, "no connection was made");
        }

        await FluentActions.Awaiting(() => RunAsync(pipeline, transport, HttpMethod.Post)).Should().ThrowAsync<BrokenCircuitException>();
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

        await FluentActions.Awaiting(() => RunAsync(pipeline, transport, HttpMethod.Get)).Should().ThrowAsync<BrokenCircuitException>();

        transport.Executed.Should().Be(2);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("GET", 2)]
    [InlineData("POST", 1)]
    public async Task Hedging_OfReadsOnly_NeverSendsAWriteTwice(string method, int sent)
    {
        var transport = new Transport((_, count) => Transport.Json(count == 1 ? Bodies.TalkdeskSystemError : Bodies.TalkdeskOk));
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder().AddHedging(Hedging(FrozenVendors.Dialer, TimeSpan.FromSeconds(30))).AddVendorClassification(FrozenVendors.Dialer).Build();

        using HttpResponseMessage response = await RunAsync(pipeline, transport, new HttpMethod(method));

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

        using HttpResponseMessage response = await RunAsync(pipeline, transport, new HttpMethod(method));

        transport.Executed.Should().Be(sent);
    }

    [Theory(Timeout = 10_000)]
    [InlineData(Bodies.TalkdeskSystemError, true, true, true)]
    [InlineData(Bodies.TalkdeskRateLimited, false, true, true)]
    [InlineData("""{"statusCode":5,"message":"Invalid Parameter","payload":null}""", false, false, true)]
    [InlineData(Bodies.TalkdeskOk, false, false, false)]
    public async Task Predicates_OfAnAnswer_AreThoseOfItsVerdict(string body, bool isOutage, bool isTransient, bool isFailure)
    {
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder().AddVendorClassification(FrozenVendors.Dialer).Build();
        using HttpResponseMessage response = await RunAsync(pipeline, new Transport((_, _) => Transport.Json(body)), HttpMethod.Get);

        var outcome = Outcome.FromResult(response);
        VendorPredicates.Outage().Build()(outcome).Should().Be(isOutage);
        VendorPredicates.Transient().Build()(outcome).Should().Be(isTransient);
        VendorPredicates.Failure().Build()(outcome).Should().Be(isFailure);
    }

    [Fact]
    public void Predicates_WithoutAVerdict_HandleNothing()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.InternalServerError);
        foreach (PredicateBuilder<HttpResponseMessage> builder in (PredicateBuilder<HttpResponseMessage>[])[VendorPredicates.Outage(), VendorPredicates.Transient(), VendorPredicates.Failure(), VendorPredicates.SafeToSendAgain()])
        {
            builder.Build()(Outcome.FromResult(response)).Should().BeFalse();
            builder.Build()(Outcome.FromException<HttpResponseMessage>(new IOException())).Should().BeFalse();
        }
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(400, false)]
    [InlineData(200, false)]
    public void Outage_UnlistedCode_CountsUnderA5xxOnly(int status, bool isOutage)
    {
        using HttpResponseMessage response = new HttpResponseMessage((HttpStatusCode)status).WithVendorResult(FrozenVendors.Dialer.Classify(status, """{"statusCode":4711,"message":"?"}"""));

        VendorPredicates.Outage().Build()(Outcome.FromResult(response)).Should().Be(isOutage);
    }

    [Fact(Timeout = 10_000)]
    public async Task Outage_CallerCancelled_IsNone()
    {
        using var cancel = new CancellationTokenSource();
        Exception? seen = null;
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder().AddVendorClassification(FrozenVendors.Dialer).Build();
        try
        {
            await pipeline.ExecuteAsync(
                async token =>
                {
                    await cancel.CancelAsync();
                    token.ThrowIfCancellationRequested();
                    return new HttpResponseMessage();
                },
                cancel.Token);
        }
        catch (OperationCanceledException e)
        {
            seen = e;
        }

        seen!.GetVendorResult().Category.Should().Be(ErrorCategory.Cancelled);
        VendorPredicates.Outage().Build()(Outcome.FromException<HttpResponseMessage>(seen!)).Should().BeFalse();
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

        using HttpResponseMessage response = await RunAsync(pipeline, new Transport((_, _) => new HttpResponseMessage { Content = new StreamContent(ScriptedStream.Of("{\"statusCode\":8,", "\"message\":\"x\"}")) }), HttpMethod.Post);

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

    [Fact(Timeout = 30_000)]
    [Trait(Asset.Trait, Asset.Net)]
    public async Task InsideAddResilienceHandler_CircuitBreakerOfHttpResilience_Opens()
    {
        var transport = new Transport((_, _) => Transport.Json(Bodies.TalkdeskSystemError));
        var services = new ServiceCollection();
        services.AddHttpClient("dialer").ConfigurePrimaryHttpMessageHandler(() => transport).AddResilienceHandler("vendor", pipeline => pipeline
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { ShouldHandle = VendorPredicates.Outage(), MinimumThroughput = 2 })
            .AddVendorClassification(FrozenVendors.Dialer));
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("dialer");

        for (var i = 0; i < 2; i++)
        {
            using HttpResponseMessage response = await client.PostAsync(s_calls, new StringContent("{}"), TestContext.Current.CancellationToken);
            response.GetVendorResult().IsFailure.Should().BeTrue();
        }

        await client.Awaiting(c => c.PostAsync(s_calls, new StringContent("{}"), TestContext.Current.CancellationToken)).Should().ThrowAsync<BrokenCircuitException>();
    }

    [Theory(Timeout = 30_000)]
    [InlineData(307, 1)]
    [InlineData(0, 2)]
    [Trait(Asset.Trait, Asset.Net)]
    public async Task InsideAddResilienceHandler_WriteThatWasRedirected_IsNotSafe(int redirect, int sent)
    {
        var transport = new Transport((request, _) => redirect != 0 && request.RequestUri == s_calls ? Transport.RedirectTo("http://elsewhere.test/dial", redirect) : Transport.Json("{}", 429));
        var services = new ServiceCollection();
        services.AddHttpClient("dialer").ConfigurePrimaryHttpMessageHandler(() => transport).AddResilienceHandler("vendor", pipeline => pipeline
            .AddRetry(new HttpRetryStrategyOptions { ShouldHandle = VendorPredicates.SafeToSendAgain(), Delay = TimeSpan.Zero, MaxRetryAttempts = 1 })
            .AddVendorClassification(FrozenVendors.Dialer));
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("dialer");

        using HttpResponseMessage response = await client.PostAsync(s_calls, new StringContent("{}"), TestContext.Current.CancellationToken);

        transport.Sent.Count(request => request.Address == (redirect == 0 ? s_calls.ToString() : "http://elsewhere.test/dial")).Should().Be(sent);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("GET", 2)]
    [InlineData("POST", 1)]
    [Trait(Asset.Trait, Asset.Net)]
    public async Task AddVendorRetry_InsideAddResilienceHandler_KnowsWhatTheRequestIs(string method, int sent)
    {
        var transport = new Transport((_, count) => count == 1 ? Transport.Json("{}", 503) : Transport.Json(Bodies.YeastarOk));
        var services = new ServiceCollection();
        services.AddHttpClient("pbx").ConfigurePrimaryHttpMessageHandler(() => transport).AddResilienceHandler("vendor", pipeline => pipeline
            .AddVendorRetry(FrozenVendors.Pbx, new VendorErrorOptions { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) }));
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://vendor.test/openapi/v1.0/extension/list");
        request.Headers.Add("X-Trace", "7");

        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        transport.Sent.Should().HaveCount(sent).And.OnlyContain(seen => seen.Headers["X-Trace"] == "7");
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

    private static async Task<HttpResponseMessage> RunAsync(ResiliencePipeline<HttpResponseMessage> pipeline, Transport transport, HttpMethod method)
    {
        using var invoker = new HttpMessageInvoker(transport, disposeHandler: false);
        ResilienceContext context = ResilienceContextPool.Shared.Get(TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(method, s_calls);
        context.Properties.Set(VendorResilienceKeys.Request, request);
        try
        {
            return await pipeline.ExecuteAsync(async c => await invoker.SendAsync(new HttpRequestMessage(method, s_calls), c.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
