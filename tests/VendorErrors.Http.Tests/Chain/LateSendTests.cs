using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Chain;

/// <summary>Handlers of the application that copy a message, let go of a send, or send again: a plain write reaches the transport once.</summary>
public class LateSendTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task WriteOfACopy_RedirectedThenRefused_IsNotSentAgain(int status)
    {
        using var rig = new Rig(
            FrozenVendors.Pbx,
            (request, _) => request.RequestUri!.AbsolutePath.Contains("elsewhere", StringComparison.Ordinal)
                ? Transport.Json("{}", 429)
                : Transport.RedirectTo("http://vendor.test/elsewhere", status),
            options: null, refresher: null, new InnerHandler((request, send) => send(CopyOf(request))));

        HttpResponseMessage response = await rig.SendAsync(Rig.Post());

        rig.Transport.Sent.Should().HaveCount(2, "one request and its redirect");
        response.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
    }

    [Fact]
    public async Task WriteOfACopy_SentElsewhere_IsNoRedirect()
    {
        using var rig = new Rig(
            FrozenVendors.Pbx,
            (_, count) => count == 1 ? Transport.Json("{}", 429) : Transport.Json(Bodies.YeastarOk),
            options: null, refresher: null, new InnerHandler((request, send) =>
            {
                HttpRequestMessage copy = CopyOf(request);
                copy.RequestUri = new Uri("http://other.test/openapi/v1.0/call/dial");
                return send(copy);
            }));

        HttpResponseMessage response = await rig.SendAsync(Rig.Post());

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        rig.Transport.Sent.Should().HaveCount(2);
    }

    [Fact]
    public async Task AbandonedSend_ThatComesAfterTheCall_IsNotSent()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<HttpResponseMessage>? late = null;
        var attempts = 0;
        using var rig = new Rig(
            FrozenVendors.Pbx, (_, _) => Transport.Json(Bodies.YeastarOk), options: null, refresher: null, new InnerHandler((request, send) =>
            {
                if (++attempts > 1)
                {
                    return send(request);
                }

                late = SendLateAsync(CopyOf(request), send);
                throw new TimeoutException("given up");
            }));

        HttpResponseMessage response = await rig.SendAsync(Rig.Post());
        response.GetVendorResult().IsSuccess.Should().BeTrue();
        release.SetResult();
        await FluentActions.Awaiting(() => late!).Should().ThrowAsync<VendorErrorException>();

        rig.Transport.Sent.Should().ContainSingle();

        async Task<HttpResponseMessage> SendLateAsync(HttpRequestMessage request, Func<HttpRequestMessage, Task<HttpResponseMessage>> send)
        {
            await release.Task;
            return await send(request);
        }
    }

    [Fact]
    public async Task AbandonedSend_ThatComesWhileTheCallWaits_IsNotSentTwice()
    {
        Func<Task<HttpResponseMessage>>? late = null;
        var attempts = 0;
        var lateThrew = false;
        var options = new VendorErrorOptions
        {
            // Called before the second attempt is handed on: a place between two attempts.
            Authorize = _ =>
            {
                if (late is { } send)
                {
                    late = null;
                    try
                    {
                        send().GetAwaiter().GetResult().Dispose();
                    }
                    catch (VendorErrorException)
                    {
                        lateThrew = true;
                    }
                }
            },
        };
        using var rig = new Rig(
            FrozenVendors.Pbx, (_, _) => Transport.Json(Bodies.YeastarOk), options, refresher: null, new InnerHandler((request, send) =>
            {
                if (++attempts > 1)
                {
                    return send(request);
                }

                HttpRequestMessage copy = CopyOf(request);
                late = () => send(copy);
                throw new TimeoutException("given up");
            }));

        await rig.SendAsync(Rig.Post());

        rig.Transport.Sent.Should().ContainSingle();
        lateThrew.Should().BeTrue();
    }

    [Fact]
    public async Task FaultOfAHandlerInside_AfterARefusedAttempt_IsNotKnownToHaveDoneNothing()
    {
        var attempts = 0;
        var transport = new Transport((_, count) => count == 1 ? Transport.Json("{}", 429) : Transport.Json(Bodies.YeastarOk));
        var inside = new InnerHandler(async (request, send) =>
        {
            HttpResponseMessage response = await send(request);
            return ++attempts == 2 ? throw new InvalidOperationException("a fault of the handler, after the vendor did it") : response;
        })
        { InnerHandler = transport };
        var ours = new VendorErrorHandler(FrozenVendors.Pbx, new VendorErrorOptions(), new VendorServices { Time = new FakeTime(), Random = () => 0 }) { InnerHandler = inside };
        var outside = new InnerHandler(async (request, send) =>
        {
            try
            {
                return await send(request);
            }
            catch (InvalidOperationException)
            {
                return await send(request);
            }
        })
        { InnerHandler = ours };
        using var client = new HttpMessageInvoker(outside);

        VendorErrorException thrown = (await FluentActions.Awaiting(() => client.SendAsync(Rig.Post(), Token)).Should().ThrowAsync<VendorErrorException>()).Which;

        transport.Sent.Should().HaveCount(2, "the one that was refused, and the one that was done");
        thrown.Result.Effect.Should().Be(Effect.Unknown);
    }

    [Fact]
    public async Task HandlerOfOursInsideARetryInsideOurs_WriteThatMayHaveHappened_IsNotSentAgain()
    {
        var transport = new Transport((_, count) => count == 1 ? throw new HttpRequestException("reset", new IOException("reset")) : Transport.Json(Bodies.YeastarOk));
        var inner = new VendorErrorHandler(FrozenVendors.Pbx, new VendorErrorOptions(), new VendorServices { Time = new FakeTime(), Random = () => 0 }) { InnerHandler = transport };
        var between = new InnerHandler(async (request, send) =>
        {
            try
            {
                return await send(request);
            }
            catch (HttpRequestException)
            {
                return await send(request);
            }
        })
        { InnerHandler = inner };
        var outer = new VendorErrorHandler(FrozenVendors.Pbx, new VendorErrorOptions(), new VendorServices { Time = new FakeTime(), Random = () => 0 }) { InnerHandler = between };
        using var client = new HttpMessageInvoker(outer);

        await FluentActions.Awaiting(() => client.SendAsync(Rig.Post(), Token)).Should().ThrowAsync<VendorErrorException>();

        transport.Sent.Should().ContainSingle();
    }

    private static HttpRequestMessage CopyOf(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content, Version = request.Version };
        foreach ((string key, object? value) in request.Options)
        {
            ((IDictionary<string, object?>)copy.Options)[key] = value;
        }

        return copy;
    }
}
