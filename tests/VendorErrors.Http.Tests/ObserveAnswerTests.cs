using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using VendorErrors.Definitions;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests;

/// <summary>An answer or a failure that is only observed reaches the caller as it is, and no time of ours ends it.</summary>
public class ObserveAnswerTests
{
    private static readonly Uri s_address = new("http://vendor.test/openapi/v1.0/call/dial");

    public static TheoryData<string> Answers => ["ok", "large", "down", "busy", "expired", "not found", "empty", "page", "failing body", "stream"];

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Answers))]
    public async Task Answer_OfEachKind_ReachesTheCallerAsItIs(string kind)
    {
        foreach (bool isSync in (bool[])[false, true])
        {
            foreach (bool isPost in (bool[])[false, true])
            {
                using var bench = new Bench(FrozenVendors.Pbx, AnswerOf(kind)) { Options = Eager(), Refresher = new FakeRefresher() };

                string with = await ExchangeAsync(bench.Client, bench.Fake, isPost, isSync);
                using var fake = new FakeVendor(new FakeTime(), AnswerOf(kind));
                using var without = new HttpClient(fake);
                string expected = await ExchangeAsync(without, fake, isPost, isSync);

                with.Should().Be(expected);
                bench.Fake.Requests.Should().ContainSingle();
                bench.Time.GetUtcNow().Should().Be(bench.Fake.Requests[0].At, "nobody waits");
                bench.Fake.Syncs.Should().Be(isSync ? 1 : 0);
            }
        }
    }

    [Trait("Asset", "net")]
    [Theory(Timeout = 10_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Transport_Fails_ThrowsTheSameException(bool isSync)
    {
        var failure = new HttpRequestException(HttpRequestError.ResponseEnded);
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Fails(failure)) { Options = Eager() };
        using var client = new HttpMessageInvoker(bench.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, s_address) { Content = new StringContent("{}") };

        Exception thrown = (await FluentActions.Awaiting(async () => isSync ? client.Send(request, TestContext.Current.CancellationToken) : await client.SendAsync(request, TestContext.Current.CancellationToken))
            .Should().ThrowAsync<HttpRequestException>()).Which;

        thrown.Should().BeSameAs(failure);
        thrown.InnerException.Should().BeNull();
        thrown.GetVendorResult().Effect.Should().Be(Effect.Unknown);
        thrown.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
        bench.Logger.Lines.Should().ContainSingle().Which.Id.Should().Be(14);
    }

    [Fact(Timeout = 10_000)]
    public async Task Program_Fails_ThrowsTheSameExceptionWithoutAVerdict()
    {
        var failure = new InvalidOperationException("a fault of the program");
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Fails(failure)) { Options = Eager() };

        (await bench.Awaiting(b => b.GetAsync()).Should().ThrowAsync<InvalidOperationException>()).Which.Should().BeSameAs(failure);

        bench.Logger.Lines.Should().BeEmpty();
        failure.GetVendorResult().Should().Be(default(VendorResult));
    }

    [Theory(Timeout = 10_000)]
    [InlineData(HandlerMode.Active)]
    [InlineData(HandlerMode.Observe)]
    public async Task Time_OfOurOptions_EndsNothing(HandlerMode mode)
    {
        var time = new FakeTime { IsManual = true };
        using HttpMessageInvoker client = Slow(mode, time, new Transport((_, _) => Transport.Json("{}", 503)));

        Func<Task<HttpResponseMessage>> send = () => client.SendAsync(Rig.Get(), TestContext.Current.CancellationToken);

        if (mode == HandlerMode.Active)
        {
            await send.Should().ThrowAsync<TaskCanceledException>();
            return;
        }

        using HttpResponseMessage response = await send();
        ((int)response.StatusCode).Should().Be(503);
        response.GetVendorDecision().StopReason.Should().Be(StopReason.WaitBeyondDeadline, "an active handler would have no time left");
    }

    [Trait("Asset", "net")]
    [Theory(Timeout = 10_000)]
    [InlineData(HandlerMode.Active)]
    [InlineData(HandlerMode.Observe)]
    public async Task Body_ThatStallsUnderSend_IsNotCut(HandlerMode mode)
    {
        var time = new FakeTime { IsManual = true };
        using var bench = new Bench(FrozenVendors.Pbx, new Answer { Status = 500, Stream = new SlowStream(time, """{"errcode":1,"errmsg":"x"}"""u8.ToArray()) }) { Time = time, Options = { Mode = mode, MaxRetryAttempts = 0, TotalTimeout = null } };

        using HttpResponseMessage response = bench.Client.Send(new HttpRequestMessage(HttpMethod.Post, s_address), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Func<Task<string>> read = () => response.TextAsync();

        if (mode == HandlerMode.Active)
        {
            await read.Should().ThrowAsync<Exception>();
            return;
        }

        (await read()).Should().Be("""{"errcode":1,"errmsg":"x"}""");
    }

    private static HttpMessageInvoker Slow(HandlerMode mode, FakeTime time, Transport transport)
    {
        var inner = new InnerHandler((request, send) =>
        {
            time.Advance(TimeSpan.FromSeconds(1000));
            return send(request);
        })
        { InnerHandler = transport };
        var options = new VendorErrorOptions { Mode = mode, AttemptTimeout = TimeSpan.FromSeconds(1), TotalTimeout = TimeSpan.FromSeconds(2) };
        return new HttpMessageInvoker(new VendorErrorHandler(FrozenVendors.Pbx, options, new VendorServices { Time = time }) { InnerHandler = inner });
    }

    private static VendorErrorOptions Eager() => new()
    {
        Mode = HandlerMode.Observe,
        ThrowOnFailure = true,
        AddIdempotencyKey = true,
        Authorize = request => request.Headers.Add("X-Token", "ours"),
        Cooldown = CooldownMode.FailFast,
    };

    private static Answer AnswerOf(string kind) => kind switch
    {
        "ok" => Bodies.Ok,
        "large" => Answer.Of(ScriptedStream.Cut(Encoding.UTF8.GetBytes($$"""{"errcode":0,"data":"{{new string('x', 300_000)}}"}"""), 3000)),
        "down" => Answer.Json("""{"errcode":1,"errmsg":"try later"}""", 503, ("Retry-After", "1")),
        "busy" => Bodies.Busy(retryAfter: 1),
        "expired" => Bodies.Expired,
        "not found" => Answer.Json(Bodies.YeastarNotFound),
        "empty" => new Answer { Status = 204, ContentType = null },
        "page" => new Answer { Body = "<html><title>Bad gateway</title></html>", Status = 502, ContentType = "text/html" },
        "failing body" => Answer.Of(ScriptedStream.Failing(new IOException("cut"), """{"errcode":0,""", "\"data\":"), 500),
        _ => new Answer { Stream = ScriptedStream.Cut([.. Enumerable.Range(0, 100_000).Select(i => (byte)i)], 777), ContentType = "audio/wav" },
    };

    /// <summary>Everything that the caller and the vendor see of one exchange.</summary>
    private static async Task<string> ExchangeAsync(HttpClient client, FakeVendor fake, bool isPost, bool isSync)
    {
        using var request = new HttpRequestMessage(isPost ? HttpMethod.Post : HttpMethod.Get, s_address) { Content = isPost ? new StringContent("""{"to":"100"}""") : null };
        using HttpResponseMessage response = isSync
            ? client.Send(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken)
            : await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var body = new MemoryStream();
        Exception? fault = null;
        try
        {
            await (await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).CopyToAsync(body, TestContext.Current.CancellationToken);
        }
        catch (IOException e)
        {
            fault = e;
        }

        SeenRequest seen = fake.Requests[0];
        return string.Join('\n', (int)response.StatusCode, response.Headers, response.Content.Headers, ReferenceEquals(response.RequestMessage, request), Convert.ToHexString(body.ToArray()), fault?.Message, seen.Method, seen.Address, seen.Body, string.Join(';', seen.Headers));
    }

    /// <summary>Gives a byte per read, each after ten seconds and more.</summary>
    private sealed class SlowStream(FakeTime time, byte[] body) : MemoryStream(body)
    {
        private bool _isClosed;

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count)
        {
            time.Advance(TimeSpan.FromSeconds(11));
            return _isClosed ? throw new ObjectDisposedException(nameof(SlowStream)) : base.Read(buffer, offset, 1);
        }

        protected override void Dispose(bool disposing)
        {
            _isClosed = true;
            base.Dispose(disposing);
        }
    }
}
