using VendorErrors.Http;

namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>Many callers at once.</summary>
[Trait("Category", "Slow")]
public class ParallelTests
{
    private const int Callers = 200;
    private readonly VirtualTime _time = new();

    [Fact]
    public async Task Dials_OfManyCallers_AreCountedExactly()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time, Latency = TimeSpan.FromMilliseconds(10) });
        pbx.Next(SimulatedStep.Code("-2").AfterExecution().Times(50), SimulatedStep.Status(503).Times(30));
        using HttpClient client = pbx.CreateClient();

        await RunAsync(async i =>
        {
            await client.DialAsync($"+49{i}").StatusAsync();
            await client.ReadAsync($"items/{i}").StatusAsync();
            _ = pbx.RequestsInsideWait + pbx.TimesCalled($"+49{i}");
        });

        pbx.Requests.Select(request => request.Number).Should().Equal(Enumerable.Range(1, 2 * Callers));
        pbx.Executed.Should().HaveCount((2 * Callers) - 30);
        pbx.Requests.Count(request => request.Outcome == "HTTP 503").Should().Be(30);
        pbx.Requests.Count(request => request.Outcome == "HTTP 200, code -2").Should().Be(50);
        Enumerable.Range(0, Callers).Should().OnlyContain(i => pbx.TimesCalled($"+49{i}") <= 1);
    }

    [Fact]
    public async Task Keys_OfManyCallers_ExecuteOnceEach()
    {
        var acme = new VendorSimulator(OwnVendor.Acme);
        using HttpClient client = acme.CreateClient();

        await RunAsync(async i =>
        {
            using HttpRequestMessage message = Calls.Json("POST", "calls", $$"""{"to":"{{i % 20}}"}""");
            message.Headers.Add(OwnVendor.KeyHeader, $"key-{i % 20}");
            await client.SendAsync(message).StatusAsync();
        });

        acme.Requests.Should().HaveCount(Callers);
        acme.Executed.Should().HaveCount(20);
    }

    [Fact]
    public async Task SignIns_OfManyCallers_GetEightTokensAtMost()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time, Tokens = new() });
        using HttpClient client = pbx.CreateClient();

        await RunAsync(_ => client.SendJsonAsync("POST", "openapi/v1.0/get_token").StatusAsync());

        pbx.Tokens.SignIns.Should().Be(8);
        pbx.Tokens.Valid.Should().Be(8);
    }

    [Fact]
    public async Task Rate_WithManyCallers_ServesExactlyAsManyAsItSays()
    {
        var dexatel = new VendorSimulator(Vendor.Dexatel, new() { Time = new VirtualTime(isManual: true), Rate = new RateRule(37, TimeSpan.FromSeconds(1)) });
        using HttpClient client = dexatel.CreateClient();

        await RunAsync(_ => client.ReadAsync().StatusAsync());

        dexatel.Executed.Should().HaveCount(37);
    }

    [Fact]
    public async Task Campaign_WithFaultsOfAllKindsThroughTheHandler_CallsNobodyTwice()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time, Seed = 5, Latency = TimeSpan.FromMilliseconds(150), Tokens = new() { Lifetime = TimeSpan.FromSeconds(20) } });
        pbx.Play(
            """
            chance 5%: drop after execution
            chance 5%: drop before execution
            chance 5%: page 502 after execution
            chance 5%: hang after execution
            chance 5%: refuse
            chance 5%: ok cut 10%
            chance 5%: code -2 after execution
            chance 5%: code 10004
            """);
        var tokens = new PbxTokens(pbx.CreateClient());
        using HttpClient client = Clients.Handled(
            pbx,
            _time,
            options =>
            {
                options.Authorize = tokens.Authorize;
                options.AttemptTimeout = TimeSpan.FromSeconds(10);
            },
            tokens);
        var succeeded = 0;

        await RunAsync(async i =>
        {
            try
            {
                using HttpResponseMessage response = await client.DialAsync($"+4930{i}");
                if (response.GetVendorResult().IsSuccess)
                {
                    Interlocked.Increment(ref succeeded);
                    pbx.TimesCalled($"+4930{i}").Should().Be(1);
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // The caller is told; that is all right.
            }
        });

        Enumerable.Range(0, Callers).Should().OnlyContain(i => pbx.TimesCalled($"+4930{i}") <= 1);
        succeeded.Should().BeInRange(80, Callers - 1);
    }

    private static Task RunAsync(Func<int, Task> call) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(i => Task.Run(() => call(i)))).WaitAsync(TimeSpan.FromSeconds(100), TestContext.Current.CancellationToken);
}
