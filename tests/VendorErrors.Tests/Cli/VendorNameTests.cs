using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Cli;

/// <summary>Look-ups take the beginning of an id or a former name, and say so; what decides takes ids alone.</summary>
[Trait("Category", "Slow")]
public class VendorNameTests
{
    [Theory]
    [InlineData("talkdesk", "talkdesk-dialer", "explain", "talkdesk", "8")]
    [InlineData("nexmo", "vonage", "codes", "--vendor", "nexmo")]
    public void LookUp_ByAnotherName_SaysHowItWasRead(string name, string id, params string[] arguments)
    {
        CliResult result = CliProcess.Run(arguments);

        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain(id);
        result.Error.TrimEnd().Should().Be($"{name}: read as {id}");
    }

    [Fact]
    public void LookUp_ByAnAmbiguousName_ListsTheCandidates()
    {
        CliResult result = CliProcess.Run("explain", "8x8", "1");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("'8x8' may be 8x8-connect (8x8 Connect) or 8x8-contact-center (");
    }

    [Fact]
    public void LookUp_AVendorWithoutACode_SaysThatTheCodeIsMissing() =>
        CliProcess.Run("explain", "talkdesk").Error.Should().Contain("CODE is missing; 'talkdesk' is the vendor talkdesk-dialer");

    [Fact]
    public void Classify_ByAnotherName_IsRefused() => CliProcess.Run("classify", "--vendor", "nexmo", "--status", "500").ExitCode.Should().Be(2);
}
