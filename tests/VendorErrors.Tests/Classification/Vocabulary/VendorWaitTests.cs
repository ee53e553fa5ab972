using System.Globalization;
using FluentAssertions;
using VendorErrors.Classification.Waits;
using VendorErrors.Definitions;
using Xunit;
using static VendorErrors.ErrorCategory;

namespace VendorErrors.Tests.Classification.Vocabulary;

/// <summary>Waits in places and units that vendors have of their own.</summary>
public class VendorWaitTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(WaitUnit.Duration, "57.2s", 57_200)]
    [InlineData(WaitUnit.Duration, "3s", 3_000)]
    [InlineData(WaitUnit.Duration, "0.0001s", 1)]
    [InlineData(WaitUnit.Duration, "PT30S", 30_000)]
    [InlineData(WaitUnit.Duration, "pt1h1.5m2,25s", 3_692_250)]
    [InlineData(WaitUnit.Duration, "P1DT1S", 86_401_000)]
    [InlineData(WaitUnit.Duration, "P1W", 604_800_000)]
    [InlineData(WaitUnit.Duration, "00:01:00", 60_000)]
    [InlineData(WaitUnit.Duration, "1m30s", 90_000)]
    [InlineData(WaitUnit.Duration, "250ms", 250)]
    [InlineData(WaitUnit.Duration, "30", null)]
    [InlineData(WaitUnit.Duration, "-30s", null)]
    [InlineData(WaitUnit.Duration, "s", null)]
    [InlineData(WaitUnit.Duration, "P", null)]
    [InlineData(WaitUnit.Duration, "PT", null)]
    [InlineData(WaitUnit.Duration, "P1Y", null)]
    [InlineData(WaitUnit.Duration, "P1M", null)]
    [InlineData(WaitUnit.Duration, "PT1S1S", null)]
    [InlineData(WaitUnit.Duration, "PT1S1M", null)]
    [InlineData(WaitUnit.Duration, "PT1", null)]
    [InlineData(WaitUnit.Duration, "PTS", null)]
    [InlineData(WaitUnit.Duration, "PT1.2.3S", null)]
    [InlineData(WaitUnit.Duration, "PT9999999999999999999S", null)]
    [InlineData(WaitUnit.Duration, "", null)]
    [InlineData(WaitUnit.Minutes, "1.5", 90_000)]
    [InlineData(WaitUnit.Minutes, "-1", null)]
    [InlineData(WaitUnit.Minutes, "99999", null)]
    [InlineData(WaitUnit.Epoch, "1796032830", 30_000)]
    [InlineData(WaitUnit.Epoch, "1796032800.5", 500)]
    [InlineData(WaitUnit.Epoch, "30", null)]
    [InlineData(WaitUnit.Epoch, "1e99", null)]
    [InlineData(WaitUnit.Epoch, "-1", null)]
    [InlineData(WaitUnit.EpochMilliseconds, "1796032800250", 250)]
    [InlineData(WaitUnit.EpochMilliseconds, "1796032800", null)]
    [InlineData(WaitUnit.EpochMilliseconds, "99999999999999999999", null)]
    public void Read_Unit_IsTheWait(WaitUnit unit, string value, int? milliseconds) =>
        WaitValue.Read(value, unit, new AnswerClock(s_now)).Should().Be(milliseconds is { } wait ? TimeSpan.FromMilliseconds(wait) : null);

    [Theory]
    [InlineData("""{"details":[{"@type":"help"},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"57.2s"}]}""", 57_200)]
    [InlineData("""{"details":[{"@type":"help","retryDelay":"57.2s"}]}""", null)]
    public void Explain_WaitInAnEntryOfAList_IsPickedByTheCondition(string body, int? milliseconds)
    {
        WaitHint hint = WaitHint.BodyField(ValueSource.InList("details", Condition.Is("@type", "type.googleapis.com/google.rpc.RetryInfo"), "retryDelay"), WaitUnit.Duration);

        VendorResult result = Of(hint).Explain(429, body);

        result.Retry.MinimumWait?.TotalMilliseconds.Should().Be(milliseconds);
        (result.Retry.MinimumWait is null).Should().Be(milliseconds is null);
        result.Evidence.Any(seen => seen.Location == "details[].retryDelay").Should().Be(milliseconds is not null);
    }

    [Fact]
    public void Explain_PartOfAMember_IsAWaitToo() =>
        Of(WaitHint.BodyField(new ValueSource("details") { After = "until ", Before = " s" }, WaitUnit.Seconds)).Explain(429, """{"details":"closed until 12 s from now"}""")
            .Retry.MinimumWait.Should().Be(TimeSpan.FromSeconds(12));

    [Theory]
    [InlineData("""{"123":[{"type":"messaging","estimated_time_to_regain_access":3},{"estimated_time_to_regain_access":"7"}],"9":[{"Estimated_Time_To_Regain_Access":5}]}""", 7)]
    [InlineData("""{"123":[{"estimated_time_to_regain_access":0}]}""", null)]
    [InlineData("""{"123":[{"estimated_time_to_regain_access":-4}]}""", null)]
    [InlineData("""{"123":[{"estimated_time_to_regain_access":{"estimated_time_to_regain_access":2}}]}""", 2)]
    [InlineData("""[[{"estimated_time_to_regain_access":2}]]""", 2)]
    [InlineData("""{"123":[{"estimated_time_to_regain_access":2""", null)]
    [InlineData("""{"123":[{"call_count":7}]}""", null)]
    [InlineData("\"estimated_time_to_regain_access\"", null)]
    [InlineData("", null)]
    [InlineData("{", null)]
    public void Explain_WaitInJsonOfAHeader_IsTheGreatest(string value, int? minutes)
    {
        VendorResult result = Of(WaitHint.HeaderJson("X-Usage", "estimated_time_to_regain_access", WaitUnit.Minutes)).Explain(429, "{}", ("x-usage", value));

        result.Retry.MinimumWait.Should().Be(minutes is { } wait ? TimeSpan.FromMinutes(wait) : null);
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(5_000)]
    public void Explain_HostileJsonOfAHeader_IsBounded(int depth)
    {
        string value = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "{\"estimated_time_to_regain_access\":2}";

        Of(WaitHint.HeaderJson("X-Usage", "estimated_time_to_regain_access", WaitUnit.Minutes)).Explain(429, "{}", ("x-usage", value)).Retry.MinimumWait.Should().BeNull();
    }

    [Theory]
    [InlineData("Throughput Rate Exceeded - PLEASE WAIT [ 1500 ] and retry", 1_500)]
    [InlineData("please wait [250.5]", 251)]
    [InlineData("please wait [x] then please wait [7]", 7)]
    [InlineData("please wait [1500 more", null)]
    [InlineData("please wait [-3]", null)]
    [InlineData("please wait []", null)]
    [InlineData("please wait [99999999999999999999]", null)]
    [InlineData("please wait [1.]", null)]
    [InlineData("please wait [", null)]
    public void Explain_NumberBetweenTwoTextsOfAMessage_HasTheDeclaredUnit(string message, int? milliseconds)
    {
        Vendor vendor = new("acme", "Acme", new VendorDefinition
        {
            Envelopes = [new Envelope("own", Condition.Has("message")) { Message = ["message"] }],
            WaitHints = [WaitHint.Message("please wait [", "]", WaitUnit.Milliseconds)],
        });

        VendorResult result = vendor.Explain(429, $$"""{"message":"{{message}}"}""");

        result.Retry.MinimumWait.Should().Be(milliseconds is { } wait ? TimeSpan.FromMilliseconds(wait) : null);
        result.Retry.WaitSource.Should().Be(milliseconds is null ? WaitSource.None : WaitSource.MessageText);
        if (milliseconds is not null)
        {
            result.Evidence.Should().Contain(seen => seen.Source == EvidenceSource.Text && seen.Verdict == EvidenceVerdict.Won && seen.Value == message);
        }
    }

    [Fact]
    public void Explain_VendorsWaitOnAnErrorThatIsNoLimit_IsNotAboutIt() =>
        Of(WaitHint.BodyField("wait", WaitUnit.Seconds)).Explain(503, """{"wait":5}""").Retry.MinimumWait.Should().BeNull();

    [Fact]
    public void Read_Seconds_AreReadAsBefore() =>
        WaitValue.Read(s_now.AddSeconds(9).ToString("R", CultureInfo.InvariantCulture), WaitUnit.SecondsOrDate, new AnswerClock(s_now)).Should().Be(TimeSpan.FromSeconds(9));

    private static Vendor Of(WaitHint hint) => new("acme", "Acme", new VendorDefinition
    {
        Envelopes = [new Envelope("own", Condition.Has("details"))],
        Codes = [Acme.Section(new CodeRow("1", "Slow", RateLimited))],
        WaitHints = [hint],
    });
}
