using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Retries;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>What operators see and do, and what happens where a store, a probe or a clock is in the way.</summary>
public class CallLedgerOperatorTests : LedgerBench
{
    [Fact]
    public async Task List_AndCount_ShowWhatIsUnknownAndWhy()
    {
        BreakTheConnection();
        await FailAsync();
        AnswerWith(Done);
        using HttpResponseMessage done = await DeliverAsync(RequestOf(id: "another"));
        Time.Advance(TimeSpan.FromMinutes(10));

        IReadOnlyList<CallLedgerRecord> unknown = await LedgerOf().ListAsync(LedgerState.Unknown, TimeSpan.FromMinutes(5), cancellationToken: Token);
        IReadOnlyDictionary<LedgerState, long> counts = await LedgerOf().CountAsync(Token);

        CallLedgerRecord record = unknown.Should().ContainSingle().Subject;
        record.IsEffectUnknown.Should().BeTrue();
        record.State.Should().Be(LedgerState.Unknown);
        record.Age.Should().BeCloseTo(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(1));
        record.LeaseLeft.Should().Be(TimeSpan.Zero);
        record.MaskedId.Should().NotBeEmpty().And.NotContain("4915112345678");
        record.ToString().Should().Be($"{record.MaskedId}: unknown");
        record.VendorId.Should().Be("talkdesk-dialer");
        record.Account.Should().BeNull();
        record.Operation.Should().Be("POST /dial");
        record.CreatedAt.Should().BeOnOrBefore(record.SentAt);
        record.HttpStatus.Should().Be(0);
        (record.Verdict?.Contains("transport_failure", StringComparison.Ordinal) ?? false).Should().Be(Asset.IsForNet, "verdicts are kept as JSON, which .NET Standard 2.0 does not write");
        record.Key.Should().HaveLength(64);
        (record.Probes, record.By, record.Reason, record.FoundId).Should().Be((0, null, null, null));
        counts.Should().BeEquivalentTo(new Dictionary<LedgerState, long> { [LedgerState.Unknown] = 1, [LedgerState.Done] = 1 });
    }

    [Fact]
    public async Task Purge_TakesWhatIsFinalAndOld_AndNeverWhatIsUnknown()
    {
        BreakTheConnection();
        await FailAsync();
        AnswerWith(Done);
        using HttpResponseMessage done = await DeliverAsync(RequestOf(id: "another"));
        int tooEarly = await LedgerOf().PurgeAsync(cancellationToken: Token);
        Time.Advance(TimeSpan.FromDays(400));

        (tooEarly, await LedgerOf().PurgeAsync(cancellationToken: Token)).Should().Be((0, 1));
        (await LedgerOf().FindAsync(CallId, Token))!.State.Should().Be(LedgerState.Unknown);
        (await LedgerOf().FindAsync("another", Token)).Should().BeNull();
    }

    [Fact]
    public async Task Resolve_WithoutAReason_WithoutAnEntry_AndWhileItIsOnItsWay()
    {
        CallLedger ledger = LedgerOf();
        await FluentActions.Awaiting(() => ledger.ResolveAsync(CallId, happened: true, " ", Token).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => ledger.FindAsync(" ", Token).AsTask()).Should().ThrowAsync<ArgumentException>();
        (await ledger.ResolveAsync(CallId, happened: true, "why", Token)).Should().BeNull();
        Store.FailsAt = "replace";
        using HttpResponseMessage first = await DeliverAsync();
        Store.FailsAt = null;

        await FluentActions.Awaiting(() => ledger.ResolveAsync(CallId, happened: true, "why", Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*on its way*lease ends in*");
    }

    [Fact]
    public async Task Resolve_ACallOfTheList_KeepsWhoSaidSoAndWhy()
    {
        BreakTheConnection();
        await FailAsync();
        CallLedgerRecord listed = (await LedgerOf().ListAsync(cancellationToken: Token))[0];

        CallLedgerRecord resolved = (await LedgerOf().ResolveAsync(listed, happened: true, "the vendor's log has it, called +4915112345678", "jo@example.com", Token))!;

        (resolved.State, resolved.By, resolved.ResolvedBy).Should().Be((LedgerState.Done, "person", Redactor.Text("jo@example.com")));
        resolved.Reason.Should().StartWith("the vendor's log has it").And.NotContain("4915112345678");
        (await LedgerOf().FindByKeyAsync(listed.Key, Token))!.ResolvedBy.Should().Be(resolved.ResolvedBy);
        listed.Owner.Should().NotBeEmpty();
        (await LedgerOf().FindByKeyAsync(new string('0', 64), Token)).Should().BeNull();
        FluentActions.Invoking(() => LedgerOf().ResolveAsync(listed, happened: true, " ", cancellationToken: Token)).Should().Throw<ArgumentException>();
        using HttpResponseMessage again = await DeliverAsync();
        again.GetVendorDecision().Source.Should().Be(DecisionSource.Ledger);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    public async Task AnEntryOfSomebodyElsesMaking_KeepsItsState_AndSaysNothingMore(string data)
    {
        await Store.AddAsync(new LedgerEntry(new string('A', 64), 1, LedgerState.Sending, "owner", 1, null, data), TimeSpan.FromMinutes(1), Time.GetUtcNow(), TimeSpan.FromDays(1), Token);

        CallLedgerRecord record = (await LedgerOf().ListAsync(cancellationToken: Token)).Should().ContainSingle().Subject;

        (record.State, record.VendorId, record.MaskedId).Should().Be((LedgerState.Sending, string.Empty, null));
    }

    [Fact]
    public async Task Resolve_OfACallThatWasRefused_SaysSo()
    {
        AnswerWith(Refused);
        using HttpResponseMessage refused = await DeliverAsync();

        await FluentActions.Awaiting(() => LedgerOf().ResolveAsync(CallId, happened: true, "why", Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*surely did not happen*");
    }

    [Fact]
    public async Task TheSecret_ThatCannotBeRead_StopsTheCall()
    {
        Store.FailsAt = "secret";

        VendorErrorException stopped = await StopAsync();

        stopped.Decision.StopReason.Should().Be(StopReason.LedgerUnavailable);
        Remote.Sends.Should().Be(0);
    }

    [Fact]
    public async Task SendWithoutLedger_SendsWhileTheStoreIsAway()
    {
        Store.FailsAt = "add";
        var ledger = new CallLedger(Store, new CallLedgerOptions { SendWithoutLedger = true }, Time);
        using var client = new HttpClient(new VendorErrorHandler(Vendor.TalkdeskDialer, ledger, time: Time) { InnerHandler = Remote }, disposeHandler: false);

        using HttpResponseMessage response = await client.SendAsync(RequestOf(), Token);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AClaimThatIsCanceledWhileItIsWritten_IsGivenBack()
    {
        using var caller = new CancellationTokenSource();
        Store.After = call =>
        {
            if (call == "add")
            {
                caller.Cancel();
                throw new OperationCanceledException(caller.Token);
            }
        };
        await FluentActions.Awaiting(() => DeliverAsync(caller: caller.Token)).Should().ThrowAsync<OperationCanceledException>();
        Store.After = null;

        using HttpResponseMessage second = await DeliverAsync();

        second.GetVendorResult().IsSuccess.Should().BeTrue();
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AnAttemptThatOutlivesItsLease_IsCanceled_AndItsEffectIsUnknown()
    {
        Remote.Answer = async request =>
        {
            Time.Advance(TimeSpan.FromMinutes(3));
            await Task.Delay(50);
            throw new OperationCanceledException();
        };
        using HttpClient client = ClientOf(options: new VendorErrorOptions { MaxRetryAttempts = 0, TotalTimeout = null });

        TaskCanceledException canceled = (await FluentActions.Awaiting(() => client.SendAsync(RequestOf(), Token)).Should().ThrowAsync<TaskCanceledException>()).Which;

        canceled.Message.Should().Contain("lease in the call ledger");
        (await LedgerOf().FindAsync(CallId, Token))!.State.Should().Be(LedgerState.Unknown);
    }

    [Fact]
    public async Task AHandlerInside_ThatHoldsTheCallBackUntilItsLeaseIsOver_DoesNotSendIt()
    {
        var late = new LateHandler(Time) { InnerHandler = Remote };
        using var client = new HttpClient(new VendorErrorHandler(Vendor.TalkdeskDialer, LedgerOf(), new VendorErrorOptions { TotalTimeout = null }, time: Time) { InnerHandler = late }, disposeHandler: false);

        await FluentActions.Awaiting(() => client.SendAsync(RequestOf(), Token)).Should().ThrowAsync<Exception>();

        Remote.Sends.Should().Be(0);
    }

    [Fact]
    public async Task AProbeThatThrows_IsNotBelieved()
    {
        BreakTheConnection();
        var probe = new BrokenProbe();
        await FailAsync(probe);
        Time.Advance(TimeSpan.FromMinutes(2));

        (await StopAsync(probe: probe)).Decision.StopReason.Should().Be(StopReason.AwaitingProbe);
        probe.Asked!.ToString().Should().StartWith("talkdesk-dialer ").And.NotContain("4915112345678");
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task AStream_IsNotReadForTheFingerprint()
    {
        using HttpResponseMessage first = await DeliverAsync(RequestOf(make: () => new StreamContent(new MemoryStream([1, 2, 3]))));
        using HttpResponseMessage second = await DeliverAsync(RequestOf(make: () => new StreamContent(new MemoryStream([4, 5, 6]))));

        first.GetVendorResult().IsSuccess.Should().BeTrue();
        second.GetVendorDecision().Source.Should().Be(DecisionSource.Ledger, "of a stream that can be read once only its length is known");
    }

    [Fact]
    public void ASecondProbe_ForOneClient_IsAFault()
    {
        IHttpClientBuilder client = new ServiceCollection().AddHttpClient("dialer").AddEffectProbe<SettledProbe>();

        FluentActions.Invoking(() => client.AddEffectProbe<SettledProbe>()).Should().Throw<InvalidOperationException>().WithMessage("*client 'dialer'*one probe*");
    }

    private sealed class BrokenProbe : IEffectProbe
    {
        public EffectProbeCall? Asked { get; private set; }

        public ValueTask<EffectProbeAnswer> ProbeAsync(EffectProbeCall sent, CancellationToken cancellationToken)
        {
            Asked = sent;
            throw new InvalidOperationException("The look-up is down.");
        }
    }

    private sealed class LateHandler(Microsoft.Extensions.Time.Testing.FakeTimeProvider time) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            time.Advance(TimeSpan.FromMinutes(3));
            return base.SendAsync(request, CancellationToken.None);
        }
    }
}
