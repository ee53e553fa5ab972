namespace VendorErrors.Http.Tests.Retries;

public class WaitTests
{
    [Theory(Timeout = 10_000)]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public async Task Get_RetryAfter_IsObeyedWhateverTheJitter(double jitter)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 7), Bodies.Ok) { Jitter = jitter };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        (bench.Fake.Requests[1].At - bench.Fake.Requests[0].At).Should().Be(TimeSpan.FromSeconds(7));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_RetryAfterAsADate_IsNeverEarlier()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Json("", 503, ("Retry-After", "Sun, 01 Mar 2026 12:00:09 GMT")), Bodies.Ok);
        bench.Time.Advance(TimeSpan.FromTicks(3_333));

        using HttpResponseMessage response = await bench.GetAsync();

        bench.Fake.Requests[1].At.Should().BeOnOrAfter(new DateTimeOffset(2026, 3, 1, 12, 0, 9, TimeSpan.Zero)).And.BeBefore(new DateTimeOffset(2026, 3, 1, 12, 0, 11, TimeSpan.Zero));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_TalkdeskSentence_IsObeyed()
    {
        using var bench = new Bench(FrozenVendors.Dialer, Answer.Json(Bodies.TalkdeskRateLimited), Answer.Json(Bodies.TalkdeskOk)) { Jitter = 0 };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        (bench.Fake.Requests[1].At - bench.Fake.Requests[0].At).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30));
    }

    [Theory(Timeout = 10_000)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0.5, 0.5, 1, 2)]
    [InlineData(1, 1, 2, 4)]
    public async Task Get_NoHint_BacksOffExponentiallyWithFullJitter(double jitter, double first, double second, double third)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Jitter = jitter };

        using HttpResponseMessage response = await bench.GetAsync();

        bench.Fake.Requests.Zip(bench.Fake.Requests.Skip(1), (a, b) => (b.At - a.At).TotalSeconds).Should().Equal(first, second, third);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.MaxRetriesReached);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_HintAboveTheCap_IsRefusedAtOnce()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(retryAfter: 60), Bodies.Ok) { Options = { MaxWait = TimeSpan.FromSeconds(10) } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorDecision().StopReason.Should().Be(StopReason.WaitExceedsMaximum);
        response.GetVendorDecision().Wait.Should().Be(TimeSpan.FromSeconds(60));
        bench.Time.Waits.Should().BeEmpty();
        bench.Fake.Responses[0].IsDisposed.Should().BeFalse();
    }

    [Theory(Timeout = 10_000)]
    [InlineData(503)]
    public async Task Get_HintAboveTheCapAndClamp_WaitsAsLongAsTheCap(int status)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(status, retryAfter: 60), Bodies.Ok) { Options = { MaxWait = TimeSpan.FromSeconds(10), ClampWait = true } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Time.Waits.Should().Equal(TimeSpan.FromSeconds(10));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_WaitThatDoesNotFitTheDeadline_IsRefusedAtOnce()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(retryAfter: 20), Bodies.Ok) { Options = { TotalTimeout = TimeSpan.FromSeconds(15) } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorDecision().StopReason.Should().Be(StopReason.WaitBeyondDeadline);
        bench.Time.Waits.Should().BeEmpty();
        ((int)response.StatusCode).Should().Be(503);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_SecondWaitDoesNotFitWhatIsLeft_IsRefused()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(retryAfter: 20)) { Options = { TotalTimeout = TimeSpan.FromSeconds(35) } };

        using HttpResponseMessage response = await bench.GetAsync();

        bench.Fake.Requests.Should().HaveCount(2);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.WaitBeyondDeadline);
    }

    [Fact(Timeout = 10_000)]
    public async Task Ensure_WaitRefused_ExceptionNamesTheTimeNotBefore()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 600));
        using HttpResponseMessage response = await bench.GetAsync();

        VendorErrorException thrown = response.Invoking(r => r.EnsureVendorSuccess()).Should().Throw<VendorErrorException>().Which;

        thrown.NotBefore.Should().BeCloseTo(bench.Time.GetUtcNow().AddSeconds(600), TimeSpan.FromSeconds(1));
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_CancelledDuringTheWait_ThrowsAtOnce()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down(retryAfter: 20)) { Time = new FakeTime { IsManual = true } };
        using var cancellation = new CancellationTokenSource();
        Task<HttpResponseMessage> sending = bench.GetAsync(token: cancellation.Token);
        await bench.Time.PendingAsync();

        await cancellation.CancelAsync();

        OperationCanceledException thrown = (await sending.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>()).Which;
        thrown.CancellationToken.Should().Be(cancellation.Token);
        bench.Fake.Responses.Should().OnlyContain(response => response.IsDisposed);
        bench.Fake.Requests.Should().ContainSingle();
    }
}
