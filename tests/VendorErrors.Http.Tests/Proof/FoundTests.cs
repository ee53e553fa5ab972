using System.Net;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Proof;

/// <summary>What the random scripts found, each by itself; and what needs a caller who gives up.</summary>
public class FoundTests
{
    private readonly FlowTime _time = new();

    [Theory]
    [InlineData(nameof(Fault.LostHost))]
    [InlineData(nameof(Fault.LostNetwork))]
    [InlineData(nameof(Fault.Reset))]
    [InlineData(nameof(Fault.EarlyEnd))]
    public async Task SendAsync_PlainWriteWhoseOpenConnectionFails_IsSentOnce(string fault)
    {
        _time.Begin();
        Exception original = Faults.Of(Enum.Parse<Fault>(fault));
        using var inner = new FunctionHandler((_, _, _) => throw original);
        using HttpMessageInvoker client = Client(inner);
        using HttpRequestMessage request = Post();

        Func<Task> send = () => client.SendAsync(request, CancellationToken.None);

        (await send.Should().ThrowAsync<HttpRequestException>()).Which.Should().BeSameAs(original);
        inner.Count.Should().Be(1);
    }

    [Fact]
    public async Task SendAsync_TokenExpiredWithRetryAfter_ReplaysNoEarlier()
    {
        FlowClock clock = _time.Begin();
        TimeSpan second = TimeSpan.Zero;
        using var inner = new FunctionHandler((count, request, _) =>
        {
            second = clock.Peek();
            HttpResponseMessage response = Json(request, count == 1 ? """{"errcode":10004,"errmsg":"TOKEN EXPIRED"}""" : """{"errcode":0,"errmsg":"SUCCESS"}""");
            response.Headers.Add("Retry-After", "5");
            return Task.FromResult(response);
        });
        using HttpMessageInvoker client = Client(inner, new FakeRefresher());
        using HttpRequestMessage request = Post();

        using HttpResponseMessage response = await client.SendAsync(request, CancellationToken.None);

        inner.Count.Should().Be(2);
        second.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task SendAsync_ClosedGateAndNoRetriesAllowed_NamesTheCoolDown()
    {
        _time.Begin();
        using var inner = new FunctionHandler((_, request, _) =>
        {
            HttpResponseMessage response = Json(request, """{"errcode":70082,"errmsg":"OVERLOAD_TASK_RUNNING"}""");
            response.Headers.Add("Retry-After", "30");
            return Task.FromResult(response);
        });
        using HttpMessageInvoker client = Client(inner, options: new VendorErrorOptions { MaxRetryAttempts = 0, Cooldown = CooldownMode.FailFast });
        using HttpRequestMessage first = Post();
        using HttpRequestMessage second = Post();
        using HttpResponseMessage response = await client.SendAsync(first, CancellationToken.None);

        Func<Task> send = () => client.SendAsync(second, CancellationToken.None);

        (await send.Should().ThrowAsync<VendorErrorException>()).Which.Decision.StopReason.Should().Be(StopReason.CoolingDown);
    }

    [Fact]
    public async Task SendAsync_LargeSuccessDecidedByItsBeginning_IsASuccess()
    {
        _time.Begin();
        string text = $$"""{"errcode":0,"errmsg":"SUCCESS","data":"{{new string('x', 20_000)}}"}""";
        using var inner = new FunctionHandler((_, request, _) => Task.FromResult(Json(request, text)));
        using HttpMessageInvoker client = Client(inner);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://vendor.invalid/v1/things");

        using HttpResponseMessage response = await client.SendAsync(request, CancellationToken.None);

        inner.Count.Should().Be(1);
        response.GetVendorResult().Outcome.Should().Be(VendorErrors.VendorOutcome.Success);
        (await response.Content.ReadAsStringAsync(CancellationToken.None)).Should().Be(text);
    }

    [Fact]
    public async Task SendAsync_RateLimitWithACutBody_StillWaitsUntilTheReset()
    {
        FlowClock clock = _time.Begin();
        TimeSpan second = TimeSpan.Zero;
        using var inner = new FunctionHandler((count, request, _) =>
        {
            second = clock.Peek();
            HttpResponseMessage response = Json(request, count == 1 ? """{"statusCode":429,"mess""" : "{}");
            response.StatusCode = count == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK;
            response.Headers.Add("X-RateLimit-Reset", "20");
            return Task.FromResult(response);
        });
        using HttpMessageInvoker client = Client(inner, vendor: Vendor.Dialnexa);
        using HttpRequestMessage request = Post();

        using HttpResponseMessage response = await client.SendAsync(request, CancellationToken.None);

        (inner.Count == 1 || second >= TimeSpan.FromSeconds(20)).Should().BeTrue("the second attempt began after {0}", second);
    }

    [Fact]
    public async Task SendAsync_AttemptTimeout_FollowsTheInjectedClock()
    {
        FlowClock clock = _time.Begin();
        using var inner = new FunctionHandler((_, request, token) =>
        {
            clock.Advance(TimeSpan.FromHours(2));
            token.ThrowIfCancellationRequested();
            return Task.FromResult(Json(request, """{"errcode":0}"""));
        });
        using HttpMessageInvoker client = Client(inner, options: new VendorErrorOptions { AttemptTimeout = TimeSpan.FromHours(1), TotalTimeout = null });
        using HttpRequestMessage request = Post();

        Func<Task> send = () => client.SendAsync(request, CancellationToken.None);

        await send.Should().ThrowAsync<OperationCanceledException>("the attempt took two hours by the clock that was given");
    }

    [Fact]
    public async Task SendAsync_CallerCancelsDuringRefresh_DisposesTheAnswer()
    {
        FlowClock clock = _time.Begin();
        using var caller = new CancellationTokenSource();
        using var content = new ChoppyContent("""{"errcode":10004,"errmsg":"TOKEN EXPIRED"}"""u8.ToArray(), AnyStep, null, clock);
        using var inner = new FunctionHandler((_, request, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request }));
        var never = new TaskCompletionSource<bool>();
        using HttpMessageInvoker client = Client(inner, new FakeRefresher(async _ =>
        {
            await caller.CancelAsync();
            return await never.Task;
        }));
        using HttpRequestMessage request = Post();

        Func<Task> send = () => client.SendAsync(request, caller.Token);

        await send.Should().ThrowAsync<OperationCanceledException>();
        content.IsDisposed.Should().BeTrue();
        never.SetResult(false);
    }

    [Fact]
    public async Task SendAsync_CallerCancelsDuringDrain_DisposesTheAnswer()
    {
        FlowClock clock = _time.Begin();
        using var caller = new CancellationTokenSource();

        // Larger than what is read of an error, so that a rest is left to drain; the caller gives up within that rest.
        byte[] body = Encoding.UTF8.GetBytes($$"""{"errcode":-2,"errmsg":"{{new string('x', 3000)}}"}""");
        using var content = new ChoppyContent(body, AnyStep with { ChunkBytes = 256, ChunkTime = TimeSpan.FromSeconds(1) }, null, clock);
        using var inner = new FunctionHandler((_, request, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request }));
        using HttpMessageInvoker client = Client(inner, options: new VendorErrorOptions { ErrorBodyLimit = 1024, PeekLimit = 1024 });
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://vendor.invalid/v1/things");
        await using var giveUp = new FlowTimer(clock, _ => caller.Cancel(), caller);
        giveUp.Change(TimeSpan.FromSeconds(9.5), Timeout.InfiniteTimeSpan);

        Func<Task> send = async () => (await client.SendAsync(request, caller.Token)).Dispose();

        await send.Should().ThrowAsync<OperationCanceledException>();
        content.IsDisposed.Should().BeTrue();
    }

    private static Step AnyStep { get; } = new() { Answer = KnownAnswers.OfAny[0] };

    private HttpMessageInvoker Client(HttpMessageHandler inner, ICredentialRefresher? refresher = null, VendorErrorOptions? options = null, Vendor? vendor = null) =>
        new(new VendorErrorHandler(vendor ?? Vendor.YeastarPSeries, options ?? new VendorErrorOptions(), new VendorServices { Time = _time, Refresher = refresher }) { InnerHandler = inner });

    private static HttpRequestMessage Post() => new(HttpMethod.Post, "http://vendor.invalid/openapi/v1.0/call/dial") { Content = new StringContent("{}") };

    private static HttpResponseMessage Json(HttpRequestMessage request, string text) =>
        new(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "application/json"), RequestMessage = request };
}
