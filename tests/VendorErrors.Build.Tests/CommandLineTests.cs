using VendorErrors.Build.Legs;
using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Tests;

public sealed class CommandLineTests
{
    private static readonly Leg[] s_legs = [Leg("one"), Leg("two"), Leg("long") with { OnRequest = true, TakesArguments = true }];

    [Fact]
    public void Select_NoArgument_TakesAllButThoseOnRequest() => Names().Should().Equal("one", "two");

    [Fact]
    public void Select_Names_TakesTheseInTheirOrder() => Names("two", "one").Should().Equal("two", "one");

    [Theory]
    [InlineData("three")]
    [InlineData("one", "three")]
    [InlineData("one", "long")]
    public void Select_UnknownLeg_IsNoRun(params string[] arguments) => CommandLine.Select(arguments, s_legs).Should().BeNull();

    [Fact]
    public void Select_LegWithArguments_GetsTheRest()
    {
        Run run = CommandLine.Select(["long", "Retries", "one"], s_legs)!;
        run.Legs.Should().ContainSingle().Which.Name.Should().Be("long");
        run.Arguments.Should().Equal("Retries", "one");
    }

    [Fact]
    public async Task ExecuteAsync_LegThatFails_SaysWhy()
    {
        LegResult result = await new Leg("a", "b", context => throw new LegFailedException("no compiler")).ExecuteAsync([], []);
        result.Passed.Should().BeFalse();
        result.Problems.Should().Equal("no compiler");
    }

    [Fact]
    public void Readme_BothCommands_AreThoseOfTheLegs()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md"));
        string[] commands = [.. readme.Split("```sh\n").Skip(1).Select(block => block[..block.IndexOf("\n```", StringComparison.Ordinal)]).Take(2)];
        commands.Should().Equal(ReadmeLeg.Command, TestsLeg.Command);
    }

    private static string[] Names(params string[] arguments) => [.. CommandLine.Select(arguments, s_legs)!.Legs.Select(leg => leg.Name)];

    private static Leg Leg(string name) => new(name, "for the tests", _ => Task.CompletedTask);
}
