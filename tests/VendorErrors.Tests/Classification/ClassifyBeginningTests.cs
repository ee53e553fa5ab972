using System.Text;
using FluentAssertions;
using VendorErrors.Classification;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>What the beginning of a body tells, so that a stream is neither held up nor let go too early.</summary>
public class ClassifyBeginningTests
{
    [Theory]
    [InlineData("", "Open")]
    [InlineData(" ", "Open")]
    [InlineData("\uFEFF", "Open")]
    [InlineData("\uFEFF ", "Open")]
    [InlineData("{", "Open")]
    [InlineData("[", "Open")]
    [InlineData("""{"statusCode":0""", "Open")]
    [InlineData("""{"payload":{"a":1""", "Open")]
    [InlineData("""{"a":tru""", "Open")]
    [InlineData("/* c", "Open")]
    [InlineData("// c\n{\"a\"", "Open")]
    [InlineData("""{/* c */"a":1""", "Open")]
    [InlineData("/", "Open")]
    [InlineData(" /", "Open")]
    [InlineData("<", "Open")]
    [InlineData("\0", "Open")]
    [InlineData("\u001F", "Open")]
    [InlineData("O", "Open")]
    [InlineData("OK", "Yes")]
    [InlineData("""{"statusCode":0,""", "Yes")]
    [InlineData("""{"message":"x","statusCode":0,""", "Yes")]
    [InlineData("{}", "Yes, whole")]
    [InlineData("[]", "Yes")]
    [InlineData("[{", "Yes")]
    [InlineData("[ \"a", "Yes")]
    [InlineData("[[", "Yes")]
    [InlineData("[ ", "Open")]
    [InlineData("[1,", "Open")]
    [InlineData("[error] x", "No")]
    [InlineData("""{"error":null,"x":1""", "Open")]
    [InlineData("""{"error":"x","id":1}""", "Yes, whole")]
    [InlineData("""{"error":"x"}""", "No, whole")]
    [InlineData("""{"success":false}""", "No, whole")]
    [InlineData("RIFF\0\0", "Yes")]
    [InlineData("""{"payload":1}""", "Yes, whole")]
    [InlineData("""{"statusCode":6,""", "No")]
    [InlineData("""{'a':1}""", "No")]
    [InlineData("""{"a":1,]""", "No")]
    [InlineData("// c\n{\"a\":1}", "No")]
    [InlineData("<html>", "No")]
    [InlineData("<a/>", "No")]
    [InlineData("{\0", "No, whole")]
    [InlineData("""{/* c */"a":1}""", "No, whole")]
    public void ClassifyBeginning_BeginningUnder200_IsToldAsSoonAsItCanBe(string beginning, string expected) =>
        Judge(200, Encoding.UTF8.GetBytes(beginning)).Should().Be(expected);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ClassifyBeginning_PartOfAByteOrderMark_IsOpen(int length)
    {
        Judge(200, Encoding.UTF8.GetPreamble()[..length]).Should().Be("Open");
        Judge(200, [(byte)' ', .. Encoding.UTF8.GetPreamble()[..length]]).Should().Be("Open");
    }

    [Fact]
    public void ClassifyBeginning_FirstByteOfAnotherEncoding_IsOpen()
    {
        Judge(200, Encoding.Unicode.GetPreamble()[..1]).Should().Be("Open");
        Judge(200, Encoding.BigEndianUnicode.GetPreamble()[..1]).Should().Be("Open");
    }

    [Theory]
    [InlineData("{}", "No, whole")]
    [InlineData("""{"statusCode":0,""", "No")]
    public void ClassifyBeginning_JsonUnder500_IsNone(string beginning, string expected) => Judge(500, Encoding.UTF8.GetBytes(beginning)).Should().Be(expected);

    [Fact]
    public void ClassifyBeginning_TextUnderA2xxThatTheVendorListsOtherwise_IsLeftToTheRow()
    {
        Classifier.ClassifyBeginning(Vendor.Dexatel.Catalog, new VendorResponse(202, "OK"u8), out VendorResult success, out _).Should().Be(Truth.Yes);

        success.Outcome.Should().Be(VendorOutcome.Accepted);
        success.CodeName.Should().Be(Vendor.Dexatel.Classify(202, "OK").CodeName);
    }

    [Fact]
    public void ClassifyBeginning_Text_IsASuccessByTheStatus()
    {
        Classifier.ClassifyBeginning(Vendor.TalkdeskDialer.Catalog, new VendorResponse(200, "OK"u8), out VendorResult success, out _);

        success.Should().Be(Vendor.TalkdeskDialer.Classify(200, "OK"));
    }

    private static string Judge(int status, byte[] beginning)
    {
        Truth truth = Classifier.ClassifyBeginning(Vendor.TalkdeskDialer.Catalog, new VendorResponse(status, beginning), out _, out bool isWhole);
        return isWhole ? $"{truth}, whole" : truth.ToString();
    }
}
