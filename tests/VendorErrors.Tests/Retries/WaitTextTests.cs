using FluentAssertions;
using VendorErrors.Retries;
using Xunit;

namespace VendorErrors.Tests.Retries;

/// <summary>Sentences that ask for a wait, and sentences that only look so.</summary>
public class WaitTextTests
{
    [Theory]
    [InlineData("Rate limit exceeded. Please try again in 30 seconds.", 30)]
    [InlineData("Rate limit is exceeded. Try again in 57 seconds.", 57)]
    [InlineData("Rate limit is exceeded. Try again in 1 second.", 1)]
    [InlineData("Out of call volume quota. Quota will be replenished in 00:06:46.", 406)]
    [InlineData("Out of call volume quota. Quota will be replenished in 2.13:47:06.", 222426)]
    [InlineData("Out of call volume quota. Quota will be replenished in 21.06:09:16.", 1836556)]
    [InlineData("Out of bandwidth quota. Quota will be replenished in 2.12 days.", 183168)]
    [InlineData("API quota exceeded. Retry after 1 second(s)", 1)]
    [InlineData("Quota exceeded! Maximum 1800 calls per 1 second, try again in 1 second(s).", 1)]
    [InlineData("TRY AGAIN IN 30 SECONDS", 30)]
    [InlineData("Please wait 2 minutes.", 120)]
    [InlineData("Please wait at least 10 seconds before you try again.", 10)]
    [InlineData("Wait for another 15 sec", 15)]
    [InlineData("wait about 1 hour", 3600)]
    [InlineData("retry after 5s", 5)]
    [InlineData("retry after 1500 ms", 1.5)]
    [InlineData("retry after 1500ms.", 1.5)]
    [InlineData("try again in 1 minute and 30 seconds", 90)]
    [InlineData("try again in 1 hour, 2 minutes and 3 seconds", 3723)]
    [InlineData("try again in 1.5 minutes", 90)]
    [InlineData("Try again in 10 mins", 600)]
    [InlineData("try again after 3 hrs!", 10800)]
    [InlineData("Your limit resets in 1 day", 86400)]
    [InlineData("try again in 31 days", 2678400)]
    [InlineData("try again in 0 seconds", 0)]
    [InlineData("(retry after: 20 seconds)", 20)]
    [InlineData("Too many requests (limit 100 per minute): try again in\n45\nseconds", 45)]
    [InlineData("try again in 30 seconds, or in 2 hours if it lasts", 30)]
    [InlineData("Please wait one minute.", 60)]
    [InlineData("Code 7: try again in ONE hour", 3600)]
    [InlineData("Please wait one minute, then retry after 10s", 60)]
    [InlineData("Please wait one second, then retry after 10s", 10)]
    [InlineData("Please wait One Minute, or try again in 400 days", 60)]
    [InlineData("Only one call at a time: retry after 10s", 10)]
    [InlineData("Someone called; retry after 10s", 10)]
    [InlineData("Retry with API v1.2 in 30 seconds", 30)]
    [InlineData("try again in 1h30m", 5400)]
    [InlineData("try again in 1,800 seconds", 1800)]
    public void Find_SentenceThatAsksForAWait_IsRead(string sentence, double seconds)
    {
        WaitText.Find(sentence.AsSpan(), out bool implausible).Should().Be(TimeSpan.FromSeconds(seconds));
        implausible.Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Too Many Requests")]
    [InlineData("ThrottlerException: Too Many Requests")]
    [InlineData("threshold must be within 120 to 300 seconds")]
    [InlineData("'data.ttl_in_seconds' must be between 60 and 3600 seconds")]
    [InlineData("Maximum 1800 calls per 1 second")]
    [InlineData("Rate limit of 10 calls per 1 minute exceeded")]
    [InlineData("Allowed: 1 call every 5 seconds")]
    [InlineData("Too many requests in the last 60 seconds")]
    [InlineData("try again in 30")]
    [InlineData("try again in a moment")]
    [InlineData("Try again later.")]
    [InlineData("try again in 4 weeks")]
    [InlineData("try again at 12:30:00")]
    [InlineData("The time-out is 30 seconds")]
    [InlineData("00:06:46")]
    [InlineData("30 seconds")]
    [InlineData("The session was closed 5 minutes ago")]
    [InlineData("Agent 1001 in campaign 30 has no skill")]
    [InlineData("Error in 2 fields")]
    [InlineData("try again in 30 pieces")]
    [InlineData("try again in 30.5.2 seconds")]
    [InlineData("try again in 1:2:3:4")]
    [InlineData("try again in 00:99:00")]
    [InlineData("try again in ３０ seconds")]
    [InlineData("in in in after wait")]
    [InlineData("The route will be unavailable in 5 minutes")]
    [InlineData("Wrong country in 30 days of entry in 2 hours")]
    [InlineData("Please wait; everyone waits one")]
    public void Find_SentenceThatAsksForNone_IsNull(string sentence)
    {
        WaitText.Find(sentence.AsSpan(), out bool implausible).Should().BeNull();
        implausible.Should().BeFalse();
    }

    // A number behind "in" or "after" that is no wait: the length of a window, or of what has passed.
    [Theory]
    [InlineData("The request timed out after 30 seconds")]
    [InlineData("Limit of 100 requests in 60 seconds exceeded")]
    public void Find_PastOrWindow_IsNoWait(string sentence) => WaitText.Find(sentence.AsSpan(), out _).Should().BeNull();

    [Theory]
    [InlineData("try again in 32 days")]
    [InlineData("try again in 999999999 seconds")]
    [InlineData("try again in 99999999999999999999999999999999 seconds")]
    [InlineData("replenished in 40.00:00:00")]
    public void Find_ImplausibleWait_IsReportedAndNotReturned(string sentence)
    {
        WaitText.Find(sentence.AsSpan(), out bool implausible).Should().BeNull();
        implausible.Should().BeTrue();
    }

    [Fact]
    public void Find_NegativeWait_IsNotReturned() => WaitText.Find("try again in -5 seconds".AsSpan(), out _).Should().BeNull();
}
