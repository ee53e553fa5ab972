using System.Diagnostics;

namespace VendorErrors.Testing.Tests;

/// <summary>A clock on which nobody waits.</summary>
public class VirtualTimeTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;
    private readonly VirtualTime _time = new();

    [Fact]
    public async Task Delay_OfHours_EndsAtOnceAndMovesTheClock()
    {
        var real = Stopwatch.StartNew();

        for (var i = 0; i < 100; i++)
        {
            await Task.Delay(TimeSpan.FromHours(1), _time, s_token);
        }

        _time.Elapsed.Should().Be(TimeSpan.FromHours(100));
        real.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Start_OfItsOwn_IsWhereItBegins()
    {
        var start = new DateTimeOffset(2030, 5, 1, 0, 0, 0, TimeSpan.Zero);

        new VirtualTime(start).GetUtcNow().Should().Be(start);
    }

    [Fact]
    public async Task Timestamps_BeforeAndAfterAWait_TellIt()
    {
        long before = _time.GetTimestamp();

        await Task.Delay(TimeSpan.FromSeconds(90), _time, s_token);

        _time.GetElapsedTime(before).Should().Be(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Waiters_AtOnce_EachSeeTheirOwnWait()
    {
        TimeSpan[] seen = await Task.WhenAll(Enumerable.Range(1, 100).Select(i => Task.Run(async () =>
        {
            long before = _time.GetTimestamp();
            await Task.Delay(TimeSpan.FromSeconds(i % 10 + 1), _time, s_token);
            return _time.GetElapsedTime(before) - TimeSpan.FromSeconds(i % 10 + 1);
        })));

        // The sum would be more than 500 seconds.
        seen.Should().OnlyContain(extra => extra >= TimeSpan.Zero && extra <= TimeSpan.FromSeconds(60));
        _time.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task TimeOuts_OfTokenSources_RingInOrderOnTheWayOfAWait()
    {
        var rung = new List<(int Seconds, TimeSpan At)>();
        var sources = new List<CancellationTokenSource>();
        foreach (int seconds in new[] { 30, 10, 20, 70 })
        {
            var source = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), _time);
            source.Token.Register(() => rung.Add((seconds, _time.Elapsed)));
            sources.Add(source);
        }

        TimeSpan before = _time.Elapsed;
        await Task.Delay(TimeSpan.FromSeconds(60), _time, s_token);

        before.Should().Be(TimeSpan.Zero, "a timeout by itself does not move the clock");
        rung.Should().Equal((10, TimeSpan.FromSeconds(10)), (20, TimeSpan.FromSeconds(20)), (30, TimeSpan.FromSeconds(30)));
        sources.ForEach(source => source.Dispose());
    }

    [Fact]
    public async Task Cancellation_OfAWait_LeavesTheClockWhereItHappened()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(5), _time);

        await FluentActions.Awaiting(() => Task.Delay(TimeSpan.FromHours(5), _time, source.Token)).Should().ThrowAsync<TaskCanceledException>();

        _time.Elapsed.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task WaitAsync_ForSomethingReal_OnlyWatchesTheClock()
    {
        Task<int> real = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), s_token);
            return 7;
        });

        (await real.WaitAsync(TimeSpan.FromSeconds(5), _time, s_token)).Should().Be(7);

        _time.Elapsed.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task WaitAsync_ForAVirtualWait_EndsWithItsTimeOut()
    {
        // The wait comes last: the clock may have moved on before its own timeout is set.
        var other = new TaskCompletionSource();
        Task guarded = other.Task.WaitAsync(TimeSpan.FromSeconds(5), _time, s_token);

        await Task.Delay(TimeSpan.FromHours(1), _time, s_token);

        await FluentActions.Awaiting(() => guarded).Should().ThrowAsync<TimeoutException>();
    }

    [Fact]
    public async Task Timer_OfAFrameworkWhoseDelaysAreTaskSources_IsAWait()
    {
        // As Microsoft.Bcl.TimeProvider makes them on .NET Framework.
        var delay = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ITimer timer = _time.CreateTimer(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), delay, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

        (await delay.Task.WaitAsync(TimeSpan.FromSeconds(30), s_token)).Should().BeTrue();

        _time.Elapsed.Should().Be(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task PeriodicTimer_OnTheWayOfAWait_TicksAsOftenAsItFits()
    {
        var ticks = 0;
        await using ITimer timer = _time.CreateTimer(_ => ticks++, state: null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));

        await Task.Delay(TimeSpan.FromSeconds(35), _time, s_token);

        ticks.Should().Be(3);
    }

    [Fact]
    public async Task Timer_AfterItsEnd_CannotBeChangedAndDoesNotRing()
    {
        var rings = 0;
        ITimer timer = _time.CreateTimer(_ => rings++, state: null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        await timer.DisposeAsync();

        timer.Change(TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan).Should().BeFalse();
        await Task.Delay(TimeSpan.FromSeconds(5), _time, s_token);

        rings.Should().Be(0);
    }

    [Fact]
    public void Wait_WithoutAwait_EndsToo()
    {
        Block(TimeSpan.FromDays(2));

        _time.Elapsed.Should().Be(TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task Wait_WithoutAwaitBehindAWait_StopsTheClockForNobody()
    {
        async Task WaitBothWaysAsync()
        {
            await Task.Delay(TimeSpan.FromSeconds(1), _time, s_token).ConfigureAwait(false);
            Block(TimeSpan.FromSeconds(1));
        }

        Task blocking = WaitBothWaysAsync();

        await blocking.WaitAsync(TimeSpan.FromSeconds(30), s_token);

        _time.Elapsed.Should().Be(TimeSpan.FromSeconds(2));
    }

    [Trait("Category", "Slow")]
    [Fact]
    public async Task Waits_OfBlockedThreads_AllEnd()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() =>
        {
            for (var n = 0; n < 5; n++)
            {
                Block(TimeSpan.FromSeconds(1));
            }
        }))).WaitAsync(TimeSpan.FromSeconds(60), s_token);

        _time.Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5)).And.BeLessThan(TimeSpan.FromSeconds(80));
    }

    [Fact]
    public async Task Wait_WithoutEnd_DoesNotMoveTheClock()
    {
        using var source = new CancellationTokenSource();
        Task wait = Task.Delay(Timeout.InfiniteTimeSpan, _time, source.Token);

        await Task.Delay(TimeSpan.FromSeconds(3), _time, s_token);
        await source.CancelAsync();

        _time.Elapsed.Should().Be(TimeSpan.FromSeconds(3));
        wait.IsCanceled.Should().BeTrue();
    }

    /// <summary>Waits as code without await does.</summary>
    private void Block(TimeSpan wait) => Task.Delay(wait, _time, s_token).GetAwaiter().GetResult();
}
