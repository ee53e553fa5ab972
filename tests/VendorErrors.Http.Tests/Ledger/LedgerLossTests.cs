using VendorErrors.Http.Ledger;
using VendorErrors.Retries;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>Stores that fail at the wrong moment or lose what they knew, and people who are too quick.</summary>
public class LedgerLossTests : LedgerBench
{
    private static readonly TimeSpan s_lease = new CallLedgerOptions().Lease;
    private static readonly TimeSpan s_quiet = new CallLedgerOptions().QuietTime;

    [Fact]
    public async Task APerson_MaySayThatNothingHappened_OnlyAfterTheQuietTime()
    {
        BreakTheConnection();
        await FailAsync();
        CallLedger ledger = LedgerOf();

        await FluentActions.Awaiting(() => ledger.ResolveAsync(CallId, happened: false, "not in the list", Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*may still execute*60 s*");
        Time.Advance(s_quiet);

        (await ledger.ResolveAsync(CallId, happened: false, "not in the list", Token))!.State.Should().Be(LedgerState.Refused);
    }

    [Fact]
    public async Task ASenderThatDoesNotKnow_IsHeardAfterSomebodySaidThatNothingHappened()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        Remote.Answer = _ => answer.Task;
        using var client = new HttpClient(new VendorErrorHandler(Vendor.TalkdeskDialer, new CallLedger(Store, null, Time), new VendorErrorOptions { MaxRetryAttempts = 0 }, time: Time) { InnerHandler = Remote }, disposeHandler: false);
        Task<HttpResponseMessage> first = client.SendAsync(RequestOf(), Token);

        // A vendor that heeds no cancellation: the attempt is over for us only when it says so.
        Time.Advance(s_lease + s_quiet);
        await LedgerOf().ResolveAsync(CallId, happened: false, "not in the list", Token);
        answer.SetException(new HttpRequestException("reset", new IOException("reset")));
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<Exception>();

        (await LedgerOf().FindAsync(CallId, Token))!.State.Should().Be(LedgerState.Unknown);
        (await StopAsync()).Decision.StopReason.Should().Be(StopReason.EffectUnknown);
    }

    [Fact]
    public async Task ACompletion_IsTriedOnceMore()
    {
        AnswerWith(Refused);
        (Store.FailsAt, Store.Failures) = ("replace", 1);

        using HttpResponseMessage first = await DeliverAsync();

        (await LedgerOf().FindAsync(CallId, Token))!.State.Should().Be(LedgerState.Refused);
    }

    [Fact]
    public async Task ARenewalThatFails_DoesNotHideThatNothingHappened()
    {
        AnswerWith("""{"statusCode":10,"message":"Rate limit exceeded. Please try again in 1 second.","payload":null}""");
        using HttpClient client = ClientOf(options: new VendorErrorOptions { MaxRetryAttempts = 3, AttemptTimeout = null });
        Remote.Answer = _ =>
        {
            (Store.FailsAt, Store.Failures) = ("replace", 2);
            return Task.FromResult(AnyVendor.Json("""{"statusCode":10,"message":"Rate limit exceeded. Please try again in 1 second.","payload":null}"""));
        };

        Task<HttpResponseMessage> call = client.SendAsync(RequestOf(), Token);
        await Eventually.TrueAsync(() =>
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            return call.IsCompleted;
        });

        (await FluentActions.Awaiting(() => call).Should().ThrowAsync<VendorErrorException>()).Which.Decision.StopReason.Should().Be(StopReason.LedgerUnavailable);
        (await LedgerOf().FindAsync(CallId, Token))!.State.Should().Be(LedgerState.Refused);
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AnEntryThatWasSeenAndIsGone_IsNotSentAgain()
    {
        BreakTheConnection();
        HttpRequestMessage put = RequestOf();
        put.Method = HttpMethod.Put;
        await FluentActions.Awaiting(() => DeliverAsync(put)).Should().ThrowAsync<HttpRequestException>();
        HttpRequestMessage again = RequestOf();
        again.Method = HttpMethod.Put;
        Store.Forgets = true;

        VendorErrorException second = await StopAsync(again);

        second.Decision.StopReason.Should().Be(StopReason.EffectUnknown);
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AMessageFromBeforeTheStoreWasRestored_IsNotSent()
    {
        var ledger = new CallLedger(Store, new CallLedgerOptions { KnownSince = Time.GetUtcNow() }, Time);
        using var client = new HttpClient(new VendorErrorHandler(Vendor.TalkdeskDialer, ledger, time: Time) { InnerHandler = Remote }, disposeHandler: false);

        await FluentActions.Awaiting(() => client.SendAsync(RequestOf(createdAt: Time.GetUtcNow().AddMinutes(-1)), Token)).Should().ThrowAsync<VendorErrorException>();
        Remote.Sends.Should().Be(0);
        using HttpResponseMessage later = await client.SendAsync(RequestOf(id: "later"), Token);

        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AStoreThatWasEmptied_AndHasAnotherSecret_IsNoticed()
    {
        var first = new InMemoryCallLedgerStore(Time);
        await first.GetOrAddSecretAsync([.. Enumerable.Repeat((byte)1, 32)], Token);
        var second = new InMemoryCallLedgerStore(Time);
        await second.GetOrAddSecretAsync([.. Enumerable.Repeat((byte)2, 32)], Token);
        var store = new SwappedStore(first);
        var ledger = new CallLedger(store, null, Time);
        string before = await ledger.KeyOfAsync(CallId, Token);
        store.Present = second;

        (await ledger.KeyOfAsync(CallId, Token)).Should().Be(before, "no call waits for a second look");
        Time.Advance(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => ledger.KeyOfAsync(CallId, Token).AsTask().Result != before);

        (await new CallLedger(store, null, Time).KeyOfAsync(CallId, Token)).Should().Be(await ledger.KeyOfAsync(CallId, Token));
    }

    [Fact]
    public async Task ACallThatWasDoneInPart_IsStillSoWhenItWasErased()
    {
        const string batch = """{"batchId":"fx-batch-1","acceptedCount":1,"rejectedCount":1,"messages":[{"umid":"u1","clientMessageId":"c1","status":{"code":"QUEUED","description":"SMS is accepted and queued for processing"}},{"umid":"u2","clientMessageId":"c2","status":{"code":"REJECTED","description":"Invalid MSISDN format (not E.164 international number)"}}]}""";
        const string path = "/api/v1/subaccounts/s/messages/batch";
        AnswerWith(batch);
        using HttpResponseMessage first = await DeliverAsync(RequestOf(path: path), vendor: Vendor.EightByEightConnect);
        first.GetVendorResult().Outcome.Should().Be(VendorOutcome.PartialSuccess);

        await LedgerOf().EraseAsync(CallId, Token);
        using HttpResponseMessage second = await DeliverAsync(RequestOf(path: path), vendor: Vendor.EightByEightConnect);

        second.GetVendorResult().Outcome.Should().Be(VendorOutcome.PartialSuccess);
    }

    [Fact]
    public async Task ACallerWhoGoesAwayDuringAProbe_UsesNoneUp()
    {
        BreakTheConnection();
        await FailAsync();
        Time.Advance(s_quiet);
        for (var i = 0; i < new CallLedgerOptions().MaxProbes + 1; i++)
        {
            using var caller = new CancellationTokenSource();
            var probe = new CancelingProbe(caller);
            await FluentActions.Awaiting(() => DeliverAsync(probe: probe, caller: caller.Token)).Should().ThrowAsync<OperationCanceledException>();
            probe.WasAsked.Should().BeTrue();
            Time.Advance(s_quiet);
        }

        (await DeliverAsync(probe: new SettledProbe(EffectProbeAnswer.Happened("4711")))).GetVendorDecision().Source.Should().Be(DecisionSource.Ledger);
    }

    [Fact]
    public void AnIdWithoutATime_IsRefused() =>
        FluentActions.Invoking(() => new HttpRequestMessage().SetCallId("call", default)).Should().Throw<ArgumentException>().WithMessage("*created*");

    private sealed class CancelingProbe(CancellationTokenSource caller) : IEffectProbe
    {
        public bool WasAsked { get; private set; }

        public async ValueTask<EffectProbeAnswer> ProbeAsync(EffectProbeCall sent, CancellationToken cancellationToken)
        {
            WasAsked = true;
            await caller.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return EffectProbeAnswer.NotKnown;
        }
    }
}
