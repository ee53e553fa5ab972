using System.Text;
using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Docs;

/// <summary>What docs/direct-use.md says of its snippets.</summary>
public class DirectUseTests
{
    public static TheoryData<string, string> NothingKnown => [.. Vendor.All.SelectMany(vendor => new[] { """{"foo":1}""", string.Empty }, (vendor, body) => (vendor.Id, body))];

    [Theory]
    [MemberData(nameof(NothingKnown))]
    public void Classify_WebhookWithoutAKnownEnvelope_IsUnrecognized(string vendorId, string body)
    {
        VendorResult result = Vendor.Find(vendorId)!.Classify(0, body);

        result.Outcome.Should().Be(VendorOutcome.Failure);
        result.Category.Should().Be(ErrorCategory.Unrecognized);
    }

    [Theory]
    [InlineData("""{"umid":"u","status":{"code":"QUEUED"}}""", "done")]
    [InlineData("""{"sessionStatus":"NOT_CREATED","statusCode":-1002,"statusMessage":"m"}""", "failed: ValidationFailed")]
    [InlineData("""{"rejectedCount":1,"acceptedCount":1,"messages":[{"umid":"u","clientMessageId":"c","status":{"state":"rejected","errorCode":1}}]}""", "failed items: c")]
    [InlineData("""{"sessionStatus":"CREATED","statusCode":-7,"statusMessage":"m"}""", "not known: look at it")]
    [InlineData("""{"foo":1}""", "not known: look at it")]
    [InlineData("", "not known: look at it")]
    public void Webhook_AsPrinted_TellsWhatBecameOfIt(string body, string answer) => DirectUseSnippets.Webhook(Encoding.UTF8.GetBytes(body)).Should().Be(answer);
}
