using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>The id by which the vendor finds an answer again.</summary>
public class CorrelationReaderTests
{
    [Theory]
    [InlineData("\"Failed, request id: a-1_b.\"", "a-1_b")]
    [InlineData("\"Request ID=42\"", "42")]
    [InlineData("\"Failed (request id [#x9])\"", "x9")]
    [InlineData("\"Failed, request id:\"", null)]
    [InlineData("\"The request id is unknown\"", null)]
    [InlineData("\"Failed\"", null)]
    [InlineData("""["request id missing","request id 7"]""", "7")]
    public void CorrelationId_BehindAWordOfTheMessage_IsFound(string message, string? id) =>
        RuleVendor.Explain(400, $$"""{"code":1,"message":{{message}}}""").Answer!.CorrelationId.Should().Be(id);

    [Fact]
    public void CorrelationId_InMemberAndMessage_IsTheMember() =>
        RuleVendor.Explain(400, """{"code":1,"message":"request id 7","requestId":"r-1"}""").Answer!.CorrelationId.Should().Be("r-1");

    [Theory]
    [InlineData("request id 7")]
    [InlineData("""{"errors":["request id 7"]}""")]
    public void CorrelationId_WhereTheVendorPutsNone_IsNull(string body) => RuleVendor.Explain(400, body).Answer!.CorrelationId.Should().BeNull();
}
