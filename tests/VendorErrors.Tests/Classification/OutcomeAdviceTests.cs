using FluentAssertions;
using Xunit;

namespace VendorErrors.Tests.Classification;

/// <summary>What a person is told to do, where the category alone would tell it wrongly.</summary>
public class OutcomeAdviceTests
{
    [Theory]
    [InlineData(0, """{"errors":[]}""", "This answer does not say what happened; check its HTTP status.")]
    [InlineData(200, """{"code":99}""", "Look up the code in the vendor's documents and report it; the catalog does not list it.")]
    [InlineData(200, """{"errors":[{"code":99}]}""", "Look up the code in the vendor's documents and report it; the catalog does not list it.")]
    [InlineData(400, """{"code":4}""", "Nothing was done, so it may be sent again; if it persists, ask the vendor.")]
    [InlineData(500, "", "Retry where that is safe; if it persists, ask the vendor and give the correlation id.")]
    [InlineData(400, """{"code":1,]""", "Correct the syntax of the request.")]
    [InlineData(400, """{"errors":[{"status":400},{"status":500}]}""", "Correct the syntax of the request.")]
    [InlineData(200, """{"results":[{"state":"odd"},{"state":"sent"}]}""", "Check first what happened to the items that report neither; send again only those that failed.")]
    [InlineData(500, """{"code":1,]""", "Check what answered: a proxy, a login page, or a cut connection.")]
    [InlineData(400, """{"code":1}""", "Correct the fields or values that the vendor reports.")]
    [InlineData(429, """{"code":6}""", "Wait for the next period, or buy more volume.")]
    [InlineData(429, """{"code":6,"message":"Try again in 30 seconds."}""", "Wait until the quota resets, or buy more volume.")]
    [InlineData(429, """{"code":2}""", "Send more slowly.")]
    [InlineData(200, """{"code":0,"warned":true}""", "Read the warning; nothing needs to be sent again.")]
    [InlineData(200, """{"results":[{"state":"failed"},{"state":"sent"}]}""", "Send only the failed items again, never the whole request.")]
    [InlineData(200, """{"code":9}""", "Wait for the final outcome; do not send again.")]
    [InlineData(200, """{"code":0}""", null)]
    public void Advice_OfAnAnswer_FitsWhatHappened(int status, string body, string? advice) => (RuleVendor.Explain(status, body).Answer!.Advice?.Text).Should().Be(advice);
}
