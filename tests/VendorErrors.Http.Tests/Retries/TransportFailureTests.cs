using System.Net.Sockets;

namespace VendorErrors.Http.Tests.Retries;

public class TransportFailureTests
{
    public static TheoryData<Exception> NeverSent =>
    [
        new HttpRequestException(HttpRequestError.NameResolutionError),
        new HttpRequestException(HttpRequestError.ConnectionError),
        new HttpRequestException(HttpRequestError.SecureConnectionError),
        new HttpRequestException(HttpRequestError.ProxyTunnelError),
        new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)),
        new HttpRequestException("x", new SocketException((int)SocketError.HostNotFound)),
        new SocketException((int)SocketError.ConnectionRefused),
    ];

    public static TheoryData<Exception> PerhapsSent =>
    [
        new HttpRequestException(HttpRequestError.ResponseEnded),
        new HttpRequestException(HttpRequestError.InvalidResponse),
        new HttpRequestException(HttpRequestError.HttpProtocolError),
        new HttpRequestException("x", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))),
        new HttpRequestException("x", new SocketException((int)SocketError.ConnectionAborted)),
        new HttpRequestException("x", new SocketException((int)SocketError.TimedOut)),
        new HttpRequestException("x"),
        new IOException("early end"),
        new HttpIOException(HttpRequestError.ResponseEnded),
    ];

    [Trait(Asset.Trait, Asset.Net)]
    [Theory(Timeout = 10_000)]
    [MemberData(nameof(NeverSent))]
    public async Task Post_NeverSent_IsSentAgain(Exception failure)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Fails(failure, executes: false), Bodies.Ok);

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Fake.Executed.Should().Be(1);
    }

    [Theory(Timeout = 10_000)]
    [MemberData(nameof(PerhapsSent))]
    public async Task Post_PerhapsSent_IsNotSentAgainAndTheExceptionIsTheOriginal(Exception failure)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Fails(failure), Bodies.Ok);

        Exception thrown = (await FluentActions.Awaiting(() => bench.PostAsync()).Should().ThrowAsync<Exception>()).Which;

        thrown.Should().BeSameAs(failure);
        bench.Fake.Requests.Should().ContainSingle();
        bench.Logger.All.Should().Contain("effect_unknown");
    }

    [Theory(Timeout = 10_000)]
    [MemberData(nameof(PerhapsSent))]
    public async Task Get_PerhapsSent_IsSentAgain(Exception failure)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Fails(failure), Bodies.Ok);

        using HttpResponseMessage response = await bench.GetAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_FailsToTheEnd_ThrowsTheOriginal()
    {
        var failure = new HttpRequestException(HttpRequestError.ConnectionError);
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Fails(failure));

        Exception thrown = (await FluentActions.Awaiting(() => bench.GetAsync()).Should().ThrowAsync<HttpRequestException>()).Which;

        thrown.Should().BeSameAs(failure);
        bench.Fake.Requests.Should().HaveCount(4);
        bench.Logger.All.Should().Contain("max_retries_reached");
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_FaultOfTheProgram_IsNotRetried()
    {
        var failure = new InvalidOperationException("bug");
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Fails(failure));

        Exception thrown = (await FluentActions.Awaiting(() => bench.GetAsync()).Should().ThrowAsync<InvalidOperationException>()).Which;

        thrown.Should().BeSameAs(failure);
        bench.Fake.Requests.Should().ContainSingle();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_AttemptTimesOut_IsAClientTimeoutAndSentAgain()
    {
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Hangs = true }, Bodies.Ok) { Options = { AttemptTimeout = TimeSpan.FromMilliseconds(100) }, Time = new FakeTime { IsManual = true }, Jitter = 0 };
        Task<HttpResponseMessage> sending = bench.GetAsync();
        await Eventually.TrueAsync(() => bench.Fake.Requests.Count == 1);

        bench.Time.Advance(TimeSpan.FromMilliseconds(101));

        using HttpResponseMessage response = await sending;

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Logger.All.Should().Contain("client_timeout");
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_AttemptTimeout_RunsOnTheInjectedClock()
    {
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Hangs = true }, Bodies.Ok) { Options = { AttemptTimeout = TimeSpan.FromMinutes(10), TotalTimeout = null }, Time = new FakeTime { IsManual = true }, Jitter = 0 };
        Task<HttpResponseMessage> sending = bench.GetAsync();
        await Eventually.TrueAsync(() => bench.Fake.Requests.Count == 1);

        bench.Time.Advance(TimeSpan.FromMinutes(11));

        using HttpResponseMessage response = await sending;
        bench.Fake.Requests.Should().HaveCount(2);
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_BodyStallsBeforeTheVerdict_AttemptTimeoutEndsIt()
    {
        ScriptedStream stream = ScriptedStream.Stalling("""{"data":""");
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Of(stream), Bodies.Ok) { Options = { AttemptTimeout = TimeSpan.FromMilliseconds(100) }, Time = new FakeTime { IsManual = true }, Jitter = 0 };
        Task<HttpResponseMessage> sending = bench.GetAsync();
        await Eventually.TrueAsync(() => bench.Fake.Requests.Count == 1);

        bench.Time.Advance(TimeSpan.FromMilliseconds(101));

        using HttpResponseMessage response = await sending;

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        bench.Fake.Responses[0].IsDisposed.Should().BeTrue();
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_AttemptTimesOut_IsNotSentAgain()
    {
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Hangs = true }, Bodies.Ok) { Options = { AttemptTimeout = TimeSpan.FromMilliseconds(100) }, Time = new FakeTime { IsManual = true } };
        Task<HttpResponseMessage> sending = bench.PostAsync();
        await Eventually.TrueAsync(() => bench.Fake.Requests.Count == 1);

        bench.Time.Advance(TimeSpan.FromMilliseconds(101));

        await sending.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();

        bench.Fake.Requests.Should().ContainSingle();
    }

    [Fact(Timeout = 10_000)]
    public async Task Get_CallerCancels_ThrowsTheCallersCancellation()
    {
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Hangs = true });
        using var cancellation = new CancellationTokenSource();
        Task<HttpResponseMessage> sending = bench.GetAsync(token: cancellation.Token);
        await Eventually.TrueAsync(() => bench.Fake.Requests.Count == 1);

        await cancellation.CancelAsync();

        (await sending.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        bench.Fake.Requests.Should().ContainSingle();
    }
}
