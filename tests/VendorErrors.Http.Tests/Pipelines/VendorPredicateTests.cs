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

/// <summary>What the predicates say of an answer or an exception, for strategies of Polly.</summary>
public class VendorPredicateTests
{
    private static ResiliencePipelineBuilder<HttpResponseMessage> Builder() => new();

    [Theory(Timeout = 10_000)]
    [InlineData(Bodies.TalkdeskSystemError, true, true, true)]
    [InlineData(Bodies.TalkdeskRateLimited, false, true, true)]
    [InlineData("""{"statusCode":5,"message":"Invalid Parameter","payload":null}""", false, false, true)]
    [InlineData(Bodies.TalkdeskOk, false, false, false)]
    public async Task Predicates_OfAnAnswer_AreThoseOfItsVerdict(string body, bool isOutage, bool isTransient, bool isFailure)
    {
        ResiliencePipeline<HttpResponseMessage> pipeline = Builder().AddVendorClassification(FrozenVendors.Dialer).Build();
        using HttpResponseMessage response = await PipelineCall.RunAsync(pipeline, new Transport((_, _) => Transport.Json(body)), HttpMethod.Get);

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
}
