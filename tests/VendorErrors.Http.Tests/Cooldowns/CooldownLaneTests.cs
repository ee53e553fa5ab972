using VendorErrors.Http.Cooldowns;

namespace VendorErrors.Http.Tests.Cooldowns;

public class CooldownLaneTests
{
    private readonly FakeTime _time = new() { IsManual = true };
    private readonly CooldownLane _lane;

    public CooldownLaneTests() => _lane = new CooldownLane(_time, TimeSpan.FromHours(1));

    [Fact]
    public void TryEnter_NeverClosed_IsOpenAndCountsNobody()
    {
        var waiter = new CooldownWaiter(isReplay: false);

        _lane.IsOpen.Should().BeTrue();
        _lane.Left.Should().BeNull();
        _lane.TryEnter(waiter, out _).Should().BeTrue();
        waiter.Ticket.IsHeld.Should().BeFalse();
    }

    [Fact]
    public void TryEnter_ClosedAgainBetweenTheTurnAndTheWaking_WaitsAgain()
    {
        _lane.Close(TimeSpan.FromSeconds(10), TimeSpan.Zero);
        var probe = new CooldownWaiter(isReplay: false);
        var next = new CooldownWaiter(isReplay: false);
        _lane.TryEnter(probe, out _).Should().BeFalse();
        _lane.TryEnter(next, out _).Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(10));
        _lane.TryEnter(probe, out _).Should().BeTrue();
        _lane.Leave(probe.Ticket, AttemptVerdict.Passed);
        next.IsGranted.Should().BeTrue("its turn has come, and it has not woken yet");

        _lane.Close(TimeSpan.FromSeconds(5), TimeSpan.Zero);

        _lane.TryEnter(next, out CooldownStep step).Should().BeFalse("nothing was sent yet, so it is not too late");
        step.Left.Should().Be(TimeSpan.FromSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(5));
        _lane.TryEnter(next, out _).Should().BeTrue();
    }

    [Fact]
    public void Close_AnEarlierEnd_ChangesNothing()
    {
        _lane.Close(TimeSpan.FromSeconds(60), TimeSpan.Zero).Should().BeTrue();

        _lane.Close(TimeSpan.FromSeconds(10), TimeSpan.Zero).Should().BeFalse();

        _lane.Left.Should().Be(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(1, true)]
    public void Close_ALaterEnd_IsNewsWhereItIsMuchLater(double seconds, bool isNews)
    {
        _lane.Close(TimeSpan.FromSeconds(60), TimeSpan.Zero);

        _lane.Close(TimeSpan.FromSeconds(60 + seconds), TimeSpan.Zero).Should().Be(isNews);

        _lane.Left.Should().Be(TimeSpan.FromSeconds(60 + seconds));
    }

    [Fact]
    public void Close_BeyondTheLimit_IsCut()
    {
        _lane.Close(TimeSpan.FromDays(1), TimeSpan.Zero);

        _lane.Left.Should().Be(TimeSpan.FromHours(1));
    }

    [Fact]
    public void TryEnter_BeforeTheEnd_SaysHowLong()
    {
        _lane.Close(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(20));

        _lane.TryEnter(new CooldownWaiter(isReplay: false), out CooldownStep step).Should().BeFalse();

        step.Should().Be(new CooldownStep(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(41), TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void TryEnter_DuringTheJitter_IsNotYetLetIn()
    {
        _lane.Close(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(60.4));

        _lane.TryEnter(new CooldownWaiter(isReplay: false), out CooldownStep step).Should().BeFalse();

        step.Left.Should().Be(TimeSpan.Zero, "the vendor's own wait is over");
        step.Wait.Should().Be(TimeSpan.FromSeconds(0.6));
    }

    [Fact]
    public void Leave_Passed_MakesRoomForOneMoreEachTime()
    {
        List<CooldownWaiter> line = Recovering(20);
        line.Count(waiter => waiter.IsGranted).Should().Be(1);

        Finish(line, 1, AttemptVerdict.Passed);
        line.Count(waiter => waiter.IsGranted).Should().Be(1 + 2);

        Finish(line, 2, AttemptVerdict.Passed);
        line.Count(waiter => waiter.IsGranted).Should().Be(1 + 2 + 4);
        line.TakeWhile(waiter => waiter.IsGranted).Should().HaveCount(7, "first come, first served");
    }

    [Fact]
    public void Leave_Unknown_LetsOneInForEachAndNoMore()
    {
        List<CooldownWaiter> line = Recovering(5);

        Finish(line, 1, AttemptVerdict.Unknown);

        line.Count(waiter => waiter.IsGranted).Should().Be(2);
    }

    [Fact]
    public void Leave_RefusedWithoutAHint_ClosesForASecond()
    {
        List<CooldownWaiter> line = Recovering(5);

        Finish(line, 1, AttemptVerdict.Refused);

        _lane.Left.Should().Be(CooldownLane.RefusalPause);
        line.Count(waiter => waiter.IsGranted).Should().Be(1);
    }

    [Fact]
    public void Close_AfterARefusal_TheNextRecoveryDoublesToHalfAndThenGoesOnSlowly()
    {
        List<CooldownWaiter> line = Recovering(100);
        Finish(line, 1, AttemptVerdict.Passed);
        Finish(line, 2, AttemptVerdict.Passed);
        Finish(line, 4, AttemptVerdict.Passed);
        line.Count(waiter => waiter.IsGranted).Should().Be(15, "8 are in flight");

        _lane.Close(TimeSpan.FromSeconds(10), TimeSpan.Zero);
        _time.Advance(TimeSpan.FromSeconds(10));
        Ask(line);
        line.Count(waiter => waiter.IsGranted).Should().Be(16);

        Finish(line, 1, AttemptVerdict.Passed, skip: 15);
        Finish(line, 2, AttemptVerdict.Passed, skip: 16);
        line.Count(waiter => waiter.IsGranted).Should().Be(15 + 1 + 2 + 4);
        Finish(line, 4, AttemptVerdict.Passed, skip: 18);
        line.Count(waiter => waiter.IsGranted).Should().Be(15 + 1 + 2 + 4 + 4, "half of eight were reached; from there four answers make not quite one place more");
    }

    [Fact]
    public void Leave_TicketOfAnEarlierRoundOrTwice_ChangesNothing()
    {
        List<CooldownWaiter> line = Recovering(5);
        CooldownTicket old = line[0].Ticket;
        _lane.Close(TimeSpan.FromSeconds(10), TimeSpan.Zero);
        _time.Advance(TimeSpan.FromSeconds(10));
        Ask(line);

        _lane.Leave(old, AttemptVerdict.Passed);
        line.Count(waiter => waiter.IsGranted).Should().Be(2);
        for (var i = 0; i < 10; i++)
        {
            _lane.Leave(line[1].Ticket, AttemptVerdict.Passed);
        }

        line.Count(waiter => waiter.IsGranted).Should().Be(3);
    }

    [Fact]
    public void TryEnter_Replays_GoFirst()
    {
        List<CooldownWaiter> line = Recovering(3);
        var replay = new CooldownWaiter(isReplay: true);
        _lane.TryEnter(replay, out _).Should().BeFalse();

        Finish(line, 1, AttemptVerdict.Unknown);

        replay.IsGranted.Should().BeTrue("it has waited longest, and its retries are counted");
        line[1].IsGranted.Should().BeFalse();
    }

    [Fact]
    public void Withdraw_OneThatWasLetInAtThatMoment_PassesItsPlaceOn()
    {
        List<CooldownWaiter> line = Recovering(3);
        Finish(line, 1, AttemptVerdict.Unknown);
        line[1].IsGranted.Should().BeTrue();

        _lane.Withdraw(line[1]);

        line[2].IsGranted.Should().BeTrue();
    }

    [Fact]
    public void Withdraw_OneInTheLine_IsNotLetInAnyMore()
    {
        List<CooldownWaiter> line = Recovering(3);
        _lane.Withdraw(line[1]);

        Finish(line, 1, AttemptVerdict.Unknown);

        line[1].IsGranted.Should().BeFalse();
        line[2].IsGranted.Should().BeTrue();
    }

    [Fact]
    public void TryEnter_ProbeHangs_OthersAreLetInAfterSomePatience()
    {
        List<CooldownWaiter> line = Recovering(4);
        _lane.TryEnter(line[1], out CooldownStep step).Should().BeFalse();
        step.Wait.Should().Be(CooldownLane.Patience);

        _time.Advance(CooldownLane.Patience);
        Ask(line);

        line.Count(waiter => waiter.IsGranted).Should().Be(3, "one that takes long was not refused");
    }

    [Fact]
    public void Leave_NobodyWaitsAndItHasSettled_IsOpen()
    {
        List<CooldownWaiter> line = Recovering(1);
        Finish(line, 1, AttemptVerdict.Passed);
        _lane.IsOpen.Should().BeFalse("others that waited for the same end may be a moment later");

        _time.Advance(TimeSpan.FromSeconds(1));
        var late = new CooldownWaiter(isReplay: false);
        _lane.TryEnter(late, out _).Should().BeTrue();

        _lane.IsOpen.Should().BeTrue();
    }

    [Fact]
    public void TryEnter_NobodyHasAskedSinceTheEnd_OneProbesFirstHoweverLate()
    {
        _lane.Close(TimeSpan.FromSeconds(10), TimeSpan.Zero);
        _time.Advance(TimeSpan.FromHours(5));

        var first = new CooldownWaiter(isReplay: false);
        var second = new CooldownWaiter(isReplay: false);

        _lane.TryEnter(first, out _).Should().BeTrue();
        _lane.TryEnter(second, out _).Should().BeFalse();
    }

    [Fact]
    public async Task Close_WhileOthersWait_WakesThem()
    {
        List<CooldownWaiter> line = Recovering(2);
        Task signal = line[1].Signal;

        _lane.Close(TimeSpan.FromMinutes(30), TimeSpan.Zero);

        await signal.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
        line[1].IsGranted.Should().BeFalse();
    }

    private List<CooldownWaiter> Recovering(int waiters)
    {
        _lane.Close(TimeSpan.FromSeconds(10), TimeSpan.Zero);
        List<CooldownWaiter> line = [.. Enumerable.Range(0, waiters).Select(_ => new CooldownWaiter(isReplay: false))];
        Ask(line);
        _time.Advance(TimeSpan.FromSeconds(10));
        Ask(line);
        return line;
    }

    private void Ask(List<CooldownWaiter> line) => line.ForEach(waiter => _lane.TryEnter(waiter, out _));

    private void Finish(List<CooldownWaiter> line, int count, AttemptVerdict verdict, int? skip = null)
    {
        CooldownWaiter[] all = [.. line.Where(waiter => waiter.IsGranted)];
        foreach (CooldownWaiter waiter in all.Skip(skip ?? all.Length - count).Take(count))
        {
            _lane.Leave(waiter.Ticket, verdict);
        }
    }
}
