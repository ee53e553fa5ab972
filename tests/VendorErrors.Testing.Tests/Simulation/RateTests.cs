using System.Globalization;

namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>Rates that count, and waits that are kept or not.</summary>
[Collection(Alone.Name)]
public class RateTests
{
    private readonly VirtualTime _time = new(isManual: true);

    [Fact]
    public async Task Rate_InEachWindow_ServesExactlyAsManyAsItSays()
    {
        VendorSimulator dexatel = Limited(Vendor.Dexatel, 3, 10);
        using HttpClient client = dexatel.CreateClient();
        var served = new List<int>();
        for (var second = 0; second < 40; second++)
        {
            served.Add(await client.ReadAsync().StatusAsync());
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        served.Chunk(10).Should().AllSatisfy(window => window.Should().Equal(200, 200, 200, 429, 429, 429, 429, 429, 429, 429));
        dexatel.Executed.Should().HaveCount(12);
    }

    [Fact]
    public async Task Refusal_WithinAWindow_AsksToWaitUntilItsEnd()
    {
        using HttpClient client = Limited(Vendor.Dexatel, 1, 60).CreateClient();
        await client.ReadAsync().StatusAsync();
        foreach (int second in new[] { 0, 10, 59 })
        {
            _time.Advance(TimeSpan.FromSeconds(second) - _time.Elapsed);
            using HttpResponseMessage refused = await client.ReadAsync();

            refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(60 - second));
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        (await client.ReadAsync().StatusAsync()).Should().Be(200);
    }

    [Fact]
    public async Task Refusal_BetweenTwoSeconds_AsksForWholeSecondsAndNeverForTooFew()
    {
        using HttpClient client = Limited(Vendor.Dexatel, 1, 60).CreateClient();
        await client.ReadAsync().StatusAsync();
        _time.Advance(TimeSpan.FromMilliseconds(500));

        using HttpResponseMessage refused = await client.ReadAsync();

        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Refusal_OfTalkdesk_SaysItInASentenceUnderHttp200()
    {
        using HttpClient client = Limited(Vendor.TalkdeskDialer, 1, 20).CreateClient();
        await client.ReadAsync().StatusAsync();

        VendorResult refused = await client.ReadAsync().ResultAsync(Vendor.TalkdeskDialer);

        refused.Category.Should().Be(ErrorCategory.RateLimited);
        refused.Answer!.HttpStatus.Should().Be(200);
        refused.Error!.Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Refusal_OfAVendorWithoutSuchACode_IsABare429()
    {
        using HttpClient client = Limited(OwnVendor.Acme, 1, 20).CreateClient();
        await client.ReadAsync().StatusAsync();

        using HttpResponseMessage refused = await client.ReadAsync();

        ((int)refused.StatusCode).Should().Be(429);
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Refusal_WithACodeOfOnesOwn_HasIt()
    {
        var acme = new VendorSimulator(OwnVendor.Acme, new() { Time = _time, Rate = new RateRule(1, TimeSpan.FromSeconds(20)) { Code = "17" } });
        using HttpClient client = acme.CreateClient();
        await client.ReadAsync().StatusAsync();

        (await client.ReadAsync().ResultAsync(OwnVendor.Acme)).Code.Should().Be("17");
    }

    [Fact]
    public async Task Client_ThatDoesNotWait_IsCounted()
    {
        VendorSimulator dexatel = Limited(Vendor.Dexatel, 2, 60);
        using HttpClient client = dexatel.CreateClient();
        for (var i = 0; i < 10; i++)
        {
            await client.ReadAsync(i.ToString(CultureInfo.InvariantCulture)).StatusAsync();
        }

        // Two are served, and the third is the first to be told.
        dexatel.RequestsInsideWait.Should().Be(7);
    }

    [Fact]
    public async Task Client_ThatWaits_IsServedAndNotCounted()
    {
        VendorSimulator dexatel = Limited(Vendor.Dexatel, 2, 60);
        using HttpClient client = dexatel.CreateClient();
        for (var i = 0; i < 10; i++)
        {
            using HttpResponseMessage response = await client.ReadAsync();
            _time.Advance(response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero);
        }

        dexatel.RequestsInsideWait.Should().Be(0);
        dexatel.Executed.Should().HaveCount(7);
    }

    [Fact]
    public async Task Wait_OfOneRequestsOwnError_IsNoWaitOfOthers()
    {
        var dialer = new VendorSimulator(Vendor.TalkdeskDialer, new() { Time = _time });
        dialer.Next(SimulatedStep.Code("8"));
        using HttpClient client = dialer.CreateClient();

        await client.ReadAsync("a").StatusAsync();
        await client.ReadAsync("b").StatusAsync();
        await client.ReadAsync("a").StatusAsync();
        _time.Advance(TimeSpan.FromSeconds(60));
        await client.ReadAsync("a").StatusAsync();

        dialer.Requests.Select(request => request.IsInsideWait).Should().Equal(false, false, true, false);
    }

    [Fact]
    public async Task Wait_WhileTheAnswerIsOnItsWay_HasNotBegun()
    {
        var time = new VirtualTime(isManual: true);
        var dexatel = new VendorSimulator(Vendor.Dexatel, new() { Time = time, Latency = TimeSpan.FromSeconds(2), Rate = new RateRule(1, TimeSpan.FromSeconds(60)) });
        using HttpClient client = dexatel.CreateClient();

        Task<HttpResponseMessage>[] sent = [client.ReadAsync(), client.ReadAsync(), client.ReadAsync()];
        time.Advance(TimeSpan.FromSeconds(2));
        await Task.WhenAll(sent);
        Task<HttpResponseMessage> atThatMoment = client.ReadAsync();
        time.Advance(TimeSpan.FromTicks(1));
        Task<HttpResponseMessage> afterwards = client.ReadAsync();
        time.Advance(TimeSpan.FromSeconds(2));
        await Task.WhenAll(atThatMoment, afterwards);

        dexatel.Requests.Select(request => request.IsInsideWait).Should().Equal(false, false, false, false, true);
    }

    [Trait("Category", "Slow")]
    [Theory]
    [InlineData("talkdesk-dialer")]
    [InlineData("dialnexa")]
    [InlineData("dexatel")]
    [InlineData("8x8-connect")]
    public async Task Handler_WithManyCallersAtOnce_SendsNothingInsideAWait(string vendorId)
    {
        // By hand: a clock that moves by itself overtakes those whose answer has come and still waits for a thread, and with them the gate.
        var time = new VirtualTime(isManual: true);
        var latency = TimeSpan.FromMilliseconds(400);
        var vendor = new VendorSimulator(Vendor.Find(vendorId)!, new() { Time = time, Latency = latency, Rate = new RateRule(20, TimeSpan.FromSeconds(10)) });
        using HttpClient client = Clients.Handled(vendor, time);
        Task crowd = Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < 2; n++)
            {
                await client.SendJsonAsync("POST", $"things/{i}-{n}", "{}").StatusAsync();
            }
        })));

        while (!crowd.IsCompleted)
        {
            await Quiet.OnThePoolAsync();
            time.Advance(latency);
        }

        await crowd;
        vendor.Requests.Should().Contain(request => !request.IsExecuted, "the rate was too low for all of them");
        vendor.RequestsInsideWait.Should().Be(0);
    }

    private VendorSimulator Limited(Vendor vendor, int requests, int seconds) =>
        new(vendor, new() { Time = _time, Rate = new RateRule(requests, TimeSpan.FromSeconds(seconds)) });
}
