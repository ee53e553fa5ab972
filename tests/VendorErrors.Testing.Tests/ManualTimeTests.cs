namespace VendorErrors.Testing.Tests;

/// <summary>A clock that a test moves by hand.</summary>
public class ManualTimeTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;
    private readonly VirtualTime _time = new(isManual: true);

    [Fact]
    public async Task Delay_WithoutAdvance_Stays()
    {
        Task wait = Task.Delay(TimeSpan.FromSeconds(1), _time, s_token);

        await Task.Delay(TimeSpan.FromMilliseconds(50), s_token);

        wait.IsCompleted.Should().BeFalse();
        _time.Elapsed.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Advance_ByParts_EndsEachWaitInItsTurn()
    {
        Task two = Task.Delay(TimeSpan.FromSeconds(2), _time, s_token);
        Task one = Task.Delay(TimeSpan.FromSeconds(1), _time, s_token);

        _time.Advance(TimeSpan.FromMilliseconds(999));
        bool early = one.IsCompleted;
        _time.Advance(TimeSpan.FromMilliseconds(1));

        early.Should().BeFalse();
        one.IsCompletedSuccessfully.Should().BeTrue();
        two.IsCompleted.Should().BeFalse();
        _time.Elapsed.Should().Be(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Advance_OverTimersThatMakeTimers_RingsThemToo()
    {
        var rung = new List<TimeSpan>();
        void Ring(object? state)
        {
            rung.Add(_time.Elapsed);
            _time.CreateTimer(Ring, state: null, TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan);
        }

        Ring(state: null);
        _time.Advance(TimeSpan.FromSeconds(10));

        rung.Should().Equal(TimeSpan.Zero, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8));
        _time.Elapsed.Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Advance_OverTimersOfTheSameMoment_RingsThemInTheOrderOfTheirMaking()
    {
        var rung = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            int number = i;
            _time.CreateTimer(_ => rung.Add(number), state: null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        }

        _time.Advance(TimeSpan.FromSeconds(1));

        rung.Should().Equal(0, 1, 2, 3, 4);
    }

    [Fact]
    public void Advance_Backwards_IsRefused() =>
        FluentActions.Invoking(() => _time.Advance(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void CreateTimer_WithoutACallback_IsRefused() =>
        FluentActions.Invoking(() => _time.CreateTimer(null!, state: null, TimeSpan.Zero, TimeSpan.Zero)).Should().Throw<ArgumentNullException>();
}
