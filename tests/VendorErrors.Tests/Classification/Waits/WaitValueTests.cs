using System.Globalization;
using FluentAssertions;
using VendorErrors.Classification.Waits;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Classification.Waits;

public class WaitValueTests
{
    private static readonly DateTimeOffset s_now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData(" 120 ", 120)]
    [InlineData("0", 0)]
    [InlineData("1.5", 1.5)]
    [InlineData("2678400", 2678400)]
    [InlineData("Wed, 01 Jul 2026 12:01:30 GMT", 90)]
    [InlineData("Wed, 01 Jul 2026 12:00:00 GMT", 0)]
    public void Read_RetryAfter_IsSecondsOrDate(string value, double seconds) =>
        WaitValue.Read(value, WaitUnit.SecondsOrDate, new AnswerClock(s_now)).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("-0.5")]
    [InlineData("2678401")]
    [InlineData("99999999999999999999999")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("1e3")]
    [InlineData("30 seconds")]
    [InlineData("Wed, 01 Jul 2026 11:59:59 GMT")]
    [InlineData("Sun, 01 Nov 2026 12:00:00 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public void Read_ImplausibleRetryAfter_IsNull(string value) =>
        WaitValue.Read(value, WaitUnit.SecondsOrDate, new AnswerClock(s_now)).Should().BeNull();

    [Fact]
    public void Read_FractionOfAMillisecond_IsRoundedUp()
    {
        WaitValue.Read("0.0001", WaitUnit.Seconds, new AnswerClock(s_now)).Should().Be(TimeSpan.FromMilliseconds(1));
        WaitValue.Read("1.0001", WaitUnit.Seconds, new AnswerClock(s_now)).Should().Be(TimeSpan.FromMilliseconds(1001));
    }

    [Fact]
    public void Read_Epoch_IsTheTimeUntilThen()
    {
        string epoch = s_now.AddSeconds(42).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        WaitValue.Read(epoch, WaitUnit.SecondsOrEpoch, new AnswerClock(s_now)).Should().Be(TimeSpan.FromSeconds(42));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(60 * 60 * 24 * 32)]
    public void Read_EpochPastOrTooFar_IsNull(int seconds)
    {
        string epoch = s_now.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        WaitValue.Read(epoch, WaitUnit.SecondsOrEpoch, new AnswerClock(s_now)).Should().BeNull();
    }

    [Theory]
    [InlineData("59", 59)]
    [InlineData("0", 0)]
    public void Read_SmallNumberWhereAnEpochMayStand_IsSecondsLeft(string value, double seconds) =>
        WaitValue.Read(value, WaitUnit.SecondsOrEpoch, new AnswerClock(s_now)).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("1000000000")]
    [InlineData("999999999")]
    [InlineData("9999999999999")]
    [InlineData("99999999999999999999")]
    public void Read_NeitherEpochNorSeconds_IsNull(string value) =>
        WaitValue.Read(value, WaitUnit.SecondsOrEpoch, new AnswerClock(s_now)).Should().BeNull();

    // From 10^9 on it is a Unix time; less is a span, and one near that too long.
    [Theory]
    [InlineData("999999999", null)]
    [InlineData("1000000000", 10)]
    [InlineData("1000000001", 11)]
    public void Read_NumberFromTheThresholdOn_IsAnEpoch(string value, int? seconds) =>
        WaitValue.Read(value, WaitUnit.SecondsOrEpoch, new AnswerClock(DateTimeOffset.FromUnixTimeSeconds(999_999_990))).Should().Be(seconds is { } left ? TimeSpan.FromSeconds(left) : null);

    [Theory]
    [InlineData("1500", 1500)]
    [InlineData("1500.5", 1501)]
    public void Read_Milliseconds_AreRoundedUp(string value, int milliseconds) =>
        WaitValue.Read(value, WaitUnit.Milliseconds, new AnswerClock(s_now)).Should().Be(TimeSpan.FromMilliseconds(milliseconds));

    [Theory]
    [InlineData("2026-07-01T12:00:30Z", 30)]
    [InlineData("2026-07-01T12:00:30.25Z", 30.25)]
    [InlineData("2026-07-01T14:00:30+02:00", 30)]
    [InlineData("2026-07-01T12:00:30", 30)]
    public void Read_IsoDate_IsTheTimeUntilThen(string value, double seconds) =>
        WaitValue.Read(value, WaitUnit.Date, new AnswerClock(s_now)).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("Wed, 01 Jul 2026 12:00:30 GMT")]
    [InlineData("Wed, 01 Jul 2026 14:00:30 +02:00")]
    [InlineData("Wednesday, 01-Jul-26 12:00:30 GMT")]
    [InlineData("Wed Jul  1 12:00:30 2026")]
    [InlineData("2026-07-01T12:00:30Z")]
    [InlineData("2026-07-01 12:00:30Z")]
    public void Read_EachFormOfADate_IsTheTimeUntilThen(string value) =>
        WaitValue.Read(value, WaitUnit.Date, new AnswerClock(s_now)).Should().Be(TimeSpan.FromSeconds(30));

    [Theory]
    [InlineData("2026-07-01T11:00:00Z")]
    [InlineData("30")]
    [InlineData("not a date")]
    [InlineData("")]
    public void Read_NoFutureDate_IsNull(string value) => WaitValue.Read(value, WaitUnit.Date, new AnswerClock(s_now)).Should().BeNull();

    // Such a value could only be read against the date of the machine's own clock; the pure functions know no clock but the injected one.
    [Fact]
    public void Read_TimeOfDayWithoutADate_IsGarbage()
    {
        var today = new DateTimeOffset(DateTimeOffset.UtcNow.Date, TimeSpan.Zero);

        WaitValue.Read("23:59:59", WaitUnit.SecondsOrDate, new AnswerClock(today.AddHours(1))).Should().BeNull();
    }
}
