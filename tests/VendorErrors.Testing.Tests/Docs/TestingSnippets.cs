using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Http;
using VendorErrors.Retries;

namespace VendorErrors.Testing.Tests.Docs;

/// <summary>The C# of docs/test-your-code.md, line by line: it compiles, and it passes.</summary>
public class TestingSnippets
{
    [Fact]
    public async Task Campaign_PbxTokenExpiresMidway_NobodyIsCalledTwice()
    {
        var time = new VirtualTime();
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = time, Tokens = new TokenRules() });
        var tokens = new PbxTokens(pbx.CreateClient());
        var handler = new VendorErrorHandler(Vendor.YeastarPSeries, new() { Authorize = tokens.Authorize }, tokens, time) { InnerHandler = pbx.CreateHandler() };
        using var client = new HttpClient(handler) { BaseAddress = pbx.Address };
        string[] customers = [.. Enumerable.Range(100, 50).Select(i => $"+4930555{i}")];

        foreach (string customer in customers)
        {
            await client.PostAsJsonAsync("openapi/v1.0/call/dial", new { caller = "1000", callee = customer }, TestContext.Current.CancellationToken);
            if (customer == customers[25]) { pbx.Tokens.ExpireAll(); }
        }

        Assert.All(customers, customer => Assert.Equal(1, pbx.TimesCalled(customer)));
    }

    [Fact]
    public async Task Container_AsPrinted_WaitsOnTheClock()
    {
        var time = new VirtualTime();
        var dialer = new VendorSimulator(Vendor.TalkdeskDialer, new() { Time = time }).Play("next: code 10 wait 30s");

        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddHttpClient("dialer").AddVendorErrors(Vendor.TalkdeskDialer).ConfigurePrimaryHttpMessageHandler(dialer.CreateHandler);

        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("dialer");
        using HttpResponseMessage response = await client.PostAsJsonAsync(new Uri(dialer.Address, "telephony/dial"), new { phoneNumber = "+4930555100" }, TestContext.Current.CancellationToken);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        time.Elapsed.Should().Be(TimeSpan.FromSeconds(30));
        dialer.RequestsInsideWait.Should().Be(0);
        dialer.TimesCalled("+4930555100").Should().Be(1);
    }

    [Fact]
    public async Task Events_AsPrinted_AreReceived()
    {
        var webhook = new ReceivedEvents();
        var callflow = new { callflow = new[] { new { action = "makeCall", @params = new { source = "+6560000000", destination = "+6560000001" } } } };
        var time = new VirtualTime();
        var calls = new VendorSimulator(Vendor.EightByEightConnect, new() { Time = time });
        SimulatedEvent trunkFull = SimulatedEvent.Of(EventState.Failed, code: "-2010").After(TimeSpan.FromSeconds(30)).Twice();
        calls.Next(SimulatedStep.Ok.ThenEvent(trunkFull));
        calls.SendEventsTo((delivery, cancellationToken) => webhook.ReceiveAsync(delivery.Body, cancellationToken));
        using HttpClient client = calls.CreateClient();

        await client.PostAsJsonAsync("api/v1/subaccounts/demo/callflows", callflow, TestContext.Current.CancellationToken);
        await calls.WaitForDeliveriesAsync(cancellationToken: TestContext.Current.CancellationToken);

        webhook.Bodies.Should().HaveCount(2);
        calls.TimesCalled("+6560000001").Should().Be(0);
    }

    [Fact]
    public void Compose_AsPrinted_IsClassified()
    {
        ComposedResponse expired = VendorResponses.For(Vendor.YeastarPSeries, "10004");
        ComposedResponse limited = VendorResponses.For(Vendor.TalkdeskDialer, "10", new ResponseOptions { Wait = TimeSpan.FromSeconds(30) });
        ComposedResponse partial = VendorResponses.Batch(Vendor.EightByEightConnect, [new VendorItem { Code = "1002", Message = "Invalid MSISDN", Id = "order-18" }], done: 1);

        using HttpResponseMessage response = expired.ToHttpResponseMessage();

        expired.Body.Should().Be("""{"errcode":10004,"errmsg":"TOKEN EXPIRED"}""");
        limited.Body.Should().Contain("30 seconds");
        partial.Classify().Outcome.Should().Be(VendorOutcome.PartialSuccess);
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public void Verdicts_AsPrinted_AreRead()
    {
        VendorResult busy = VendorResults.Failure(Vendor.TalkdeskDialer, "10");
        RetryDecision later = RetryDecision.Stop(StopReason.WaitExceedsMaximum, TimeSpan.FromSeconds(30));
        var thrown = new VendorErrorException(busy, later);
        using HttpResponseMessage response = VendorResponses.For(Vendor.TalkdeskDialer, "10").ToHttpResponseMessage().WithVendorResult(busy, later);
        HttpRequestException broken = new HttpRequestException("reset").WithVendorResult(VendorResults.Failure(Vendor.TalkdeskDialer, 502));

        thrown.Result.Category.Should().Be(ErrorCategory.RateLimited);
        response.GetVendorDecision().Should().Be(later);
        broken.GetVendorResult().Effect.Should().Be(Effect.Unknown);
    }

    [Fact]
    public void Verdicts_OfEachKind_AreWhatTheyAreCalled()
    {
        foreach (Vendor vendor in Vendor.All)
        {
            VendorResults.Success(vendor).IsSuccess.Should().BeTrue();
            VendorResults.Failure(vendor, 503).IsFailure.Should().BeTrue();
        }

        VendorResults.PartialSuccess(Vendor.EightByEightConnect, new VendorItem { Code = "1002", Id = "order-18" }).Outcome.Should().Be(VendorOutcome.PartialSuccess);
        FluentActions.Invoking(() => VendorResults.Failure(Vendor.TalkdeskDialer, "0")).Should().Throw<ArgumentException>().WithMessage("*no failure*");
        FluentActions.Invoking(() => VendorResults.Failure(Vendor.TalkdeskDialer, "unheard of")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => VendorResults.Failure(Vendor.TalkdeskDialer, 200)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => VendorResults.PartialSuccess(Vendor.EightByEightConnect)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task Steps_AsPrinted_AnswerInOrder()
    {
        var sms = new VendorSimulator(Vendor.Dexatel);
        sms.Next(SimulatedStep.GatewayPage(504).AfterExecution(), SimulatedStep.Code("1523"))
           .Chance(0.05, SimulatedStep.Drop())
           .Outage(from: TimeSpan.FromMinutes(5), length: TimeSpan.FromMinutes(2));

        using HttpClient client = sms.CreateClient();
        using HttpResponseMessage first = await client.PostAsJsonAsync("v1/messages", new { data = new { to = "4930000001" } }, TestContext.Current.CancellationToken);
        using HttpResponseMessage second = await client.PostAsJsonAsync("v1/messages", new { data = new { to = "12" } }, TestContext.Current.CancellationToken);

        ((int)first.StatusCode).Should().Be(504);
        sms.TimesMessaged("4930000001").Should().Be(1);
        sms.TimesMessaged("12").Should().Be(0);
    }

    [Fact]
    public void Script_AsPrinted_IsPlayed()
    {
        var dialer = new VendorSimulator(Vendor.TalkdeskDialer, new SimulatorOptions { Seed = 7 });
        dialer.Play("""
            # the first three dials
            on POST telephony/dial next: code 10 wait 30s
            then: drop after execution
            then 3 times: ok delay 200ms

            chance 2%: page 502 before execution
            rate 20 per 1s
            tokens expire after 30m slots 8
            outage from 5m for 2m: status 503
            latency 50ms
            """);

        dialer.Requests.Should().BeEmpty();
    }

    [Trait("Category", "Slow")]
    [Fact]
    public async Task Server_AsPrinted_Answers()
    {
        (string answer, VendorSimulator pbx) = await ServerSnippets.AskAsync();

        answer.Should().Contain("SUCCESS");
        pbx.Count(OperationKind.Read).Should().Be(1);
    }

    private sealed class ReceivedEvents
    {
        public List<string> Bodies { get; } = [];

        public Task ReceiveAsync(string body, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bodies.Add(body);
            return Task.CompletedTask;
        }
    }
}
