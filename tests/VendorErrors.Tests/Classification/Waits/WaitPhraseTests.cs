using FluentAssertions;
using VendorErrors.Classification.Waits;
using Xunit;

namespace VendorErrors.Tests.Classification.Waits;

/// <summary>Sentences that ask for a wait, and sentences that only look so.</summary>
public class WaitPhraseTests
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
    [InlineData("try again in 30 seconds, or in 2 hours if it persists", 30)]
    [InlineData("Please wait one minute.", 60)]
    [InlineData("Code 7: try again in ONE hour", 3600)]
    [InlineData("Please wait one minute, then retry after 10s", 60)]
    [InlineData("Please wait one second, then retry after 10s", 10)]
    [InlineData("Please wait One Minute, or try again in 400 days", 60)]
    [InlineData("Please wait one minute before you start more than 10 calls at once", 60)]
    [InlineData("Please wait one minute, then start 10 calls, and one more of them at last", 60)]
    [InlineData("Please wait one minute then one more before you call", 60)]
    [InlineData("Please wait one minute, then retry after one second", 60)]
    [InlineData("Please wait one minute, then start 10 calls, one more call, and 20 texts at once", 60)]
    [InlineData("wait one h: none", 3600)]
    [InlineData("Only one call at a time: retry after 10s", 10)]
    [InlineData("Someone called; retry after 10s", 10)]
    [InlineData("Retry with API v1.2 in 30 seconds", 30)]
    [InlineData("try again in 1h30m", 5400)]
    [InlineData("try again in 1,800 seconds", 1800)]
    public void Find_SentenceThatAsksForAWait_IsRead(string sentence, double seconds)
    {
        WaitPhrase.Find(sentence.AsSpan(), out bool implausible).Should().Be(TimeSpan.FromSeconds(seconds));
        implausible.Should().BeFalse();
    }

    [Theory]
    [InlineData("Come again in 5 minutes", 300)]
    [InlineData("Try in 5 minutes", 300)]
    [InlineData("Quota reset in 10 seconds", 10)]
    [InlineData("Calls resume in 20 seconds", 20)]
    [InlineData("The service resumes in 20 seconds", 20)]
    [InlineData("The next call is possible in 20 seconds", 20)]
    [InlineData("The line is available in 20 seconds", 20)]
    [InlineData("Sending is permitted after 20 seconds", 20)]
    [InlineData("The next request is allowed in 20 seconds", 20)]
    [InlineData("Your quota is renewed in 2 hours", 7200)]
    [InlineData("Resend after 60 seconds", 60)]
    [InlineData("Resending works after 60 seconds", 60)]
    [InlineData("Please come back in 5 minutes", 300)]
    public void Find_EachWordThatInvites_IsKnown(string sentence, double seconds) =>
        WaitPhrase.Find(sentence.AsSpan(), out _).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("wait for 15 seconds")]
    [InlineData("wait at least 15 seconds")]
    [InlineData("wait about 15 seconds")]
    [InlineData("wait approximately 15 seconds")]
    [InlineData("wait for a 15 second pause")]
    [InlineData("wait another 15 seconds")]
    [InlineData("retry in 15 seconds")]
    [InlineData("retry after 15 seconds")]
    public void Find_EachWordThatAnnounces_IsKnown(string sentence) =>
        WaitPhrase.Find(sentence.AsSpan(), out _).Should().Be(TimeSpan.FromSeconds(15));

    [Theory]
    [InlineData("s", 1)]
    [InlineData("sec", 1)]
    [InlineData("secs", 1)]
    [InlineData("second", 1)]
    [InlineData("seconds", 1)]
    [InlineData("second(s)", 1)]
    [InlineData("ms", 0.001)]
    [InlineData("msec", 0.001)]
    [InlineData("millisecond", 0.001)]
    [InlineData("milliseconds", 0.001)]
    [InlineData("m", 60)]
    [InlineData("min", 60)]
    [InlineData("mins", 60)]
    [InlineData("minute", 60)]
    [InlineData("minute(s)", 60)]
    [InlineData("h", 3600)]
    [InlineData("hr", 3600)]
    [InlineData("hrs", 3600)]
    [InlineData("hour", 3600)]
    [InlineData("hours", 3600)]
    [InlineData("d", 86400)]
    [InlineData("day", 86400)]
    [InlineData("days", 86400)]
    public void Find_EachUnit_IsKnown(string unit, double seconds)
    {
        WaitPhrase.Find($"Please retry in 2 {unit}, not before.".AsSpan(), out _).Should().Be(TimeSpan.FromSeconds(2 * seconds));
        WaitPhrase.Find($"PLEASE RETRY IN 2{unit.ToUpperInvariant()}".AsSpan(), out _).Should().Be(TimeSpan.FromSeconds(2 * seconds));
    }

    [Theory]
    [InlineData("429 Too Many Requests, retry in 30 seconds", 30)]
    [InlineData("try again in ~30 seconds", 30)]
    [InlineData("Retry your request for this phone number in 30 seconds", 30)]
    [InlineData("try again in 1 minute (60 seconds)", 60)]
    [InlineData("try again in 1 minute(60 seconds)", 60)]
    [InlineData("try again in 1 minute(or 60 seconds)", 60)]
    [InlineData("try again in 1 minute(s) and 30 second(s)", 90)]
    [InlineData("try again in 1 minute 30", 60)]
    public void Find_WhatStandsAroundTheSpan_IsNoPartOfIt(string sentence, double seconds) =>
        WaitPhrase.Find(sentence.AsSpan(), out _).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("00:00:59", 59)]
    [InlineData("00:59:00", 3540)]
    [InlineData("00:00:05.000", 5)]
    [InlineData("00:00:05.001", 6)]
    [InlineData("00:06:46. Contact support.", 406)]
    [InlineData("000100:00:00", 360000)]
    public void Find_ClockText_IsRead(string clock, double seconds) =>
        WaitPhrase.Find($"Quota will be replenished in {clock}".AsSpan(), out _).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("00:00:60")]
    [InlineData("00:60:00")]
    [InlineData("0000001:00:00")]
    [InlineData("2.0000001:00:00")]
    [InlineData("00:06")]
    [InlineData("00:06:")]
    [InlineData("00:06: of the hour")]
    [InlineData("12:30:00Z")]
    [InlineData(":06:46")]
    [InlineData("5 second(s)more")]
    public void Find_WhatOnlyLooksLikeASpan_IsNull(string span)
    {
        WaitPhrase.Find($"Quota will be replenished in {span}".AsSpan(), out bool implausible).Should().BeNull();
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
    [InlineData("The timeout is 30 seconds")]
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
    [InlineData("Please wait one")]
    [InlineData("Please wait one moment")]
    [InlineData("Please retry: wait30s is no option")]
    [InlineData("Retry your request for this same phone number in 30 seconds")]
    [InlineData("Retry only 5 calls in 30 seconds")]
    [InlineData("5 calls in 30 seconds")]
    [InlineData("Retry one call in 30 seconds")]
    [InlineData("try again in 1.5")]
    [InlineData("try again in 1,8")]
    [InlineData("try again in 1,80")]
    [InlineData("try again in 1,8 hours")]
    [InlineData("try again in 1,80 hours")]
    [InlineData("try again in 1,8.5 hours")]
    [InlineData("try again in 7")]
    [InlineData("back off 7 seconds")]
    public void Find_SentenceThatAsksForNone_IsNull(string sentence)
    {
        WaitPhrase.Find(sentence.AsSpan(), out bool implausible).Should().BeNull();
        implausible.Should().BeFalse();
    }

    // A number behind "in" or "after" that is no wait: the length of a window, or of what has passed.
    [Theory]
    [InlineData("The request timed out after 30 seconds")]
    [InlineData("Limit of 100 requests in 60 seconds exceeded")]
    public void Find_PastOrWindow_IsNoWait(string sentence) => WaitPhrase.Find(sentence.AsSpan(), out _).Should().BeNull();

    [Theory]
    [InlineData("try again in 32 days")]
    [InlineData("try again in 999999999 seconds")]
    [InlineData("try again in 99999999999999999999999999999999 seconds")]
    [InlineData("try again in 99999999999999999999999999999999 days and 99999999999999999999999999999999 hours")]
    [InlineData("try again in 2678400001 milliseconds")]
    [InlineData("try again in 99999999999999999999999999999999.5 milliseconds")]
    [InlineData("try again in 99999999999999999999999999999999.5 days")]
    [InlineData("replenished in 40.00:00:00")]
    public void Find_ImplausibleWait_IsReportedAndNotReturned(string sentence)
    {
        WaitPhrase.Find(sentence.AsSpan(), out bool implausible).Should().BeNull();
        implausible.Should().BeTrue();
    }

    [Theory]
    [InlineData("try again in -5 seconds")]
    [InlineData("retry after:-5 seconds")]
    public void Find_NegativeWait_IsReportedAndNotReturned(string sentence)
    {
        WaitPhrase.Find(sentence.AsSpan(), out bool implausible).Should().BeNull();
        implausible.Should().BeTrue();
    }
}
