using System.Text;
using FluentAssertions;
using VendorErrors.Json;
using Xunit;

namespace VendorErrors.Tests.Json;

/// <summary>One value, read by itself: whether there is one, and where the scanner is after it.</summary>
public class JsonScannerValueTests
{
    [Theory]
    [InlineData("""[{"a" 1}]""")]
    [InlineData("""{"a":1,2}""")]
    [InlineData("1.x")]
    [InlineData("-.5")]
    [InlineData("1ex")]
    public void ReadValue_Malformed_SaysNoAndLeavesNoValue(string json)
    {
        var scanner = new JsonScanner(Encoding.UTF8.GetBytes(json));

        scanner.ReadValue(out JsonSlot value).Should().BeFalse();

        value.IsPresent.Should().BeFalse();
        scanner.Fault.Should().Be(JsonFault.Malformed);
    }

    [Theory]
    [InlineData("\"a")]
    [InlineData("\"a\\\"b")]
    [InlineData("[1 /* a comment")]
    [InlineData("[1 // a comment")]
    public void ReadValue_Cut_HasReadAllThatIsThere(string json)
    {
        var scanner = new JsonScanner(Encoding.UTF8.GetBytes(json));

        scanner.ReadValue(out _).Should().BeFalse();

        scanner.Fault.Should().Be(JsonFault.Cut);
        scanner.Position.Should().Be(json.Length);
    }

    [Theory]
    [InlineData("[1 2]", true)]
    [InlineData("{\"a\":tru}", true)]
    [InlineData("[\"]\"]", true)]
    [InlineData("[1 /* ] */ 2", false)]
    [InlineData("tru", false)]
    public void PassValue_FaultWithinAContainer_IsPassed(string json, bool isPassed)
    {
        var scanner = new JsonScanner(Encoding.UTF8.GetBytes(json));

        scanner.PassValue(out JsonSlot value).Should().Be(isPassed);

        if (isPassed)
        {
            value.Length.Should().Be(json.Length);
            scanner.Position.Should().Be(json.Length);
        }
    }
}
