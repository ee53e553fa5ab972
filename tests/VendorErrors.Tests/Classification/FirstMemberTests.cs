using System.Text;
using FluentAssertions;
using VendorErrors.Classification;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>Which first bytes tell a plain success, so that nothing else of a body need be looked at.</summary>
public class FirstMemberTests
{
    [Theory]
    [InlineData("code", """{"code":0,""", "0")]
    [InlineData("code", """{"code":10,"a":1}""", "10")]
    [InlineData("code", """{"code": 10, "a": 1}""", "10")]
    [InlineData("code-first", """{"code":0,""", "0")]
    [InlineData("operation-last", """{"code":0,""", "0")]
    [InlineData("proof-of-0", """{"code":10,""", "10")]
    [InlineData("http-status", """{"code":200,""", "200")]
    [InlineData("other-space", """{"code":5,""", "5")]
    [InlineData("warning-by-code", """{"code":0,""", "0")]
    [InlineData("warning-by-code", """{"code":10,""", "10")]
    [InlineData("odd-numbers", """{"code":95,""", "95")]
    [InlineData("odd-numbers", """{"code":123456789012345678,""", "123456789012345678")]
    [InlineData("operation-first", """{"code":0,""", "0")]
    [InlineData("deep-code", """{"state":{"code":0},""", "0")]
    [InlineData("odd-numbers", """{"code":-4,""", "-4")]
    [InlineData("odd-numbers", """{"code":1234567890123456789,""", "1234567890123456789")]
    [InlineData("code", """{"code":  0,""", "0")]
    public void ClassifyBeginning_CodeThatSettlesIt_IsEnough(string vendor, string beginning, string code)
    {
        byte[] body = Encoding.UTF8.GetBytes(beginning);

        Beginning(vendor, 200, body, out VendorResult success).Should().Be(Truth.Yes);
        success.Code.Should().Be(code);
        Beginning(vendor, 500, body, out _).Should().Be(Truth.No, "a body alone makes no success");
    }

    [Theory]
    [InlineData("code", "", "nothing is there yet")]
    [InlineData("code", """{"code":0""", "another digit may follow")]
    [InlineData("code", """{"code":9,""", "it is a failure")]
    [InlineData("code", """{"mode":0,""", "it is another member")]
    [InlineData("code-first", """{"error":0,""", "the code may follow, and counts for more")]
    [InlineData("error-first", """{"code":0,""", "an envelope in front may match")]
    [InlineData("unless-error", """{"code":0,""", "the envelope may not match")]
    [InlineData("warning", """{"code":0,""", "a warning may follow")]
    [InlineData("odd-numbers", """{"code":+3,""", "no JSON number has this sign")]
    [InlineData("odd-numbers", """{"code":07,""", "no JSON number has a leading zero")]
    [InlineData("failures-only", """{"code":0,""", "the HTTP status tells it, at the end")]
    [InlineData("proof", """{"code":0,""", "a proof may follow")]
    [InlineData("proof-of-0", """{"code":0,""", "a proof may follow")]
    [InlineData("deep-proof", """{"code":0,""", "a proof may follow")]
    [InlineData("http-status", """{"code":0,""", "it is no HTTP status")]
    [InlineData("other-space", """{"code":0,""", "it is a success in another space")]
    [InlineData("code", """{"code":5,""", "it is a success in another space")]
    [InlineData("deep-code", """{"state.code":0,""", "it is the name of a member of the outermost object")]
    [InlineData("list-code", """{"states[]":0,""", "it is the name of a member of the outermost object")]
    [InlineData("code", """{"code":200,""", "it is no code of the vendor's own")]
    public void ClassifyBeginning_MemberThatDoesNotSettleIt_IsNotEnough(string vendor, string beginning, string because)
    {
        byte[] body = Encoding.UTF8.GetBytes(beginning);

        Beginning(vendor, 200, body, out _).Should().NotBe(Truth.Yes, because);
    }

    private static Truth Beginning(string vendor, int status, byte[] body, out VendorResult success) =>
        Classifier.ClassifyBeginning(SuccessVendors.Find(vendor).Catalog, new VendorResponse(status, body), out success, out _);
}
