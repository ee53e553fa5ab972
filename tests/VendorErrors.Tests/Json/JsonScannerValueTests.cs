using System.Text;
using FluentAssertions;
using VendorErrors.Json;
using Xunit;

namespace VendorErrors.Tests.Json;

/// <summary>One value, read by itself: whether there is one, and where the scanner stands behind it.</summary>
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
    [InlineData("\"a", false)]
    [InlineData("\"a\\\"b", false)]
    [InlineData("\"a\\\"b", true)]
    [InlineData("\"\\", true)]
    [InlineData("[1 /* a comment", false)]
    [InlineData("[1 // a comment", false)]
    public void ReadValue_Cut_HasReadAllThatIsThere(string json, bool balanceOnly)
    {
        var scanner = new JsonScanner(Encoding.UTF8.GetBytes(json), balanceOnly);

        scanner.ReadValue(out _).Should().BeFalse();

        scanner.Fault.Should().Be(JsonFault.Cut);
        scanner.Position.Should().Be(json.Length);
    }

    [Theory]
    [InlineData("""  "a\"b" """)]
    [InlineData("""  "\\" """)]
    [InlineData("""  "\q\u12" """)]
    [InlineData("""  "a\"b\q\\\"c" """)]
    public void ReadValue_EscapedTextOfWhichTheEndIsEnough_EndsBehindItsClosingQuote(string json)
    {
        string text = json.Trim();
        var scanner = new JsonScanner(Encoding.UTF8.GetBytes(text + ",\"\\\"\"]"), balanceOnly: true);

        scanner.ReadValue(out JsonSlot value).Should().BeTrue();

        value.Should().Be(new JsonSlot(JsonKind.Text, 1, text.Length - 2, escaped: true));
        scanner.Position.Should().Be(text.Length);
    }
}
