namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>Outages, latency, delays, and steps that a test chooses itself.</summary>
public class ClockTests
{
    private readonly VirtualTime _time = new(isManual: true);

    [Fact]
    public async Task Outage_ByTheClock_BeginsAndEnds()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time });
        pbx.Outage(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
        using HttpClient client = pbx.CreateClient();
        var statuses = new List<int>();
        for (var second = 0; second < 7; second++)
        {
            statuses.Add(await client.ReadAsync().StatusAsync());
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        statuses.Should().Equal(200, 200, 502, 502, 502, 200, 200);
    }

    [Fact]
    public async Task Outage_WithAStep_StrikesSignInsTooAndUsesUpNoSteps()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time, Tokens = new() });
        pbx.Outage(TimeSpan.Zero, TimeSpan.FromSeconds(5), SimulatedStep.Code("-2")).Next(SimulatedStep.Status(404).On("items"));
        using HttpClient client = pbx.CreateClient();

        VendorResult signIn = await client.SendJsonAsync("POST", "openapi/v1.0/get_token").ResultAsync(Vendor.YeastarPSeries);
        await client.ReadAsync().StatusAsync();

        signIn.Category.Should().Be(ErrorCategory.VendorInternal);
        pbx.Tokens.SignIns.Should().Be(0);
        pbx.Executed.Should().BeEmpty();
    }

    [Fact]
    public async Task Outage_OnAnOperation_StrikesOnlyThat()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time });
        pbx.Outage(TimeSpan.Zero, TimeSpan.MaxValue, SimulatedStep.Status(503).On("call/dial"));
        using HttpClient client = pbx.CreateClient();

        (await client.DialAsync().StatusAsync()).Should().Be(503);
        (await client.ReadAsync().StatusAsync()).Should().Be(200);
    }

    [Fact]
    public async Task LatencyAndDelay_OfAnAnswer_AddUp()
    {
        var time = new VirtualTime();
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = time, Latency = TimeSpan.FromSeconds(1) });
        pbx.Next(SimulatedStep.Ok.Delay(TimeSpan.FromSeconds(9)), SimulatedStep.Drop().Delay(TimeSpan.FromSeconds(4)));
        using HttpClient client = pbx.CreateClient();

        await client.DialAsync().StatusAsync();
        await FluentActions.Awaiting(() => client.DialAsync()).Should().ThrowAsync<HttpRequestException>();

        time.Elapsed.Should().Be(TimeSpan.FromSeconds(15));
        pbx.Requests.Select(request => request.At - time.Start).Should().Equal(TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Choose_ForEachRequest_GoesBeforeTheScript()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Choose = request => request.Number % 2 == 0 ? SimulatedStep.Status(500) : null });
        pbx.Next(SimulatedStep.Status(503));
        using HttpClient client = pbx.CreateClient();

        int[] statuses = [await client.ReadAsync().StatusAsync(), await client.ReadAsync().StatusAsync(), await client.ReadAsync().StatusAsync()];

        statuses.Should().Equal(503, 500, 200);
    }

    [Fact]
    public async Task Choose_OfARequest_SeesKindSubjectsAndNumber()
    {
        var seen = new List<SimulatedRequest>();
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new()
        {
            Choose = request =>
            {
                seen.Add(request);
                return null;
            },
        });
        using HttpClient client = pbx.CreateClient();

        await client.SendJsonAsync("POST", "openapi/v1.0/get_token").StatusAsync();
        await client.DialAsync("+491").StatusAsync();

        SimulatedRequest only = seen.Should().ContainSingle("sign-ins are not asked about").Subject;
        (only.Number, only.Kind, only.Subjects[0]).Should().Be((2, OperationKind.Dial, "+491"));
    }

    [Fact]
    public async Task Options_WithoutAClock_UseTheSystems()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries);

        await pbx.CreateClient().ReadAsync().StatusAsync();

        pbx.Requests[0].At.Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Outage_GivenLater_BeginsThen()
    {
        var time = new VirtualTime(isManual: true);
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = time });
        time.Advance(TimeSpan.FromMinutes(5));
        pbx.Play("outage for 1s");
        using HttpClient client = pbx.CreateClient();

        using HttpResponseMessage during = await client.GetAsync(new Uri("x", UriKind.Relative), TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(1));
        using HttpResponseMessage after = await client.GetAsync(new Uri("x", UriKind.Relative), TestContext.Current.CancellationToken);

        ((int)during.StatusCode).Should().Be(502);
        ((int)after.StatusCode).Should().Be(200);
    }
}
