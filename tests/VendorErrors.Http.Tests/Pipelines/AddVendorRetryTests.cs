using System.Net;
using Microsoft.Extensions.Options;
using Polly;

namespace VendorErrors.Http.Tests.Pipelines;

public class AddVendorRetryTests
{
    private static readonly Uri s_address = new("http://vendor.test/x");

    [Fact(Timeout = 10_000)]
    public async Task AddVendorRetry_RateLimit_ObeysTheHint()
    {
        var time = new FakeTime();

        using HttpResponseMessage response = await RunAsync(time, HttpMethod.Get, null, Bodies.Busy(retryAfter: 4), Bodies.Ok);

        time.Waits.Should().Equal(TimeSpan.FromSeconds(4));
        (await response.TextAsync()).Should().Be(Bodies.YeastarOk);
    }

    [Fact(Timeout = 10_000)]
    public async Task AddVendorRetry_Answer_CarriesItsVerdict()
    {
        using HttpResponseMessage response = await RunAsync(new FakeTime(), HttpMethod.Get, null, Answer.Json(Bodies.YeastarNotFound));

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.NotRetryable);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("GET", true, 2)]
    [InlineData("POST", true, 1)]
    [InlineData("GET", false, 1)]
    public async Task AddVendorRetry_UnknownEffect_DependsOnTheRequestInTheContext(string method, bool inContext, int sent)
    {
        var time = new FakeTime();
        var vendor = new FakeVendor(time, Bodies.Down(), Bodies.Ok);

        using HttpResponseMessage response = await RunAsync(Pipeline(time, null, null), vendor, new HttpMethod(method), inContext);

        vendor.Requests.Should().HaveCount(sent);
    }

    [Fact(Timeout = 10_000)]
    public async Task AddVendorRetry_ExpiredAgainLater_RefreshesAgain()
    {
        var time = new FakeTime();
        var refresher = new FakeRefresher();
        var vendor = new FakeVendor(time, Bodies.Expired, Bodies.Ok, Bodies.Expired, Bodies.Ok);
        ResiliencePipeline<HttpResponseMessage> pipeline = Pipeline(time, null, refresher);

        using HttpResponseMessage first = await RunAsync(pipeline, vendor, HttpMethod.Get, inContext: true);
        using HttpResponseMessage second = await RunAsync(pipeline, vendor, HttpMethod.Get, inContext: true);

        refresher.Calls.Should().Be(2);
    }

    [Fact(Timeout = 10_000)]
    public async Task AddVendorRetry_TimeOfTheFirstAttempt_CountsAgainstTheDeadline()
    {
        var time = new FakeTime();

        using HttpResponseMessage response = await RunAsync(
            time,
            HttpMethod.Get,
            new VendorErrorOptions { TotalTimeout = TimeSpan.FromSeconds(60) },
            new Answer { Status = 503, Headers = [("Retry-After", "20")], Before = () => time.Advance(TimeSpan.FromSeconds(50)) },
            Bodies.Ok);

        ((int)response.StatusCode).Should().Be(503);
        time.Waits.Should().BeEmpty();
    }

    [Fact]
    public void AddVendorRetry_OptionsWithFaults_Throws() =>
        FluentActions.Invoking(() => new ResiliencePipelineBuilder<HttpResponseMessage>().AddVendorRetry(Vendor.Dexatel, new VendorErrorOptions { MaxRetryAttempts = -1 }))
            .Should().Throw<OptionsValidationException>().WithMessage("*MaxRetryAttempts*");

    private static ResiliencePipeline<HttpResponseMessage> Pipeline(TimeProvider time, VendorErrorOptions? options, ICredentialRefresher? refresher) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddVendorRetry(FrozenVendors.Pbx, options, refresher).Build();

    private static Task<HttpResponseMessage> RunAsync(TimeProvider time, HttpMethod method, VendorErrorOptions? options, params Answer[] script) =>
        RunAsync(Pipeline(time, options, null), new FakeVendor(time, script), method, inContext: true);

    private static async Task<HttpResponseMessage> RunAsync(ResiliencePipeline<HttpResponseMessage> pipeline, FakeVendor vendor, HttpMethod method, bool inContext)
    {
        using var invoker = new HttpMessageInvoker(vendor, disposeHandler: false);
        ResilienceContext context = ResilienceContextPool.Shared.Get(TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(method, s_address);
        if (inContext)
        {
            context.Properties.Set(VendorResilienceKeys.Request, request);
        }

        try
        {
            return await pipeline.ExecuteAsync(async c => await invoker.SendAsync(new HttpRequestMessage(method, s_address), c.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    [Fact(Timeout = 10_000)]
    public async Task AddVendorRetry_ContextUsedAgain_JudgesTheNewRequest()
    {
        var sent = 0;
        ResiliencePipeline<HttpResponseMessage> pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddVendorRetry(Vendor.Dexatel, new VendorErrorOptions { BaseDelay = TimeSpan.FromMilliseconds(1) }).Build();
        ResilienceContext context = ResilienceContextPool.Shared.Get(TestContext.Current.CancellationToken);

        context.Properties.Set(VendorResilienceKeys.Request, new HttpRequestMessage(HttpMethod.Get, "http://dexatel.invalid/v1/messages/1"));
        using HttpResponseMessage read = await pipeline.ExecuteAsync(_ => new ValueTask<HttpResponseMessage>(new HttpResponseMessage(HttpStatusCode.OK)), context);
        context.Properties.Set(VendorResilienceKeys.Request, new HttpRequestMessage(HttpMethod.Post, "http://dexatel.invalid/v1/messages"));
        using HttpResponseMessage write = await pipeline.ExecuteAsync(
            _ =>
            {
                sent++;
                return new ValueTask<HttpResponseMessage>(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
            },
            context);

        sent.Should().Be(1);
        write.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
    }
}
