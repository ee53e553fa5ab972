using VendorErrors.Definitions;

namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>Steps that no vendor could play are refused when they are given, in a clear sentence.</summary>
public class TruthTests
{
    public static TheoryData<SimulatedStep, string> Impossible => new()
    {
        { SimulatedStep.Ok.BeforeExecution(), "'ok' says that it was done, so it cannot come before execution." },
        { SimulatedStep.Refuse().AfterExecution(), "'refuse' makes no connection, so it cannot be executed." },
        { SimulatedStep.Code("10004").AfterExecution(), "'code 10004' says that nothing was done, so it cannot come after execution." },
        { SimulatedStep.Code("0").BeforeExecution(), "'code 0' says that something was done, so it cannot come before execution." },
        { SimulatedStep.Status(429).AfterExecution(), "'HTTP 429' says that nothing was done, so it cannot come after execution." },
        { SimulatedStep.Status(200).BeforeExecution(), "'HTTP 200' says that something was done, so it cannot come before execution." },
        { SimulatedStep.GatewayPage(404).AfterExecution(), "'HTTP 404' says that nothing was done, so it cannot come after execution." },
        { SimulatedStep.Answer(VendorResponses.Success(Vendor.YeastarPSeries)).BeforeExecution(), "'answer' says that something was done, so it cannot come before execution." },
        { SimulatedStep.Code("1000x"), "yeastar-p-series has no code '1000x' in its catalog; nearest: 1000" },
        { SimulatedStep.Drop().CutAt(0.5), "'drop' sends no body, so there is none to be slow or cut." },
        { SimulatedStep.Hang().SlowBody(TimeSpan.FromSeconds(1)), "'hang' sends no body, so there is none to be slow or cut." },
        { SimulatedStep.Status(503).CutAt(0.5), "'HTTP 503' has no body to be slow or cut." },
        { SimulatedStep.Code("-1").AfterExecution().On("get_token"), "'code -1' says that nothing was done, so it cannot come after execution." },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Step_ThatCannotBe_IsRefusedByEveryWayIn(SimulatedStep step, string sentence)
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries);

        FluentActions.Invoking(() => pbx.Next(step)).Should().Throw<ArgumentException>().WithMessage($"{sentence}*");
        FluentActions.Invoking(() => pbx.Chance(0.5, step)).Should().Throw<ArgumentException>().WithMessage($"{sentence}*");
        FluentActions.Invoking(() => pbx.Outage(TimeSpan.Zero, TimeSpan.FromHours(1), step)).Should().Throw<ArgumentException>().WithMessage($"{sentence}*");
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task Choose_GivesAStepThatCannotBe_Throws(SimulatedStep step, string sentence)
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Choose = _ => step });

        await FluentActions.Awaiting(() => pbx.CreateClient().DialAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage($"The step chosen for request 1 cannot be played: {sentence}*");
    }

    [Fact]
    public async Task Next_WithOneImpossibleStep_TakesNone()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries);

        FluentActions.Invoking(() => pbx.Next(SimulatedStep.Status(503), SimulatedStep.Code("nope"))).Should().Throw<ArgumentException>();

        (await pbx.CreateClient().DialAsync().StatusAsync()).Should().Be(200);
    }

    [Fact]
    public void Chance_OfAStepWithACount_IsRefused()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries);

        FluentActions.Invoking(() => pbx.Chance(0.5, SimulatedStep.Drop().Times(2))).Should().Throw<ArgumentException>().WithMessage("Only the steps of Next happen a number of times.*");
        FluentActions.Invoking(() => pbx.Outage(TimeSpan.Zero, TimeSpan.FromHours(1), SimulatedStep.Drop().Times(2))).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Chance_ThatIsNoProbability_IsRefused(double probability) =>
        FluentActions.Invoking(() => new VendorSimulator(Vendor.YeastarPSeries).Chance(probability, SimulatedStep.Drop()))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("A probability is from 0 to 1.*");

    [Fact]
    public void Members_OutOfBounds_AreRefused()
    {
        FluentActions.Invoking(() => SimulatedStep.Status(199)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("An HTTP status from 200 to 599 is needed here.*");
        FluentActions.Invoking(() => SimulatedStep.Status(600)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => SimulatedStep.GatewayPage(200)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => SimulatedStep.Ok.CutAt(1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => SimulatedStep.Ok.CutAt(double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => SimulatedStep.Ok.Delay(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => SimulatedStep.Ok.SlowBody(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => SimulatedStep.Ok.Times(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => SimulatedStep.Ok.On("a//b")).Should().Throw<ArgumentException>().WithMessage("The operation 'a//b' has an empty segment.*");
        FluentActions.Invoking(() => new RateRule(0, TimeSpan.FromSeconds(1))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new RateRule(1, TimeSpan.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new TokenRules { Slots = 0 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new TokenRules { Lifetime = TimeSpan.Zero }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new SimulatorOptions { Latency = TimeSpan.FromSeconds(-1) }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new VendorSimulator(Vendor.Dexatel).Outage(TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new VendorSimulator(Vendor.Dexatel).Outage(TimeSpan.Zero, TimeSpan.Zero)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Options_WithACodeThatTheVendorDoesNotHave_AreRefused()
    {
        foreach (SimulatorOptions options in new SimulatorOptions[]
        {
            new() { Rate = new RateRule(1, TimeSpan.FromSeconds(1)) { Code = "nope" } },
            new() { Api = new() { Tokens = new() { ExpiredCode = "nope" } } },
            new() { Api = new() { Tokens = new() { SlotsFullCode = "nope" } } },
        })
        {
            FluentActions.Invoking(() => new VendorSimulator(OwnVendor.Acme, options)).Should().Throw<ArgumentException>().WithMessage("test-voice has no code 'nope' in its catalog; nearest: *");
        }
    }

    [Fact]
    public void Options_WithAnOperationThatIsNoPattern_AreRefused() =>
        FluentActions.Invoking(() => new VendorSimulator(OwnVendor.Acme, new() { Api = new() { Operations = [new(OperationKind.Dial, "POST")] } }))
            .Should().Throw<ArgumentException>().WithMessage("The operation 'POST' names a method and no path.*");

    [Fact]
    public void Code_ThatNoShapeOfTheVendorCarries_IsRefusedInASentence()
    {
        Vendor odd = OwnVendor.Acme.WithCodes(new CodeSection(new SourceDocument("Elsewhere", "docs.acme.example/other"), Basis.Documented, [new("77", "Elsewhere", ErrorCategory.InvalidState)]) { Space = "other" });

        FluentActions.Invoking(() => new VendorSimulator(odd).Play("next: code 77")).Should().Throw<SimulatorScriptException>().WithMessage("line 1: 'code 77' cannot be composed: *");
    }

    [Fact]
    public void Nothing_InsteadOfSomething_IsRefused()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries);

        FluentActions.Invoking(() => new VendorSimulator(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => pbx.Next(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => pbx.Next([null!])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => pbx.Play(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => SimulatedStep.Code(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => SimulatedStep.Answer(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => SimulatedStep.Ok.On(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => SimulatedApi.For(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Answer_OfAnotherVendor_IsRefused() =>
        FluentActions.Invoking(() => new VendorSimulator(Vendor.YeastarPSeries).Next(SimulatedStep.Answer(VendorResponses.For(Vendor.Dexatel, "1523"))))
            .Should().Throw<ArgumentException>().WithMessage("*dexatel*yeastar-p-series*");
}
