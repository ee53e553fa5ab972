using System.Globalization;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Rules;

/// <summary>Which of several statements the answer takes.</summary>
public class AnswerBuilderTests
{
    [Theory]
    [InlineData("30", WaitSource.RetryAfterHeader)]
    [InlineData("31", WaitSource.RetryAfterHeader)]
    [InlineData("29", WaitSource.Row)]
    public void Retry_WaitOfRowAndHeader_IsTheLonger(string header, WaitSource source)
    {
        VendorResult result = RuleVendor.Acme.Explain(new VendorResponse(429, """{"code":2}"""u8) { Headers = [new("Retry-After", [header])] });

        result.Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(Math.Max(30, int.Parse(header, CultureInfo.InvariantCulture))));
        result.Retry.WaitSource.Should().Be(source);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void Code_ThatIsNoCode_IsNull(string code) =>
        RuleVendor.Explain(200, $$"""{"code":{{code}}}""").Code.Should().BeNull();
}
