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
}
