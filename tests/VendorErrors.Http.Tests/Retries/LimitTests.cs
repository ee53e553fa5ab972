namespace VendorErrors.Http.Tests.Retries;

public class LimitTests
{
    [Fact(Timeout = 10_000)]
    public async Task Get_TalkdeskSystemError_WaitsAMinuteAndTriesOnce()
    {
        using var bench = new Bench(FrozenVendors.Dialer, Answer.Json(Bodies.TalkdeskSystemError));

        using HttpResponseMessage response = await bench.GetAsync();

        bench.Fake.Requests.Should().HaveCount(2);
        bench.Time.Waits.Should().Equal(TimeSpan.FromSeconds(60));
        response.GetVendorDecision().StopReason.Should().Be(StopReason.CodeRetryLimit);
        (await response.TextAsync()).Should().Be(Bodies.TalkdeskSystemError);
    }

    [Theory(Timeout = 10_000)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Get_MaxRetriesReached_IsKept(int maximum)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Options = { MaxRetryAttempts = maximum, TotalTimeout = null } };

        using HttpResponseMessage response = await bench.GetAsync();

        bench.Fake.Requests.Should().HaveCount(maximum + 1);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.MaxRetriesReached);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_VendorThatAsksToWait_IsNotHeldByTheBudget()
    {
        Answer limited = Answer.Json("""{"statusCode":429,"message":"Too Many Requests"}""", 429, ("Retry-After", "5"));
        using var bench = new Bench(Vendor.Dialnexa, limited, limited, Answer.Json("{}")) { Options = { RetryBudgetRatio = 0, RetryBudgetReserve = 1 } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue("a vendor that names the time is well");
        bench.Fake.Requests.Should().HaveCount(3);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_DeadVendor_IsHeldByTheBudget()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Down()) { Options = { RetryBudgetRatio = 0.1, RetryBudgetReserve = 5 } };
        StopReason last = default;
        for (var i = 0; i < 100; i++)
        {
            using HttpResponseMessage response = await bench.GetAsync();
            last = response.GetVendorDecision().StopReason;
        }

        bench.Fake.Requests.Count.Should().BeInRange(100 + 5, 100 + 5 + 10);
        last.Should().Be(StopReason.BudgetExhausted);
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_StreamAboveTheReplayLimit_AnswerIsReturned()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 1), Bodies.Ok) { Options = { ReplayLimit = 0 } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "call/dial") { Content = new StreamContent(ScriptedStream.Of("x")) };

        using HttpResponseMessage response = await bench.SendAsync(request);

        response.GetVendorDecision().StopReason.Should().Be(StopReason.ContentNotReplayable);
        ((int)response.StatusCode).Should().Be(429);
        bench.Fake.Requests.Should().ContainSingle();
    }

    public static TheoryData<string> Replayable => ["string", "bytes", "form", "json", "multipart", .. Asset.IsForNet ? (string[])["memory"] : []];

    [Theory(Timeout = 10_000)]
    [MemberData(nameof(Replayable))]
    public async Task Post_ContentThatCanBeReplayed_SendsTheSameBytes(string kind)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 1), Bodies.Ok);
        using var request = new HttpRequestMessage(HttpMethod.Post, "call/dial")
        {
            Content = kind switch
            {
                "string" => new StringContent("abc"),
                "bytes" => new ByteArrayContent([65, 66]),
                "form" => new FormUrlEncodedContent([new("a", "b")]),
                "json" => System.Net.Http.Json.JsonContent.Create(new { A = 1 }),
                "memory" => new ReadOnlyMemoryContent("abc"u8.ToArray()),
                _ => new MultipartFormDataContent { { new StringContent("v"), "n" } },
            },
        };

        using HttpResponseMessage response = await bench.SendAsync(request);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Fake.Requests.Should().HaveCount(2);
        bench.Fake.Requests[1].Body.Should().Be(bench.Fake.Requests[0].Body).And.NotBeEmpty();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_Retried_DroppedResponsesAreDrainedAndDisposed()
    {
        ScriptedStream dropped = ScriptedStream.Of(new string('x', 3000), new string('y', 3000));
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(dropped, 503), Bodies.Ok) { Options = { ErrorBodyLimit = 1024 } };

        using HttpResponseMessage response = await bench.GetAsync();

        dropped.BytesRead.Should().Be(6000);
        dropped.IsDisposed.Should().BeTrue();
        bench.Fake.Responses[0].IsDisposed.Should().BeTrue();
        bench.Fake.Responses[1].IsDisposed.Should().BeFalse();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_DroppedResponseStalls_TheRetryIsNotHeldUp()
    {
        ScriptedStream dropped = ScriptedStream.Stalling(new string('x', 1024), new string('y', 1024));
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(dropped, 503), Bodies.Ok) { Options = { ErrorBodyLimit = 1024 } };

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_CancelledWhileADroppedResponseIsDrained_IsDisposedAllTheSame()
    {
        ScriptedStream dropped = ScriptedStream.Stalling(new string('x', 1024), new string('y', 1024));
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(dropped, 503)) { Options = { ErrorBodyLimit = 1024 }, Time = new FakeTime { IsManual = true } };
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await FluentActions.Awaiting(() => bench.GetAsync(token: cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();

        bench.Fake.Responses.Should().OnlyContain(response => response.IsDisposed);
    }
}
