using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging.Testing;
using Polly;
using VendorErrors.Http.Retries;
using VendorErrors.Retries;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>Ways around the ledger that were found by people who tried to make it call twice: what handlers inside and pipelines outside make of a request.</summary>
public class LedgerAttackTests : LedgerBench
{
    private const string RateLimited = """{"statusCode":10,"message":"Rate Limited","payload":null}""";

    [Fact]
    public async Task AHandlerInside_ThrowsAfterTheAnswer_SaysNothingAboutTheCall()
    {
        var audit = new InnerHandler(async (request, send) =>
        {
            await send(request);
            throw new HttpRequestException(HttpRequestError.ConnectionError, "the audit server is down");
        });

        await FluentActions.Awaiting(() => SendAsync(audit)).Should().ThrowAsync<HttpRequestException>();
        VendorErrorException second = await StopAsync();

        second.Decision.StopReason.Should().Be(StopReason.EffectUnknown);
        Remote.Sends.Should().Be(1);
    }

    [Trait(Asset.Trait, Asset.Net)]
    [Fact]
    public async Task AHandlerInside_ThrowsTheStatusOfAnotherServer_SaysNothingAboutTheCall()
    {
        var audit = new InnerHandler(async (request, send) =>
        {
            await send(request);
            throw new HttpRequestException("slow down", inner: null, HttpStatusCode.TooManyRequests);
        });

        await FluentActions.Awaiting(() => SendAsync(audit)).Should().ThrowAsync<HttpRequestException>();

        (await StopAsync()).Decision.StopReason.Should().Be(StopReason.EffectUnknown);
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AHandlerInside_MakesARefusalOfABrokenSend_IsNotBelieved()
    {
        BreakTheConnection();
        var fallback = new InnerHandler(async (request, send) =>
        {
            try
            {
                return await send(request);
            }
            catch (HttpRequestException)
            {
                return new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new ByteArrayContent([]) };
            }
        });

        using HttpResponseMessage first = await SendAsync(fallback);
        VendorErrorException second = await StopAsync();

        first.GetVendorResult().Effect.Should().Be(Effect.Unknown);
        second.Decision.StopReason.Should().Be(StopReason.EffectUnknown);
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AHandlerInside_GetsTheAnswerElsewhere_ItIsDoneAllTheSame()
    {
        var elsewhere = 0;
        var bridge = new InnerHandler((_, _) =>
        {
            elsewhere++;
            return Task.FromResult(AnyVendor.Json(Done));
        });

        using HttpResponseMessage first = await SendAsync(bridge);
        using HttpResponseMessage second = await SendAsync(bridge);

        second.GetVendorDecision().Source.Should().Be(DecisionSource.Ledger);
        elsewhere.Should().Be(1);
    }

    [Fact]
    public async Task AHandlerInside_SendsMessagesOfItsOwn_LeaveTheEffectOpen()
    {
        var sends = 0;
        Remote.Answer = _ => ++sends == 1 ? throw new HttpRequestException("reset", new IOException("reset")) : Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests));
        var stranger = new InnerHandler(async (request, send) =>
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    return await send(new HttpRequestMessage(request.Method, request.RequestUri));
                }
                catch (HttpRequestException) when (attempt == 0)
                {
                }
            }
        });

        using HttpResponseMessage first = await SendAsync(stranger);

        first.GetVendorResult().Effect.Should().Be(Effect.Unknown);
        (await StopAsync()).Decision.StopReason.Should().Be(StopReason.EffectUnknown);
    }

    [Fact]
    public async Task ALoginBehindARedirect_IsNoReasonToSendAgain()
    {
        Remote.Answer = request =>
        {
            // As the transport does: the message itself is changed where a redirect is followed.
            (request.Method, request.RequestUri) = (HttpMethod.Get, new Uri("https://x.test/status"));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request });
        };
        var login = new InnerHandler(async (request, send) =>
        {
            HttpResponseMessage response = await send(request);
            (request.Method, request.RequestUri) = (HttpMethod.Post, new Uri("https://x.test/dial"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "fresh");
            return response.StatusCode == HttpStatusCode.Unauthorized ? await send(request) : response;
        });

        await FluentActions.Awaiting(() => SendAsync(login)).Should().ThrowAsync<VendorErrorException>();

        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AChainThatAnotherClientHasUsed_IsRefused()
    {
        var used = new InnerHandler((request, send) => send(request)) { InnerHandler = Remote };
        using var other = new HttpClient(used, disposeHandler: false);
        await other.GetAsync(new Uri("https://x.test/"), Token);

        await FluentActions.Awaiting(() => SendAsync(used)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*handlers of its own*");

        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AKeyThatWasMade_IsTheSameForEachDelivery()
    {
        List<string> keys = [];
        Remote.Answer = request =>
        {
            keys.Add(request.Headers.GetValues("Idempotency-Key").Single());
            return keys.Count == 1 ? throw new HttpRequestException("reset", new IOException("reset")) : Task.FromResult(AnyVendor.Json(Done));
        };

        await FluentActions.Awaiting(() => DeliverAsync(Keyed())).Should().ThrowAsync<HttpRequestException>();
        using var before = new HttpRequestMessage(HttpMethod.Post, "https://x.test/dial") { Content = new StringContent("a") };
        before.SetVendorOperation(OperationSafety.IdempotencyKeyed, "Idempotency-Key");
        before.SetCallId(CallId, Time.GetUtcNow());
        using HttpResponseMessage second = await DeliverAsync(before);

        second.GetVendorResult().IsSuccess.Should().BeTrue();
        keys.Should().HaveCount(2);
        keys.Distinct(StringComparer.Ordinal).Should().ContainSingle();
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 25)]
    public async Task AnotherKey_OrOneThatTheVendorMayHaveForgotten_IsNoLeaveToSendAgain(bool isOwn, int hours)
    {
        BreakTheConnection();
        await FluentActions.Awaiting(() => DeliverAsync(Keyed(isOwn ? "one" : null))).Should().ThrowAsync<HttpRequestException>();
        DateTimeOffset createdAt = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromHours(hours));

        HttpRequestMessage again = Keyed(isOwn ? "other" : null);
        again.SetCallId(CallId, createdAt);
        VendorErrorException second = await StopAsync(again);

        second.Decision.StopReason.Should().Be(StopReason.EffectUnknown);
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task ARefusalAfterATakeover_LeavesTheFirstDeliveryOpen()
    {
        BreakTheConnection();
        await FluentActions.Awaiting(() => DeliverAsync(Put())).Should().ThrowAsync<HttpRequestException>();
        AnswerWith(RateLimited);
        using HttpResponseMessage second = await DeliverAsync(Put());

        CallLedgerRecord? record = await LedgerOf().FindAsync(CallId, Token);

        record!.State.Should().Be(LedgerState.Unknown);
        (await StopAsync(RequestOf(content: "another"))).Decision.StopReason.Should().Be(StopReason.CallIdConflict);
        Remote.Sends.Should().Be(2);
    }

    [Fact]
    public async Task ATakeoverThatIsCanceledInTheClaim_LeavesTheFirstDeliveryOpen()
    {
        BreakTheConnection();
        await FluentActions.Awaiting(() => DeliverAsync(Put())).Should().ThrowAsync<HttpRequestException>();
        using var caller = new CancellationTokenSource();
        Store.AfterReplace = caller.Cancel;

        await FluentActions.Awaiting(() => DeliverAsync(Put(), caller: caller.Token)).Should().ThrowAsync<OperationCanceledException>();

        (await LedgerOf().FindAsync(CallId, Token))!.State.Should().Be(LedgerState.Unknown);
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AHedgeOutside_OfAPipelineWithTheLedger_IsAnotherDelivery()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        Remote.Answer = _ => answer.Task;
        ResiliencePipeline<HttpResponseMessage> pipeline = Pipeline(new VendorErrorOptions());
        using HttpRequestMessage request = RequestOf();
        Task<HttpResponseMessage> first = RunAsync(pipeline, request);

        VendorErrorException hedge = (await FluentActions.Awaiting(() => RunAsync(pipeline, request)).Should().ThrowAsync<VendorErrorException>()).Which;

        hedge.Decision.StopReason.Should().Be(StopReason.InFlight);
        answer.SetResult(AnyVendor.Json(Done));
        (await first).GetVendorResult().IsSuccess.Should().BeTrue();
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AHandlerInsideAPipeline_BothWithTheLedger_ClaimOnce()
    {
        using HttpClient client = ClientOf();
        ResilienceContext context = ResilienceContextPool.Shared.Get(Token);
        using HttpRequestMessage request = RequestOf();
        context.Properties.Set(VendorResilienceKeys.Request, request);

        using HttpResponseMessage response = await Pipeline(new VendorErrorOptions()).ExecuteAsync(async c => await client.SendAsync(request, c.CancellationToken), context);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        Store.Calls.Should().Be(3, "the secret, a claim and a completion");
    }

    [Fact]
    public async Task TheLease_EndsAnAttemptOfAPipelineWithoutTimeouts()
    {
        ResiliencePipeline<HttpResponseMessage> pipeline = Pipeline(new VendorErrorOptions { AttemptTimeout = null, TotalTimeout = null, MaxRetryAttempts = 0 });
        ResilienceContext context = ResilienceContextPool.Shared.Get(Token);
        using HttpRequestMessage request = RequestOf();
        context.Properties.Set(VendorResilienceKeys.Request, request);
        Task<HttpResponseMessage> call = pipeline.ExecuteAsync(
            async c =>
            {
                await Task.Delay(Timeout.Infinite, c.CancellationToken);
                return await Remote.InvokeAsync(request);
            },
            context).AsTask();

        await Eventually.TrueAsync(() =>
        {
            Time.Advance(TimeSpan.FromSeconds(10));
            return call.IsCompleted;
        });

        await FluentActions.Awaiting(() => call).Should().ThrowAsync<Exception>();
        Remote.Sends.Should().Be(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ALedgerThatIsNotAsked_IsSaid(bool observes)
    {
        var logs = new FakeLogCollector();
        var options = new VendorErrorOptions { Mode = observes ? HandlerMode.Observe : HandlerMode.Active };
        var engine = new VendorEngine(Vendor.TalkdeskDialer, options, new VendorServices { Time = Time, Ledger = LedgerOf(), Logger = new FakeLogger(logs) });

        _ = engine.Beginning.Begin(observes ? RequestOf() : null, guard: null, isAsync: true, sendsTheMessage: false);

        logs.GetSnapshot().Should().ContainSingle(record => record.Id.Id == 28).Which.Message.Should().Contain("without asking the call ledger");
    }

    private static async Task<HttpResponseMessage> RunAsync(ResiliencePipeline<HttpResponseMessage> pipeline, HttpRequestMessage request, AnyVendor remote)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(Token);
        context.Properties.Set(VendorResilienceKeys.Request, request);
        return await pipeline.ExecuteAsync(async _ => await remote.InvokeAsync(request), context);
    }

    private Task<HttpResponseMessage> RunAsync(ResiliencePipeline<HttpResponseMessage> pipeline, HttpRequestMessage request) => RunAsync(pipeline, request, Remote);

    private ResiliencePipeline<HttpResponseMessage> Pipeline(VendorErrorOptions options) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = Time }.AddVendorRetry(Vendor.TalkdeskDialer, LedgerOf(), options).Build();

    private HttpRequestMessage Keyed(string? key = null)
    {
        HttpRequestMessage request = RequestOf();
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        request.SetVendorOperation(OperationSafety.IdempotencyKeyed, "Idempotency-Key");
        return request;
    }

    private HttpRequestMessage Put()
    {
        HttpRequestMessage request = RequestOf();
        request.Method = HttpMethod.Put;
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(DelegatingHandler inside)
    {
        if (inside.InnerHandler is null)
        {
            inside.InnerHandler = Remote;
        }

        var handler = new VendorErrorHandler(Vendor.TalkdeskDialer, LedgerOf(), new VendorErrorOptions { MaxRetryAttempts = 2 }, time: Time) { InnerHandler = inside };
        using var client = new HttpClient(handler, disposeHandler: false);
        return await client.SendAsync(RequestOf(), Token);
    }
}
