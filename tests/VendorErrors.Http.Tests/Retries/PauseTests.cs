using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Retries;

/// <summary>Never earlier means never, also where the timers of the machine ring some milliseconds early.</summary>
public class PauseTests
{
    private static readonly TimeSpan s_early = TimeSpan.FromMilliseconds(6);

    [Theory(Timeout = 10_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_TimersRingEarly_TheRetryIsNeverEarly(bool isAsync)
    {
        Assert.SkipWhen(!isAsync && !Asset.IsForNet, "There is no synchronous way.");
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(retryAfter: 7), Bodies.Ok) { Time = new FakeTime { RingsEarlyBy = s_early } };

        using HttpResponseMessage response = await SendAsync(bench, isAsync);

        (bench.Fake.Requests[1].At - bench.Fake.Requests[0].At).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
    }

    [Theory(Timeout = 10_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_TimersRingEarlyAtTheGate_TheRequestIsNeverEarly(bool isAsync)
    {
        Assert.SkipWhen(!isAsync && !Asset.IsForNet, "There is no synchronous way.");
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 7), Bodies.Ok) { Time = new FakeTime { RingsEarlyBy = s_early }, Options = { MaxRetryAttempts = 0 } };
        using HttpResponseMessage first = await SendAsync(bench, isAsync);

        using HttpResponseMessage second = await SendAsync(bench, isAsync);

        (bench.Fake.Requests[1].At - bench.Fake.Requests[0].At).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
    }

    [Trait("Category", "Slow")]
    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Until_RealTime_IsNeverEarly(bool isAsync)
    {
        TimeProvider time = TimeProvider.System;
        var length = TimeSpan.FromMilliseconds(20.3);
        var waited = new List<TimeSpan>();
        for (var i = 0; i < 100; i++)
        {
            long start = time.GetTimestamp();
            await Pause.UntilAsync(time, start, length, isAsync, TestContext.Current.CancellationToken);
            waited.Add(time.GetElapsedTime(start));
        }

        waited.Min().Should().BeGreaterThanOrEqualTo(length);
    }

    [Fact]
    public async Task Until_TimeHasPassed_DoesNotWait()
    {
        var time = new FakeTime();
        long start = time.GetTimestamp();
        time.Advance(TimeSpan.FromSeconds(5));

        await Pause.UntilAsync(time, start, TimeSpan.FromSeconds(5), isAsync: true, TestContext.Current.CancellationToken);

        time.Waits.Should().BeEmpty();
    }

    private static Task<HttpResponseMessage> SendAsync(Bench bench, bool isAsync) =>
        isAsync ? bench.GetAsync() : Task.Run(() => bench.Client.Send(new HttpRequestMessage(HttpMethod.Get, "thing/get"), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken));
}
