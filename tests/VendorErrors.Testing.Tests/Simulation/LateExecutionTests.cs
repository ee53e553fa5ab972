namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>A request whose answer was lost may be executed later; nothing shows it before.</summary>
public class LateExecutionTests
{
    private const string Customer = "+49301234";

    private readonly VirtualTime _time = new(isManual: true);
    private readonly VendorSimulator _pbx;

    public LateExecutionTests() => _pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time });

    [Fact]
    public async Task ALateExecution_IsDoneWhenItIsDue_AndOnce()
    {
        _pbx.Next(SimulatedStep.GatewayPage(504).LateExecution(TimeSpan.FromSeconds(20)));

        int status = await _pbx.CreateClient().DialAsync(Customer).StatusAsync();
        _time.Advance(TimeSpan.FromSeconds(19));
        SimulatedRequest before = _pbx.Requests.Single();
        int calledBefore = _pbx.TimesCalled(Customer);
        _time.Advance(TimeSpan.FromSeconds(1));

        status.Should().Be(504);
        (before.IsExecuted, before.ExecutedAt, calledBefore).Should().Be((false, null, 0));
        SimulatedRequest after = _pbx.Requests.Single();
        (after.IsExecuted, after.ExecutedAt).Should().Be((true, after.At + TimeSpan.FromSeconds(20)));
        _time.Advance(TimeSpan.FromHours(1));
        _pbx.TimesCalled(Customer).Should().Be(1);
    }

    [Fact]
    public async Task AtOnce_IsSeenAtOnce()
    {
        await _pbx.CreateClient().DialAsync(Customer).StatusAsync();

        _pbx.Requests.Single().ExecutedAt.Should().Be(_time.GetUtcNow());
    }

    [Fact]
    public async Task ADeletionBeforeALateOne_LeavesNothingToDelete()
    {
        var sms = new VendorSimulator(Vendor.Dexatel, new() { Time = _time });
        sms.Next(SimulatedStep.Status(503).LateExecution(TimeSpan.FromSeconds(20)));
        HttpClient client = sms.CreateClient();
        await client.SendJsonAsync("DELETE", "v1/templates/7").StatusAsync();
        await client.SendJsonAsync("DELETE", "v1/templates/7").StatusAsync();
        _time.Advance(TimeSpan.FromMinutes(1));

        sms.Count(OperationKind.Delete).Should().Be(1);
    }

    [Fact]
    public async Task AScript_SaysItToo()
    {
        _pbx.Play("next: drop late execution 20s");
        await FluentActions.Awaiting(() => _pbx.CreateClient().DialAsync(Customer)).Should().ThrowAsync<HttpRequestException>();
        _time.Advance(TimeSpan.FromSeconds(20));

        _pbx.TimesCalled(Customer).Should().Be(1);
    }

    [Fact]
    public void AnAnswerThatSaysWhetherItIsDone_CannotBeLate()
    {
        FluentActions.Invoking(() => _pbx.Next(SimulatedStep.Ok.LateExecution(TimeSpan.FromSeconds(1)))).Should().Throw<ArgumentException>().WithMessage("*cannot be executed later*");
        FluentActions.Invoking(() => _pbx.Next(SimulatedStep.Code("0").LateExecution(TimeSpan.FromSeconds(1)))).Should().Throw<ArgumentException>().WithMessage("*cannot be executed later*");
        FluentActions.Invoking(() => _pbx.Next(SimulatedStep.Status(429).LateExecution(TimeSpan.FromSeconds(1)))).Should().Throw<ArgumentException>().WithMessage("*nothing was done*");
        FluentActions.Invoking(() => _pbx.Next(SimulatedStep.Refuse().LateExecution(TimeSpan.FromSeconds(1)))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => SimulatedStep.Drop().LateExecution(TimeSpan.Zero)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
