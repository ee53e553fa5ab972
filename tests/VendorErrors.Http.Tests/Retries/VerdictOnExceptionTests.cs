using System.Net;

namespace VendorErrors.Http.Tests.Retries;

/// <summary>Nobody who catches an exception has to guess whether the request may have been executed.</summary>
public class VerdictOnExceptionTests
{
    public static TheoryData<Exception, Effect, bool> Failures => new()
    {
        { new HttpRequestException(HttpRequestError.ConnectionError), Effect.None, false },
        { new HttpRequestException(HttpRequestError.ResponseEnded), Effect.Unknown, false },
        { new HttpRequestException(HttpRequestError.HttpProtocolError, "x", new HttpProtocolException(0x7, "refused stream", null)), Effect.None, false },
        { new HttpRequestException(HttpRequestError.HttpProtocolError, "x", new HttpProtocolException(0x10b, "rejected", null)), Effect.None, false },
        { new HttpRequestException(HttpRequestError.HttpProtocolError, "x", new HttpProtocolException(0x8, "cancel", null)), Effect.Unknown, false },
        { new HttpRequestException(HttpRequestError.ConnectionError), Effect.None, true },
        { new HttpRequestException(HttpRequestError.ResponseEnded), Effect.Unknown, true },
    };

    [Trait(Asset.Trait, Asset.Net)]
    [Theory(Timeout = 10_000)]
    [MemberData(nameof(Failures))]
    public async Task Post_TransportFails_TheExceptionHasTheVerdict(Exception failure, Effect effect, bool throws)
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Fails(failure)) { Options = { ThrowOnFailure = throws, MaxRetryAttempts = 0 } };

        Exception thrown = (await FluentActions.Awaiting(() => bench.PostAsync()).Should().ThrowAsync<Exception>()).Which;

        thrown.GetVendorResult().Effect.Should().Be(effect);
        thrown.GetVendorResult().Category.Should().Be(ErrorCategory.TransportFailure);
        thrown.GetVendorDecision().StopReason.Should().Be(effect == Effect.None ? StopReason.MaxRetriesReached : StopReason.EffectUnknown);
        thrown.GetVendorAttempts().Should().ContainSingle();
        if (throws)
        {
            thrown.Should().BeOfType<VendorErrorException>().Which.InnerException.Should().BeSameAs(failure);
        }
        else
        {
            thrown.Should().BeSameAs(failure);
        }
    }

    [Trait(Asset.Trait, Asset.Net)]
    [Theory(Timeout = 10_000)]
    [InlineData(HttpStatusCode.NotFound, 1, ErrorCategory.NotFound, Effect.None)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 1, ErrorCategory.VendorUnavailable, Effect.Unknown)]
    public async Task Post_HandlerInsideThrowsByStatus_IsReadByThatStatus(HttpStatusCode status, int sent, ErrorCategory category, Effect effect)
    {
        using var bench = new Bench(Vendor.Dexatel, Answer.Fails(new HttpRequestException("not a success", null, status)));

        Exception thrown = (await FluentActions.Awaiting(() => bench.PostAsync()).Should().ThrowAsync<HttpRequestException>()).Which;

        bench.Fake.Requests.Should().HaveCount(sent);
        thrown.GetVendorResult().Category.Should().Be(category);
        thrown.GetVendorResult().Effect.Should().Be(effect);
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_HandlerInsideEndsItBeforeTheTransport_WasNeverSent()
    {
        using var rig = new Rig(Vendor.Dexatel, (_, _) => Transport.Json("{}"), new VendorErrorOptions { MaxRetryAttempts = 0 }, inside: new InnerHandler((_, _) => throw new HttpRequestException("breaker is open")));

        Exception thrown = (await FluentActions.Awaiting(() => rig.SendAsync(Rig.Post("http://vendor.test/x"))).Should().ThrowAsync<HttpRequestException>()).Which;

        thrown.GetVendorResult().Effect.Should().Be(Effect.None);
        rig.Transport.Executed.Should().Be(0);
    }

    [Fact(Timeout = 10_000)]
    public async Task Post_HandlerInsideSendsAMessageOfItsOwn_IsNeverCalledNeverSent()
    {
        using var rig = new Rig(Vendor.Dexatel, (_, _) => throw new HttpRequestException("broken"), inside: new InnerHandler((request, send) => send(new HttpRequestMessage(request.Method, request.RequestUri))));

        Exception thrown = (await FluentActions.Awaiting(() => rig.SendAsync(Rig.Post("http://vendor.test/x"))).Should().ThrowAsync<HttpRequestException>()).Which;

        rig.Transport.Executed.Should().Be(1);
        thrown.GetVendorResult().Effect.Should().Be(Effect.Unknown);
    }

    [Fact(Timeout = 10_000)]
    public async Task TimeoutOfAHandlerInside_IsTheOriginalException()
    {
        var original = new Polly.Timeout.TimeoutRejectedException("theirs");
        using var bench = new Bench(Vendor.Dexatel, Answer.Fails(original));

        Exception thrown = (await FluentActions.Awaiting(() => bench.PostAsync()).Should().ThrowAsync<Exception>()).Which;

        thrown.Should().BeSameAs(original);
        thrown.GetVendorResult().Category.Should().Be(ErrorCategory.ClientTimeout);
    }

    [Fact(Timeout = 20_000)]
    public async Task CancelledDuringAWait_SaysWhatTheVendorSaid()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 60)) { Time = new FakeTime { IsManual = true } };
        bench.Client.Timeout = TimeSpan.FromMilliseconds(300);

        Exception thrown = (await FluentActions.Awaiting(() => bench.PostAsync()).Should().ThrowAsync<TaskCanceledException>()).Which;

        thrown.GetVendorResult().Category.Should().Be(ErrorCategory.RateLimited);
        thrown.GetVendorDecision().StopReason.Should().Be(StopReason.Cancelled);
        thrown.GetVendorDecision().Wait.Should().Be(TimeSpan.FromSeconds(60));
        thrown.ToString().Should().Contain("rate_limited").And.Contain("Do not retry before");
        thrown.GetVendorAttempts().Should().ContainSingle("the wait is no attempt");
        bench.Logger.All.Should().Contain("cancelled");
        bench.Fake.Responses.Should().OnlyContain(response => response.IsDisposed);
    }

    [Fact(Timeout = 10_000)]
    public async Task TotalTimeout_EndsAnAttemptThatRuns()
    {
        using var bench = new Bench(Vendor.Dexatel, new Answer { Hangs = true }) { Options = { TotalTimeout = TimeSpan.FromSeconds(10) }, Time = new FakeTime { IsManual = true } };
        Task<HttpResponseMessage> sending = bench.PostAsync();
        await Eventually.TrueAsync(() => bench.Fake.Requests.Count == 1);

        bench.Time.Advance(TimeSpan.FromSeconds(11));

        TaskCanceledException thrown = (await sending.Invoking(task => task).Should().ThrowAsync<TaskCanceledException>()).Which;
        thrown.Message.Should().Contain("TotalTimeout").And.Contain("unknown");
        thrown.GetVendorResult().Category.Should().Be(ErrorCategory.ClientTimeout);
        thrown.GetVendorResult().Effect.Should().Be(Effect.Unknown);
        thrown.GetVendorDecision().StopReason.Should().Be(StopReason.EffectUnknown);
    }

    [Fact(Timeout = 10_000)]
    public async Task TotalTimeout_BeforeAnythingWasSent_HasNoEffect()
    {
        var time = new FakeTime { IsManual = true };
        using var bench = new Bench(Vendor.Dexatel, Answer.Json("{}")) { Options = { TotalTimeout = TimeSpan.FromSeconds(10) }, Time = time };
        VendorErrorHandler handler = bench.CreateHandler();
        handler.InnerHandler = new Waiting { InnerHandler = bench.Fake };
        using var client = new HttpMessageInvoker(handler);
        Task<HttpResponseMessage> sending = client.SendAsync(Rig.Post("http://vendor.test/x"), TestContext.Current.CancellationToken);
        await time.PendingAsync();

        time.Advance(TimeSpan.FromSeconds(11));

        (await sending.Invoking(task => task).Should().ThrowAsync<TaskCanceledException>()).Which.GetVendorResult().Effect.Should().Be(Effect.None);
        bench.Fake.Requests.Should().BeEmpty();
    }

    [Fact(Timeout = 10_000)]
    public async Task Attempts_OfARetriedCall_AreAllOnTheResponse()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 2), Bodies.Busy(retryAfter: 4), Bodies.Ok);

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorAttempts().Select(attempt => (attempt.Result.Category, attempt.Decision.Wait)).Should().Equal(
            (ErrorCategory.RateLimited, TimeSpan.FromSeconds(2)), (ErrorCategory.RateLimited, TimeSpan.FromSeconds(4)), (null, null));
    }

    [Fact(Timeout = 10_000)]
    public async Task Attempts_OfAPlainSuccess_AreOne()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Ok);

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorAttempts().Should().ContainSingle().Which.Decision.Action.Should().Be(RetryAction.Return);
    }

    [Fact(Timeout = 10_000)]
    public async Task PartialSuccess_IsThrown_UnlessItIsAccepted()
    {
        const string Partial = """{"errcode":1,"errmsg":"PARTIAL SUCCESS"}""";
        using var throwing = new Bench(FrozenVendors.Pbx, Answer.Json(Partial)) { Options = { ThrowOnFailure = true } };
        using var accepting = new Bench(FrozenVendors.Pbx, Answer.Json(Partial)) { Options = { ThrowOnFailure = true, AcceptPartialSuccess = true } };

        VendorErrorException thrown = (await FluentActions.Awaiting(() => throwing.PostAsync()).Should().ThrowAsync<VendorErrorException>()).Which;
        using HttpResponseMessage response = await accepting.PostAsync();

        thrown.Result.Outcome.Should().Be(VendorErrors.VendorOutcome.PartialSuccess);
        thrown.Error.Should().BeNull();
        response.Invoking(r => r.EnsureVendorSuccess()).Should().Throw<VendorErrorException>();
        response.EnsureVendorSuccess(acceptPartialSuccess: true).Should().BeSameAs(response);
    }

    [Fact(Timeout = 10_000)]
    public async Task Wait_AfterMaxRetriesReached_IsStillTheVendors()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 60)) { Options = { MaxRetryAttempts = 0 } };

        using HttpResponseMessage response = await bench.PostAsync();

        response.GetVendorDecision().StopReason.Should().Be(StopReason.MaxRetriesReached);
        response.GetVendorDecision().Wait.Should().Be(TimeSpan.FromSeconds(60));
        response.Invoking(r => r.EnsureVendorSuccess()).Should().Throw<VendorErrorException>().Which.NotBefore.Should().Be(bench.Time.GetUtcNow() + TimeSpan.FromSeconds(60));
    }

    [Fact(Timeout = 10_000)]
    public async Task Wait_OfARequestThatTheGateRefuses_IsTheSameInBothPlaces()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Bodies.Busy(retryAfter: 300)) { Options = { Cooldown = CooldownMode.FailFast } };
        using HttpResponseMessage response = await bench.PostAsync();

        VendorErrorException thrown = (await FluentActions.Awaiting(() => bench.PostAsync()).Should().ThrowAsync<VendorErrorException>()).Which;

        thrown.Decision.Wait.Should().Be(TimeSpan.FromSeconds(300));
        thrown.NotBefore.Should().Be(bench.Time.GetUtcNow() + thrown.Decision.Wait);
        thrown.Attempts.Should().BeEmpty();
    }

    [Fact]
    public void VendorErrorException_ToOtherPolicies_IsNoBrokenConnection() => typeof(VendorErrorException).BaseType.Should().Be<Exception>();

    private sealed class Waiting : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
