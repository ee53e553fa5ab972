using Microsoft.Extensions.Logging.Testing;
using VendorErrors.Retries;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>What is written, when, and what becomes of a call where the store is away.</summary>
public class CallLedgerStoreTests : LedgerBench
{
    [Fact]
    public async Task AStoreThatCannotBeReached_StopsTheCall_AndTheNextDeliveryMakesIt()
    {
        Store.FailsAt = "add";
        VendorErrorException stopped = await StopAsync();
        Store.FailsAt = null;
        using HttpResponseMessage second = await DeliverAsync();

        stopped.Decision.StopReason.Should().Be(StopReason.LedgerUnavailable);
        stopped.Decision.ForQueue(stopped.Result).Action.Should().Be(QueueAction.Requeue);
        second.GetVendorResult().IsSuccess.Should().BeTrue();
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task ACompletionThatFails_DoesNotHideTheAnswer_AndIsLogged()
    {
        var logs = new FakeLogCollector();
        Store.FailsAt = "replace";

        using HttpResponseMessage first = await DeliverAsync(logs: logs);

        first.GetVendorResult().IsSuccess.Should().BeTrue();
        logs.GetSnapshot().Should().ContainSingle(record => record.Message.Contains("could not be written to the ledger")).Which.Message.Should().NotContain("4915112345678");
        Store.FailsAt = null;
        (await StopAsync()).Decision.StopReason.Should().Be(StopReason.InFlight);
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task ACallerWhoGoesAway_DoesNotKeepTheCompletionFromBeingWritten()
    {
        using var caller = new CancellationTokenSource();
        Remote.Answer = async _ =>
        {
            await caller.CancelAsync();
            throw new OperationCanceledException(caller.Token);
        };
        await FluentActions.Awaiting(() => DeliverAsync(caller: caller.Token)).Should().ThrowAsync<OperationCanceledException>();

        (await LedgerOf().FindAsync(CallId, Token))!.State.Should().Be(LedgerState.Unknown);
    }

    [Fact]
    public async Task WithoutAnId_AndForAGet_NothingIsAskedOfTheStore()
    {
        using HttpClient client = ClientOf();
        using HttpResponseMessage without = await client.PostAsync(new Uri("https://x.test/dial"), new StringContent("a"), Token);
        using var get = new HttpRequestMessage(HttpMethod.Get, "https://x.test/agents");
        get.SetCallId(CallId, Time.GetUtcNow());
        using HttpResponseMessage read = await client.SendAsync(get, Token);

        Store.Calls.Should().Be(0);
    }

    [Fact]
    public async Task ACall_CostsOneRoundTripBeforeAndOneAfter()
    {
        using HttpResponseMessage first = await DeliverAsync();
        int afterFirst = Store.Calls;
        using HttpResponseMessage second = await DeliverAsync(RequestOf(id: "another"));

        // The secret of the fleet is looked up once for each process; each of these has its own.
        afterFirst.Should().Be(3);
        Store.Calls.Should().Be(6);
    }

    [Fact]
    public async Task NeitherNumbersNorContent_ReachTheStore()
    {
        using HttpResponseMessage response = await DeliverAsync(RequestOf(content: "call +4915112345678", id: "campaign-7/+4915112345678"));

        string kept = string.Join(' ', (await Store.ListAsync(null, default, 10, Token)).Select(entry => entry.ToString()));
        kept.Should().NotContain("4915112345678").And.NotContain("call +");
    }

    [Fact]
    public async Task Erase_ForgetsAllButThatItIsDone()
    {
        using HttpResponseMessage first = await DeliverAsync();

        (await LedgerOf().EraseAsync(CallId, Token)).Should().BeTrue();
        using HttpResponseMessage second = await DeliverAsync(RequestOf(content: "whatever"));

        CallLedgerRecord record = (await LedgerOf().FindAsync(CallId, Token))!;
        record.MaskedId.Should().BeNull();
        record.Verdict.Should().BeNull();
        record.Operation.Should().BeNull();
        second.GetVendorResult().IsSuccess.Should().BeTrue();
        Remote.Sends.Should().Be(1);
    }

    [Fact]
    public async Task Erase_OfACallWhoseSenderDied_LeavesItToTheProbe()
    {
        Store.FailsAt = "replace";
        using HttpResponseMessage first = await DeliverAsync();
        Store.FailsAt = null;
        Time.Advance(TimeSpan.FromMinutes(3));

        (await LedgerOf().EraseAsync(CallId, Token)).Should().BeTrue();
        Time.Advance(TimeSpan.FromMinutes(2));
        using HttpResponseMessage second = await DeliverAsync(probe: new SettledProbe(EffectProbeAnswer.Happened()));

        second.GetVendorResult().IsSuccess.Should().BeTrue();
        Remote.Sends.Should().Be(1);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task Resolve_ByAPerson_SaysWhatTheNextDeliveryDoes(bool happened, int sends)
    {
        BreakTheConnection();
        await FailAsync();
        AnswerWith(Done);
        Time.Advance(new CallLedgerOptions().QuietTime);

        CallLedgerRecord? resolved = await LedgerOf().ResolveAsync(CallId, happened, "seen in the PBX's list", Token);
        using HttpResponseMessage second = await DeliverAsync();

        resolved!.By.Should().Be("person");
        resolved.Reason.Should().Be("seen in the PBX's list");
        second.GetVendorResult().IsSuccess.Should().BeTrue();
        Remote.Sends.Should().Be(sends);
    }

    [Fact]
    public async Task Resolve_OfACallThatIsDone_SaysSo()
    {
        using HttpResponseMessage first = await DeliverAsync();

        await FluentActions.Awaiting(() => LedgerOf().ResolveAsync(CallId, happened: false, "why", Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*is done*");
    }

    [Fact]
    public async Task AMessageOlderThanTheRetention_IsNotSent()
    {
        VendorErrorException old = await StopAsync(RequestOf(createdAt: Time.GetUtcNow() - TimeSpan.FromDays(36)));

        old.Decision.StopReason.Should().Be(StopReason.EffectUnknown);
        old.Result.Evidence.Should().Contain(evidence => evidence.ToString()!.Contains("older than the ledger remembers"));
        Remote.Sends.Should().Be(0);
    }
}
