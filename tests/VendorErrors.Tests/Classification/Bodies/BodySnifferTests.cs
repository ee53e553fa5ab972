using System.Text;
using FluentAssertions;
using VendorErrors.Classification.Bodies;
using Xunit;

namespace VendorErrors.Tests.Classification.Bodies;

public class BodySnifferTests
{
    [Theory]
    [InlineData("", null, nameof(BodyKind.Empty))]
    [InlineData(" \r\n\t", null, nameof(BodyKind.Empty))]
    [InlineData("\uFEFF", null, nameof(BodyKind.Empty))]
    [InlineData("{}", null, nameof(BodyKind.Json))]
    [InlineData(" [", "text/html", nameof(BodyKind.Json))]
    [InlineData("\uFEFF {", null, nameof(BodyKind.Json))]
    [InlineData("/* c */ {}", null, nameof(BodyKind.Json))]
    [InlineData("null", "application/json; charset=utf-8", nameof(BodyKind.Json))]
    [InlineData("\"{}\"", "application/json", nameof(BodyKind.Json))]
    [InlineData("-1", "application/json", nameof(BodyKind.Json))]
    [InlineData("Unauthorized", "application/json", nameof(BodyKind.Text))]
    [InlineData("nullify", "application/json", nameof(BodyKind.Text))]
    [InlineData("true story", "application/json", nameof(BodyKind.Text))]
    [InlineData("cb({});", "application/javascript", nameof(BodyKind.Text))]
    [InlineData("\u001E{}", "application/json-seq", nameof(BodyKind.Json))]
    [InlineData("\u001B[31mfailed", null, nameof(BodyKind.Text))]
    [InlineData("RIFF\0\0", "application/octet-stream", nameof(BodyKind.Bytes))]
    [InlineData("RIFF\0\0", "application/json", nameof(BodyKind.UnsupportedEncoding))]
    [InlineData("%PDF-1.7", null, nameof(BodyKind.Bytes))]
    [InlineData("null", null, nameof(BodyKind.Text))]
    [InlineData("<!doctype HTML><html>", null, nameof(BodyKind.Html))]
    [InlineData("<html>", "application/json", nameof(BodyKind.Html))]
    [InlineData("<html", null, nameof(BodyKind.Html))]
    [InlineData("\f{}", null, nameof(BodyKind.Json))]
    [InlineData(" \f\f\uFEFF {}", null, nameof(BodyKind.Json))]
    [InlineData("<HEAD>", null, nameof(BodyKind.Html))]
    [InlineData("<!-- x --><html>", null, nameof(BodyKind.Html))]
    [InlineData("<?xml version=\"1.0\"?><Error/>", null, nameof(BodyKind.Xml))]
    [InlineData("<Error/>", null, nameof(BodyKind.Xml))]
    [InlineData("Please sign in", "text/html", nameof(BodyKind.Html))]
    [InlineData("Please sign in", "TEXT/HTML; charset=utf-8", nameof(BodyKind.Html))]
    [InlineData("Please sign in", null, nameof(BodyKind.Text))]
    [InlineData("Please sign in", "text/plain", nameof(BodyKind.Text))]
    public void Sniff_FirstBytes_Tell(string text, string? contentType, string kind)
    {
        ReadOnlySpan<byte> body = Encoding.UTF8.GetBytes(text);

        BodySniffer.Sniff(ref body, new VendorResponse(200, body) { ContentType = contentType }).ToString().Should().Be(kind);
    }

    [Theory]
    [InlineData(0xFF, 0xFE, nameof(BodyKind.UnsupportedEncoding))]
    [InlineData(0xFF, 'a', nameof(BodyKind.Text))]
    [InlineData('a', 0xFE, nameof(BodyKind.Text))]
    [InlineData(0xFE, 0xFF, nameof(BodyKind.UnsupportedEncoding))]
    [InlineData(0xFE, 'a', nameof(BodyKind.Text))]
    [InlineData('a', 0xFF, nameof(BodyKind.Text))]
    [InlineData(0x1F, 0x8B, nameof(BodyKind.UnsupportedEncoding))]
    [InlineData(0x1F, 'a', nameof(BodyKind.Bytes))]
    [InlineData('a', 0x8B, nameof(BodyKind.Text))]
    public void Sniff_FirstTwoBytes_TellAForeignEncodingTogether(int first, int second, string kind)
    {
        ReadOnlySpan<byte> body = [(byte)first, (byte)second, (byte)'a'];

        BodySniffer.Sniff(ref body, new VendorResponse(200, body)).ToString().Should().Be(kind);
    }

    [Fact]
    public void Sniff_ContentTypeGivenAndAmongTheHeaders_TheGivenOneCounts()
    {
        ReadOnlySpan<byte> body = "Please sign in"u8;
        VendorResponse response = new(200, body) { ContentType = "text/plain", Headers = [new("Content-Type", ["text/html"])] };

        BodySniffer.Sniff(ref body, response).Should().Be(BodyKind.Text);
    }

    [Fact]
    public void Sniff_ContentTypeHeaderWithoutAValue_TellsNothing()
    {
        ReadOnlySpan<byte> body = "Please sign in"u8;
        VendorResponse response = new(200, body) { Headers = [new("Content-Type", [])] };

        BodySniffer.Sniff(ref body, response).Should().Be(BodyKind.Text);
    }

    [Theory]
    [InlineData("Content-Type")]
    [InlineData("content-type")]
    public void Classify_ContentTypeAmongTheHeaders_CountsAsIfItWereGiven(string header)
    {
        VendorResponse among = new(200, "Please sign in"u8) { Headers = [new(header, ["text/html"])] };
        VendorResponse given = new(200, "Please sign in"u8) { ContentType = "text/html" };

        Vendor.TalkdeskDialer.Classify(given).Category.Should().Be(ErrorCategory.ProtocolViolation);
        Vendor.TalkdeskDialer.Classify(among).Category.Should().Be(ErrorCategory.ProtocolViolation);
    }
}
