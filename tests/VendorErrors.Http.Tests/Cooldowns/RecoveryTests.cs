using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Cooldowns;

/// <summary>After a cooldown not all at once.</summary>
[Collection(Alone.Name)]
[Trait("Category", "Slow")]
public class RecoveryTests
{
    private static readonly TimeSpan s_latency = TimeSpan.FromMilliseconds(40);

    [Theory(Timeout = 60_000)]
    [InlineData(1, 41)]
    [InlineData(5, 25)]
    [InlineData(10, 22)]
    [InlineData(100, 0)]
    public async Task Get_FortyOneWaitAtAVendorWithALimit_AllSucceedAndFewAreRefused(int perSecond, int mostRefused)
    {
        var time = new FakeTime { IsManual = true };
        using var states = new VendorStates(time);
        states.Hear(Bench.YeastarAccount, TimeSpan.FromSeconds(5));
        var vendor = new RateVendor(time, perSecond, s_latency);
        using var bench = new Bench(FrozenVendors.Pbx) { Time = time, States = states, Fake = vendor.Create() };
        long start = time.GetTimestamp();
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 41).Select(_ => SendAsync(bench))];

        HttpResponseMessage[] responses = await RunAsync(time, calls);

        responses.Should().OnlyContain(response => response.GetVendorResult().IsSuccess);
        vendor.Refused.Should().BeLessThanOrEqualTo(mostRefused, "of {0} attempts", bench.Fake.Requests.Count);
        bench.Fake.Requests.Should().HaveCount(41 + vendor.Refused);
        time.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromSeconds(5 + 3 + (2 * 41 / perSecond)), "nobody waits much longer than the vendor's limit makes them");
    }

    /// <summary>All ask at once before anything is known, so the first refusals cannot be helped; the ones after that can.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Get_SixtyAtOnceAtAVendorThatAllowsTen_NoneRunsOutOfRetries()
    {
        var time = new FakeTime { IsManual = true };
        var vendor = new RateVendor(time, 10, s_latency);
        using var bench = new Bench(FrozenVendors.Pbx) { Time = time, Fake = vendor.Create() };
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 60).Select(_ => SendAsync(bench))];

        HttpResponseMessage[] responses = await RunAsync(time, calls);

        responses.Should().OnlyContain(response => response.GetVendorResult().IsSuccess);
        vendor.Refused.Should().BeInRange(50, 50 + 25, "of {0} attempts", bench.Fake.Requests.Count);
    }

    /// <summary>The one that was refused waits as long as those in the line, and comes before them.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Get_RefusedWhileOthersWait_IsTheNextToAsk()
    {
        var time = new FakeTime { IsManual = true };
        using var states = new VendorStates(time);
        states.Hear(Bench.YeastarAccount, TimeSpan.FromSeconds(5));
        var count = 0;
        using var bench = new Bench(FrozenVendors.Pbx)
        {
            Time = time,
            States = states,
            Fake = new FakeVendor(time) { Chooses = _ => Interlocked.Increment(ref count) <= 2 ? Bodies.Busy(retryAfter: 1) : Bodies.Ok, Gate = () => Task.Delay(s_latency, time) },
        };
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 10).Select(call => bench.Client.GetAsync(new Uri($"call-{call}", UriKind.Relative), TestContext.Current.CancellationToken))];

        await RunAsync(time, calls);

        bench.Fake.Requests.Take(3).Select(request => request.Address).Distinct(StringComparer.Ordinal).Should().ContainSingle("the first was refused twice, and the others waited");
    }

    [Fact(Timeout = 60_000)]
    public async Task Get_CooldownIsOver_OneAsksAndTheOthersFollowOnlyAfterItsAnswer()
    {
        var time = new FakeTime { IsManual = true };
        using var states = new VendorStates(time);
        states.Hear(Bench.YeastarAccount, TimeSpan.FromSeconds(5));
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var bench = new Bench(FrozenVendors.Pbx) { Time = time, States = states, Fake = new FakeVendor(time) { Chooses = _ => Bodies.Ok, Gate = () => answered.Task } };
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 10).Select(_ => bench.GetAsync())];
        await Eventually.TrueAsync(() => time.Pending >= 10);

        time.Advance(TimeSpan.FromSeconds(5));
        await Eventually.TrueAsync(() => bench.Fake.Requests.Count == 1);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        bench.Fake.Requests.Should().ContainSingle("one request asks again");
        answered.SetResult();

        HttpResponseMessage[] responses = await RunAsync(time, calls);
        responses.Should().OnlyContain(response => response.GetVendorResult().IsSuccess);
    }

    [Fact(Timeout = 60_000)]
    public async Task Get_ProbesHang_TheOthersGoOnSoon()
    {
        var time = new FakeTime { IsManual = true };
        using var states = new VendorStates(time);
        states.Hear(Bench.YeastarAccount, TimeSpan.FromSeconds(5));
        var count = 0;
        using var bench = new Bench(FrozenVendors.Pbx)
        {
            Time = time,
            States = states,
            Fake = new FakeVendor(time) { Chooses = _ => Interlocked.Increment(ref count) == 1 ? new Answer { Hangs = true } : Bodies.Ok },
        };
        using var giveUp = new CancellationTokenSource();
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 10).Select(_ => bench.GetAsync(token: giveUp.Token))];
        long start = time.GetTimestamp();

        await StepAsync(time, () => calls.Count(call => call.IsCompletedSuccessfully) == 9);

        time.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromSeconds(12));
        await giveUp.CancelAsync();
        await FluentActions.Awaiting(() => Task.WhenAll(calls)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("breaks")]
    [InlineData("throws")]
    [InlineData("canceled")]
    public async Task Get_ProbeDies_TheNextOneProbes(string how)
    {
        var time = new FakeTime { IsManual = true };
        using var states = new VendorStates(time);
        states.Hear(Bench.YeastarAccount, TimeSpan.FromSeconds(5));
        var count = 0;
        using var caller = new CancellationTokenSource();
        using var bench = new Bench(FrozenVendors.Pbx)
        {
            Time = time,
            States = states,
            Options = { MaxRetryAttempts = 0 },
            Fake = new FakeVendor(time)
            {
                Chooses = _ => Interlocked.Increment(ref count) > 1 ? Bodies.Ok : how switch
                {
                    "breaks" => Answer.Fails(new HttpRequestException("reset")),
                    "throws" => Answer.Fails(new InvalidOperationException("a handler inside")),
                    _ => new Answer { Hangs = true },
                },
            },
        };
        Task<HttpResponseMessage> probe = bench.GetAsync(token: caller.Token);
        Task<HttpResponseMessage> other = bench.GetAsync();
        long start = time.GetTimestamp();
        await StepAsync(time, () => Volatile.Read(ref count) >= 1);
        if (how == "canceled")
        {
            await caller.CancelAsync();
        }

        await StepAsync(time, () => other.IsCompleted);

        (await other).GetVendorResult().IsSuccess.Should().BeTrue();
        time.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromSeconds(8), "a place that is given back need not run out");
        await FluentActions.Awaiting(() => probe).Should().ThrowAsync<Exception>();
    }

    [Fact(Timeout = 60_000)]
    public async Task Get_AuthorizeThrowsInTheProbe_ItsPlaceIsGivenBack()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 3), Bodies.Ok) { Options = { MaxRetryAttempts = 0 } };
        using HttpResponseMessage first = await bench.GetAsync();
        var throws = true;
        bench.Options.Authorize = _ =>
        {
            if (throws)
            {
                throw new InvalidOperationException("no token");
            }
        };
        await FluentActions.Awaiting(() => bench.GetAsync()).Should().ThrowAsync<InvalidOperationException>();
        throws = false;

        using HttpResponseMessage second = await bench.GetAsync();

        second.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Time.Waits.Should().Equal(TimeSpan.FromSeconds(3));
    }

    [Fact(Timeout = 60_000)]
    public async Task Get_WaitsInTheLineUntilItsTimeIsUp_IsRefusedUnsent()
    {
        var time = new FakeTime { IsManual = true };
        using var states = new VendorStates(time);
        states.Hear(Bench.YeastarAccount, TimeSpan.FromSeconds(5));
        using var giveUp = new CancellationTokenSource();
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Hangs = true }) { Time = time, States = states, Options = { TotalTimeout = TimeSpan.FromSeconds(7) } };
        Task<HttpResponseMessage> probe = bench.GetAsync(token: giveUp.Token);
        Task<HttpResponseMessage> other = bench.GetAsync(token: giveUp.Token);

        await StepAsync(time, () => other.IsCompleted);

        VendorErrorException thrown = (await FluentActions.Awaiting(() => other).Should().ThrowAsync<VendorErrorException>()).Which;
        thrown.Decision.StopReason.Should().Be(StopReason.CoolingDown);
        thrown.Error!.Effect.Should().Be(Effect.None);
        bench.Fake.Requests.Should().ContainSingle();
        await giveUp.CancelAsync();
        await FluentActions.Awaiting(() => probe).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact(Timeout = 60_000)]
    public async Task Get_NoDeadlineAndEveryProbeIsRefused_EveryCallEnds()
    {
        var time = new FakeTime { IsManual = true };
        using var bench = new Bench(FrozenVendors.Pbx) { Time = time, Options = { TotalTimeout = null }, Fake = new RateVendor(time, 0, s_latency).Create() };
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 20).Select(_ => SendAsync(bench))];

        await RunAsync(time, calls);

        calls.Should().OnlyContain(call => call.IsCompletedSuccessfully, "each gets the vendor's own refusal");
        (await calls[0]).GetVendorDecision().StopReason.Should().Be(StopReason.MaxRetriesReached);
    }

    [Trait(Asset.Trait, Asset.Net)]
    [Fact(Timeout = 60_000)]
    public async Task Send_ManyThreadsWait_AllComeThrough()
    {
        var time = new FakeTime { IsManual = true };
        using var states = new VendorStates(time);
        states.Hear(Bench.YeastarAccount, TimeSpan.FromSeconds(5));
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok) { Time = time, States = states };
        HttpClient client = bench.Client;
        var sent = 0;
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            using HttpResponseMessage response = client.Send(new HttpRequestMessage(HttpMethod.Get, "thing"), TestContext.Current.CancellationToken);
            Interlocked.Add(ref sent, response.GetVendorResult().IsSuccess ? 1 : 0);
        })
        { IsBackground = true })];
        Array.ForEach(threads, thread => thread.Start());
        await Eventually.TrueAsync(() => time.Pending >= 8);
        bench.Fake.Requests.Should().BeEmpty();

        await StepAsync(time, () => Volatile.Read(ref sent) == 8);

        bench.Fake.Requests.Should().HaveCount(8);
        bench.Fake.Syncs.Should().Be(8);
    }

    private static Task<HttpResponseMessage> SendAsync(Bench bench) =>
        bench.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "thing/get"), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    /// <summary>Lets the time go from one event to the next, each when every call waits for a timer again.</summary>
    private static async Task<HttpResponseMessage[]> RunAsync(FakeTime time, Task<HttpResponseMessage>[] calls)
    {
        while (!Array.TrueForAll(calls, call => call.IsCompleted))
        {
            for (var quiet = 0; quiet < 3;)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
                quiet = time.Pending >= calls.Count(call => !call.IsCompleted) ? quiet + 1 : 0;
            }

            time.AdvanceToNext();
        }

        return await Task.WhenAll(calls);
    }

    /// <summary>Lets the time pass in steps, with a moment of real time for each.</summary>
    private static async Task StepAsync(FakeTime time, Func<bool> until)
    {
        while (!until())
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
            time.Advance(TimeSpan.FromMilliseconds(20));
        }
    }
}
