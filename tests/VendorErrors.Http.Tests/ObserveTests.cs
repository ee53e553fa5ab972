using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using VendorErrors.Definitions;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests;

/// <summary>A handler that only observes says what it would have done, and changes nothing.</summary>
public class ObserveTests
{
    private static readonly Uri s_address = new("http://vendor.test/openapi/v1.0/call/dial");

    public static TheoryData<string> Answers => ["ok", "large", "down", "busy", "expired", "not found", "empty", "page", "failing body", "stream"];

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Answers))]
    public async Task Answer_OfEachKind_ReachesTheCallerAsItIs(string kind)
    {
        foreach (bool isSync in (bool[])[false, true])
        {
            foreach (bool isPost in (bool[])[false, true])
            {
                using var bench = new Bench(FrozenVendors.Pbx, AnswerOf(kind)) { Options = Eager(), Refresher = new FakeRefresher() };

                string with = await ExchangeAsync(bench.Client, bench.Fake, isPost, isSync);
                using var fake = new FakeVendor(new FakeTime(), AnswerOf(kind));
                using var without = new HttpClient(fake);
                string expected = await ExchangeAsync(without, fake, isPost, isSync);

                with.Should().Be(expected);
                bench.Fake.Requests.Should().ContainSingle();
                bench.Time.GetUtcNow().Should().Be(bench.Fake.Requests[0].At, "nobody waits");
                bench.Fake.Syncs.Should().Be(isSync ? 1 : 0);
            }
        }
    }

    [Fact(Timeout = 10_000)]
    public async Task Down_Read_SaysThatItWouldBeRetried()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(retryAfter: 7)) { Options = { Mode = HandlerMode.Observe } };
        using var request = new HttpRequestMessage(HttpMethod.Get, "thing/get");

        using HttpResponseMessage response = await bench.SendAsync(request);

        response.GetVendorResult().Category.Should().Be(ErrorCategory.VendorUnavailable);
        response.GetVendorDecision().Action.Should().Be(RetryAction.Retry);
        response.GetVendorDecision().Wait.Should().Be(TimeSpan.FromSeconds(7));
        response.GetVendorAttempts().Should().ContainSingle();
        request.GetVendorResult().Category.Should().Be(ErrorCategory.VendorUnavailable, "clients that hide the response ask the request");
        bench.Logger.Lines.Should().ContainSingle().Which.Should().Be((12, "yeastar-p-series (no code) is vendor_unavailable, effect unknown; observed only, would be retried after 00:00:07 (GET /openapi/v1.0/***/***)"));
    }

    [Fact(Timeout = 10_000)]
    public async Task Down_Write_SaysWhyItWouldNotBeRetried()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Options = { Mode = HandlerMode.Observe } };

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
        bench.Logger.Lines.Should().ContainSingle().Which.Should().Be((14, "yeastar-p-series (no code) is vendor_unavailable, effect unknown; observed only, would not be retried: effect_unknown (POST /openapi/v1.0/call/dial)"));
    }

    [Theory(Timeout = 10_000)]
    [InlineData(HandlerMode.Active, HandlerMode.Observe)]
    [InlineData(HandlerMode.Observe, HandlerMode.Active)]
    [InlineData(HandlerMode.Observe, HandlerMode.Observe)]
    public async Task Busy_OneAccount_HoldsUpNobody(HandlerMode first, HandlerMode second)
    {
        var time = new FakeTime();
        var states = new VendorStates(time);
        using var busy = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 300)) { Time = time, States = states, Options = { Mode = first, MaxRetryAttempts = 0, Account = "one" } };
        using var other = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Time = time, States = states, Options = { Mode = second, Account = "one" } };
        DateTimeOffset start = time.GetUtcNow();

        using HttpResponseMessage refused = await busy.GetAsync();
        using HttpResponseMessage answered = await other.GetAsync();
        using var own = new HttpRequestMessage(HttpMethod.Get, "thing/get");
        own.SetVendorAccount("one");
        using HttpResponseMessage named = await other.SendAsync(own);

        time.GetUtcNow().Should().Be(start);
        refused.GetVendorDecision().Wait.Should().Be(TimeSpan.FromSeconds(300));
        refused.GetVendorDecision().StopReason.Should().NotBe(StopReason.None);
        answered.GetVendorResult().IsSuccess.Should().BeTrue();
        named.GetVendorResult().IsSuccess.Should().BeTrue();
        busy.Logger.Lines.Any(line => line.Id == 5).Should().Be(first == HandlerMode.Active, "no cooldown begins");
    }

    [Fact(Timeout = 10_000)]
    public async Task Expired_WithARefresher_IsNeitherRefreshedNorAuthorized()
    {
        var refresher = new Authorizer();
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired)
        {
            Refresher = refresher,
            Options = { Mode = HandlerMode.Observe, Authorize = request => request.Headers.Add("X-Token", "ours") },
        };

        using HttpResponseMessage response = await bench.GetAsync();

        refresher.Calls.Should().Be(0);
        bench.Fake.Requests.Should().ContainSingle().Which.Headers.Should().BeEmpty();
        response.GetVendorDecision().Action.Should().Be(RetryAction.RefreshThenRetry);
        bench.Logger.Lines.Should().ContainSingle().Which.Should().Be((13, "yeastar-p-series 10004 is credential_expired, effect none; observed only, would be retried after a credential refresh (GET /openapi/v1.0/***/***)"));
    }

    [Fact(Timeout = 10_000)]
    public async Task Expired_WithoutARefresher_SaysThatNobodyRefreshes()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Expired) { Options = { Mode = HandlerMode.Observe } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorDecision().StopReason.Should().Be(StopReason.CredentialNotRefreshed);
    }

    [Trait("Asset", "net")]
    [Theory(Timeout = 10_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Transport_Fails_ThrowsTheSameException(bool isSync)
    {
        var failure = new HttpRequestException(HttpRequestError.ResponseEnded);
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Fails(failure)) { Options = Eager() };
        using var client = new HttpMessageInvoker(bench.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, s_address) { Content = new StringContent("{}") };

        Exception thrown = (await FluentActions.Awaiting(async () => isSync ? client.Send(request, TestContext.Current.CancellationToken) : await client.SendAsync(request, TestContext.Current.CancellationToken))
            .Should().ThrowAsync<HttpRequestException>()).Which;

        thrown.Should().BeSameAs(failure);
        thrown.InnerException.Should().BeNull();
        thrown.GetVendorResult().Effect.Should().Be(Effect.Unknown);
        thrown.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
        bench.Logger.Lines.Should().ContainSingle().Which.Id.Should().Be(14);
    }

    [Fact(Timeout = 10_000)]
    public async Task Program_Fails_ThrowsTheSameExceptionWithoutAVerdict()
    {
        var failure = new InvalidOperationException("a fault of the program");
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Fails(failure)) { Options = Eager() };

        (await bench.Awaiting(b => b.GetAsync()).Should().ThrowAsync<InvalidOperationException>()).Which.Should().BeSameAs(failure);

        bench.Logger.Lines.Should().BeEmpty();
        failure.GetVendorResult().Should().Be(default(VendorResult));
    }

    [Theory(Timeout = 10_000)]
    [InlineData(HandlerMode.Active)]
    [InlineData(HandlerMode.Observe)]
    public async Task Time_OfOurOptions_EndsNothing(HandlerMode mode)
    {
        var time = new FakeTime { IsManual = true };
        using HttpMessageInvoker client = Slow(mode, time, new Transport((_, _) => Transport.Json("{}", 503)));

        Func<Task<HttpResponseMessage>> send = () => client.SendAsync(Rig.Get(), TestContext.Current.CancellationToken);

        if (mode == HandlerMode.Active)
        {
            await send.Should().ThrowAsync<TaskCanceledException>();
            return;
        }

        using HttpResponseMessage response = await send();
        ((int)response.StatusCode).Should().Be(503);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.WaitBeyondDeadline, "an active handler would have no time left");
    }

    [Trait("Asset", "net")]
    [Theory(Timeout = 10_000)]
    [InlineData(HandlerMode.Active)]
    [InlineData(HandlerMode.Observe)]
    public async Task Body_ThatStallsUnderSend_IsNotCut(HandlerMode mode)
    {
        var time = new FakeTime { IsManual = true };
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Status = 500, Stream = new SlowStream(time, """{"errcode":1,"errmsg":"x"}"""u8.ToArray()) }) { Time = time, Options = { Mode = mode, MaxRetryAttempts = 0, TotalTimeout = null } };

        using HttpResponseMessage response = bench.Client.Send(new HttpRequestMessage(HttpMethod.Post, s_address), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Func<Task<string>> read = () => response.TextAsync();

        if (mode == HandlerMode.Active)
        {
            await read.Should().ThrowAsync<Exception>();
            return;
        }

        (await read()).Should().Be("""{"errcode":1,"errmsg":"x"}""");
    }

    [Theory(Timeout = 10_000)]
    [InlineData(HandlerMode.Active, 1 + 1)]
    [InlineData(HandlerMode.Observe, 1 + 3)]
    public async Task RetryBudget_OfOtherClientsOfTheAccount_StaysTheirs(HandlerMode mode, int sends)
    {
        var time = new FakeTime();
        var states = new VendorStates(time);
        using var other = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Time = time, States = states };
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Time = time, States = states, Options = { Mode = mode, RetryBudgetReserve = 1, RetryBudgetRatio = 0 } };
        using var kept = new HttpMessageInvoker(other.CreateHandler());
        using HttpClient _ = bench.Client;

        (await kept.SendAsync(Rig.Get(), TestContext.Current.CancellationToken)).Dispose();

        other.Fake.Requests.Should().HaveCount(sends);
    }

    [Fact(Timeout = 10_000)]
    public async Task Request_OfEachKind_GoesOutAsItIs()
    {
        var keyed = new Vendor("keyed", "Keyed", new VendorDefinition { IdempotencyKeyHeader = "X-Key" });
        var content = new StreamContent(ScriptedStream.Of("ab", "c"));
        HttpContent? sent = null;
        var inner = new InnerHandler((request, send) =>
        {
            sent = request.Content;
            return send(request);
        });
        using var rig = new Rig(keyed, (_, _) => Transport.Json("{}", 503), new VendorErrorOptions { Mode = HandlerMode.Observe, AddIdempotencyKey = true }, refresher: null, inner);

        using HttpResponseMessage response = await rig.SendAsync(new HttpRequestMessage(HttpMethod.Post, s_address) { Content = content });
        using HttpResponseMessage empty = await rig.SendAsync(new HttpRequestMessage(HttpMethod.Post, s_address));

        rig.Transport.Sent[0].Body.Should().Be("abc");
        rig.Transport.Sent.Should().OnlyContain(request => request.Headers.Count == 0);
        rig.Transport.Sent[1].HasContent.Should().BeFalse("nothing is put in place of no content");
        sent.Should().BeNull();
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown, "it was sent without a key");
        response.RequestMessage!.Content.Should().BeSameAs(content);
    }

    [Fact(Timeout = 10_000)]
    public async Task HandlerInside_PutsATokenIntoTheQuery_IsNoRedirect()
    {
        using var rig = new Rig(FrozenVendors.Pbx, (_, _) => Transport.Json("{}", 429, 5), new VendorErrorOptions { Mode = HandlerMode.Observe },
            refresher: null, InnerHandler.Changes(request => request.RequestUri = new Uri(request.RequestUri!, "?page=2")));

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post());

        response.GetVendorResult().Effect.Should().Be(Effect.None);
        response.GetVendorDecision().Action.Should().Be(RetryAction.Retry);
    }

    [Fact(Timeout = 10_000)]
    public async Task HandlerInside_EndsItBeforeTheTransport_HasNoEffect()
    {
        using var rig = new Rig(FrozenVendors.Pbx, (_, _) => Transport.Json("{}"), new VendorErrorOptions { Mode = HandlerMode.Observe }, refresher: null, new InnerHandler((_, _) => throw new TimeoutException()));

        Exception thrown = (await FluentActions.Awaiting(() => rig.SendAsync(Rig.Post())).Should().ThrowAsync<TimeoutException>()).Which;

        thrown.GetVendorResult().Effect.Should().Be(Effect.None);
    }

    [Fact(Timeout = 10_000)]
    public async Task HandlerInside_SendsAWriteAgain_IsNotStopped()
    {
        using var rig = new Rig(FrozenVendors.Pbx, (_, count) => Transport.Json("{}", count == 1 ? 503 : 429), new VendorErrorOptions { Mode = HandlerMode.Observe }, refresher: null, new InnerHandler(async (request, send) =>
        {
            (await send(request)).Dispose();
            return await send(request);
        }));

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post());

        rig.Transport.Executed.Should().Be(2);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown, "the 429 says nothing about the first");
    }

    [Theory(Timeout = 30_000)]
    [InlineData("outside")]
    [InlineData("inside")]
    [InlineData("hedging")]
    public async Task ResilienceHandler_BesideIt_GoesOnAsBefore(string place)
    {
        var transport = new Transport((_, count) => Transport.Json("{}", count < 3 ? 503 : 200));
        using ServiceProvider provider = Beside(place, transport, new(StringComparer.Ordinal) { ["V:Mode"] = "Observe" }, new FakeLogger(), out _);
        provider.GetRequiredService<IStartupValidator>().Validate();

        using HttpResponseMessage response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx").PostAsync(s_address, new StringContent("{}"), TestContext.Current.CancellationToken);

        transport.Executed.Should().Be(3, "their retries are not ours to refuse");
        ((int)response.StatusCode).Should().Be(200);
    }

    [Fact(Timeout = 30_000)]
    public async Task Reload_ToActive_BesideAResilienceHandler_IsRefusedAndKeepsObserving()
    {
        var transport = new Transport((_, count) => Transport.Json("{}", count < 3 ? 503 : 200));
        var logger = new FakeLogger();
        using ServiceProvider provider = Beside("outside", transport, new(StringComparer.Ordinal) { ["V:Mode"] = "Observe" }, logger, out IConfigurationRoot root);
        HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
        root["V:Mode"] = "Active";
        root.Reload();

        using HttpResponseMessage response = await client.PostAsync(s_address, new StringContent("{}"), TestContext.Current.CancellationToken);

        transport.Executed.Should().Be(3);
        logger.Lines.Where(line => line.Id == 9).Should().ContainSingle().Which.Text.Should().Contain("'pbx'").And.Contain("RemoveAllResilienceHandlers()");
        logger.Lines.Should().Contain(line => line.Id == 14);
        root["V:AllowOtherRetries"] = "true";
        root.Reload();
        using HttpResponseMessage allowed = await client.GetAsync(s_address, TestContext.Current.CancellationToken);
        provider.GetRequiredService<IOptionsMonitor<VendorErrorOptions>>().Get("pbx").Mode.Should().Be(HandlerMode.Active);
    }

    [Fact(Timeout = 10_000)]
    public async Task Reload_ToActive_WithoutARefresher_IsRefusedAndKeepsObserving()
    {
        (ServiceProvider provider, IConfigurationRoot root, FakeVendor vendor, FakeLogger logger) = Provide(withRefresher: false, Bodies.Down(retryAfter: 1));
        await using ServiceProvider _ = provider;
        provider.GetRequiredService<IStartupValidator>().Validate();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
        (await client.GetAsync(s_address, TestContext.Current.CancellationToken)).Dispose();
        root["V:Mode"] = "Active";
        root.Reload();

        (await client.GetAsync(s_address, TestContext.Current.CancellationToken)).Dispose();
        (await client.GetAsync(s_address, TestContext.Current.CancellationToken)).Dispose();

        vendor.Requests.Should().HaveCount(3);
        logger.Lines.Select(line => line.Id).Should().Equal(12, 9, 12, 12);
        logger.Lines[1].Text.Should().Contain("AddYeastarTokens");
    }

    [Fact(Timeout = 10_000)]
    public async Task Reload_ToActiveAndBack_TakesEffect()
    {
        (ServiceProvider provider, IConfigurationRoot root, FakeVendor vendor, FakeLogger logger) = Provide(withRefresher: true, Bodies.Down(), Bodies.Down(retryAfter: 1), Bodies.Ok, Bodies.Down());
        await using ServiceProvider _ = provider;
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
        (await client.GetAsync(s_address, TestContext.Current.CancellationToken)).Dispose();
        root["V:Mode"] = "Active";
        root.Reload();

        using HttpResponseMessage active = await client.GetAsync(s_address, TestContext.Current.CancellationToken);
        root["V:Mode"] = "observe";
        root.Reload();
        using HttpResponseMessage observed = await client.GetAsync(s_address, TestContext.Current.CancellationToken);

        active.GetVendorAttempts().Should().HaveCount(2, "the guard was there before, so what it saw is known");
        ((int)observed.StatusCode).Should().Be(503);
        vendor.Requests.Should().HaveCount(4);
        logger.Lines.Select(line => line.Id).Should().Equal(12, 1, 12);
    }

    [Fact(Timeout = 10_000)]
    public async Task Message_SentActiveAndThenObserved_IsNotStopped()
    {
        (ServiceProvider provider, IConfigurationRoot root, FakeVendor vendor, FakeLogger _) = Provide(withRefresher: true, Bodies.Down());
        await using ServiceProvider __ = provider;
        root["V:Mode"] = "Active";
        root.Reload();
        using var client = new HttpMessageInvoker(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("pbx"));
        using var request = new HttpRequestMessage(HttpMethod.Post, s_address) { Content = new StringContent("{}") };
        (await client.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
        root["V:Mode"] = "Observe";
        root.Reload();

        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(503);
        vendor.Requests.Should().HaveCount(2);
    }

    [Fact(Timeout = 10_000)]
    public async Task MeterAndTrace_OfAFailure_SayThatItWasOnlyObserved()
    {
        Vendor vendor = FrozenVendors.PbxCalled("observed");
        using var seen = new SeenTelemetry();
        using var bench = new Bench(vendor, Bodies.Down(retryAfter: 1), Answer.Json("""{"errcode":99999,"errmsg":"NEW"}""", 400), Bodies.Expired, Bodies.Ok) { Options = { Mode = HandlerMode.Observe }, Refresher = new FakeRefresher() };

        for (var i = 0; i < 4; i++)
        {
            using HttpResponseMessage response = await bench.GetAsync();
            response.GetVendorAttempts().Should().ContainSingle();
        }

        seen.MeasurementsOf(vendor.Id).Should().BeEquivalentTo(
            "vendor_errors.errors confidence=status_only error.type=vendor_unavailable observed=True",
            "vendor_errors.observed action=retry error.type=vendor_unavailable reason=none",
            "vendor_errors.errors confidence=status_only error.type=invalid_request observed=True",
            "vendor_errors.unrecognized observed=True",
            "vendor_errors.observed action=stop error.type=invalid_request reason=not_retryable",
            "vendor_errors.errors confidence=exact error.type=credential_expired observed=True",
            "vendor_errors.observed action=refresh_then_retry error.type=credential_expired reason=none");
        seen.ActivitiesOf("observed").Should().HaveCount(4).And.OnlyContain(activity => true.Equals(activity.GetTagItem("vendor_errors.observed")));
        seen.ActivitiesOf("observed")[0].GetTagItem("error.type").Should().Be("vendor_unavailable");
    }

    [Fact(Timeout = 10_000)]
    public async Task Trace_WhileItGoesOut_IsTheCallersOwn()
    {
        using var traces = new SeenTelemetry();
        Activity? current = null;
        using var rig = new Rig(FrozenVendors.Pbx, (_, _) => Transport.Json("{}"), new VendorErrorOptions { Mode = HandlerMode.Observe }, refresher: null, InnerHandler.Changes(_ => current = Activity.Current));
        Activity? before = Activity.Current;

        using HttpResponseMessage response = await rig.SendAsync(Rig.Get());

        current.Should().BeSameAs(before, "one of ours would put a header on the request");
    }

    [Fact(Timeout = 10_000)]
    public async Task Settings_OfTheRequest_CountForTheDecision()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Options = { Mode = HandlerMode.Observe } };
        using var request = new HttpRequestMessage(HttpMethod.Get, "thing/get");
        request.SetVendorMaxRetryAttempts(0);

        using HttpResponseMessage response = await bench.SendAsync(request);

        response.GetVendorDecision().StopReason.Should().Be(StopReason.MaxRetriesReached);
    }

    [Fact(Timeout = 10_000)]
    public async Task AddVendorRetry_Observing_SendsOnce()
    {
        var sends = 0;
        ResiliencePipeline<HttpResponseMessage> pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddVendorRetry(FrozenVendors.Pbx, new VendorErrorOptions { Mode = HandlerMode.Observe, AttemptTimeout = TimeSpan.FromMilliseconds(1) }).Build();

        using HttpResponseMessage response = await pipeline.ExecuteAsync(
            async token =>
            {
                sends++;
                await Task.Delay(50, token);
                return Transport.Json("{}", 429, 0);
            },
            TestContext.Current.CancellationToken);

        sends.Should().Be(1);
        response.GetVendorDecision().Action.Should().Be(RetryAction.Retry);
    }

    private static HttpMessageInvoker Slow(HandlerMode mode, FakeTime time, Transport transport)
    {
        var inner = new InnerHandler((request, send) =>
        {
            time.Advance(TimeSpan.FromSeconds(1000));
            return send(request);
        })
        { InnerHandler = transport };
        var options = new VendorErrorOptions { Mode = mode, AttemptTimeout = TimeSpan.FromSeconds(1), TotalTimeout = TimeSpan.FromSeconds(2) };
        return new HttpMessageInvoker(new VendorErrorHandler(FrozenVendors.Pbx, options, new VendorServices { Time = time }) { InnerHandler = inner });
    }

    private static VendorErrorOptions Eager() => new()
    {
        Mode = HandlerMode.Observe,
        ThrowOnFailure = true,
        AddIdempotencyKey = true,
        Authorize = request => request.Headers.Add("X-Token", "ours"),
        Cooldown = CooldownMode.FailFast,
    };

    private static Answer AnswerOf(string kind) => kind switch
    {
        "ok" => Bodies.Ok,
        "large" => Answer.Of(ScriptedStream.Cut(Encoding.UTF8.GetBytes($$"""{"errcode":0,"data":"{{new string('x', 300_000)}}"}"""), 3000)),
        "down" => Answer.Json("""{"errcode":1,"errmsg":"try later"}""", 503, ("Retry-After", "1")),
        "busy" => Bodies.Busy(retryAfter: 1),
        "expired" => Bodies.Expired,
        "not found" => Answer.Json(Bodies.YeastarNotFound),
        "empty" => new Answer { Status = 204, ContentType = null },
        "page" => new Answer { Body = "<html><title>Bad gateway</title></html>", Status = 502, ContentType = "text/html" },
        "failing body" => Answer.Of(ScriptedStream.Failing(new IOException("cut"), """{"errcode":0,""", "\"data\":"), 500),
        _ => new Answer { Stream = ScriptedStream.Cut([.. Enumerable.Range(0, 100_000).Select(i => (byte)i)], 777), ContentType = "audio/wav" },
    };

    /// <summary>Everything that the caller and the vendor see of one exchange.</summary>
    private static async Task<string> ExchangeAsync(HttpClient client, FakeVendor fake, bool isPost, bool isSync)
    {
        using var request = new HttpRequestMessage(isPost ? HttpMethod.Post : HttpMethod.Get, s_address) { Content = isPost ? new StringContent("""{"to":"100"}""") : null };
        using HttpResponseMessage response = isSync
            ? client.Send(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken)
            : await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var body = new MemoryStream();
        Exception? fault = null;
        try
        {
            await (await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).CopyToAsync(body, TestContext.Current.CancellationToken);
        }
        catch (IOException e)
        {
            fault = e;
        }

        SeenRequest seen = fake.Requests[0];
        return string.Join('\n', (int)response.StatusCode, response.Headers, response.Content.Headers, ReferenceEquals(response.RequestMessage, request), Convert.ToHexString(body.ToArray()), fault?.Message, seen.Method, seen.Address, seen.Body, string.Join(';', seen.Headers));
    }

    private static (ServiceProvider Provider, IConfigurationRoot Root, FakeVendor Vendor, FakeLogger Logger) Provide(bool withRefresher, params Answer[] script)
    {
        IConfigurationRoot root = new ConfigurationBuilder().AddInMemoryCollection([new("V:Mode", "Observe")]).Build();
        var time = new FakeTime();
        var vendor = new FakeVendor(time, script);
        var logger = new FakeLogger();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time).AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(logger.Collector)).AddFilter("System", LogLevel.None));
        IHttpClientBuilder builder = services.AddHttpClient("pbx").AddVendorErrors(FrozenVendors.Pbx, root.GetSection("V")).ConfigurePrimaryHttpMessageHandler(() => vendor);
        if (withRefresher)
        {
            builder.AddCredentialRefresher(_ => new FakeRefresher());
        }

        return (services.BuildServiceProvider(), root, vendor, logger);
    }

    private static ServiceProvider Beside(string place, Transport transport, Dictionary<string, string?> settings, FakeLogger logger, out IConfigurationRoot root)
    {
        root = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(logger.Collector)).AddFilter("System", LogLevel.None).AddFilter("Polly", LogLevel.None));
        IHttpClientBuilder builder = services.AddHttpClient("pbx").ConfigurePrimaryHttpMessageHandler(() => transport);
        if (place == "inside")
        {
            builder.AddVendorErrors(FrozenVendors.Pbx, root.GetSection("V")).AddCredentialRefresher(_ => new FakeRefresher());
        }

        if (place == "hedging")
        {
            builder.AddStandardHedgingHandler().Configure(options => (options.Hedging.Delay, options.Hedging.MaxHedgedAttempts) = (TimeSpan.FromSeconds(10), 2));
        }
        else
        {
            builder.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(1));
        }

        if (place != "inside")
        {
            builder.AddVendorErrors(FrozenVendors.Pbx, root.GetSection("V")).AddCredentialRefresher(_ => new FakeRefresher());
        }

        return services.BuildServiceProvider();
    }

    private sealed class Authorizer : ICredentialRefresher, IRequestAuthorizer
    {
        public int Calls { get; private set; }

        public long Version => 0;

        public ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken)
        {
            Calls++;
            return default;
        }

        public ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return default;
        }
    }

    /// <summary>Gives a byte per read, each after ten seconds and more.</summary>
    private sealed class SlowStream(FakeTime time, byte[] body) : MemoryStream(body)
    {
        private bool _isClosed;

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count)
        {
            time.Advance(TimeSpan.FromSeconds(11));
            return _isClosed ? throw new ObjectDisposedException(nameof(SlowStream)) : base.Read(buffer, offset, 1);
        }

        protected override void Dispose(bool disposing)
        {
            _isClosed = true;
            base.Dispose(disposing);
        }
    }
}
