using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using VendorErrors.Http.Tests.Kit;
using VendorErrors.Retries;
using Xunit;

namespace VendorErrors.Http.Tests.Retries;

/// <summary>What a review found, each by itself.</summary>
public class ReviewTests
{
    [Fact(Timeout = 10_000)]
    public async Task AddVendorRetry_ContextUsedAgain_JudgesTheNewRequest()
    {
        var sent = 0;
        ResiliencePipeline<HttpResponseMessage> pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddVendorRetry(Vendor.Dexatel, new VendorErrorOptions { BackoffBase = TimeSpan.FromMilliseconds(1) }).Build();
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

    [Fact(Timeout = 10_000)]
    public async Task Post_SuccessWhoseBodyBreaksBeforeItsFirstByte_IsNoSuccess()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, Answer.Of(ScriptedStream.Failing(new IOException("reset"))));

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorResult().IsFailure.Should().BeTrue();
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_ErrorBodyLongerThanItsLimit_KeepsTheCodeItBeganWith()
    {
        string body = $$"""{"errcode":60001,"errmsg":"DATA NOT FOUND","more":"{{new string('x', 400_000)}}"}""";
        using var bench = new Bench(Vendor.YeastarPSeries, Answer.Json(body, 400));

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        (await response.TextAsync()).Should().Be(body);
    }

    [Fact]
    public void AddVendorErrors_TwiceOnOneClient_IsRefused()
    {
        IHttpClientBuilder builder = new ServiceCollection().AddHttpClient("pbx").AddVendorErrors(Vendor.YeastarPSeries);

        builder.Invoking(b => b.AddVendorErrors(Vendor.Dexatel)).Should().Throw<InvalidOperationException>().WithMessage("*'pbx' has AddVendorErrors already*");
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_WhoseRedirectChangedTheRequest_IsNotSentAgain()
    {
        using var bench = new Bench(Vendor.YeastarPSeries, new Answer { Status = 429, Arrange = response => response.RequestMessage!.RequestUri = new Uri("http://elsewhere.invalid/") }, Bodies.Ok);

        using HttpResponseMessage response = await bench.PostAsync();

        bench.Fake.Requests.Should().ContainSingle();
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
    }
}
