using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VendorErrors.Testing.Conformance;

namespace VendorErrors.Http.Tests.Events;

/// <summary>What is read later is counted and logged, with nothing of the vendor's text.</summary>
public class VendorEventReaderTests
{
    private const string Failed =
        """{"eventType":"SESSION_SUMMARY","payload":{"sessionId":"+442071838750","sessionStatus":"ERROR","clientRequestId":"jo@example.com","errorDetails":{"errorCode":-2010,"errorMsg":"Mr Smith"}}}""";

    private readonly FakeLogger _logger = new();

    [Fact]
    public void Read_IsWhatTheVendorReads()
    {
        VendorEvent read = new VendorEventReader(_logger).Read(Vendor.EightByEightConnect, Encoding.UTF8.GetBytes(Failed)).Should().ContainSingle().Which;

        (read.State, read.Category, read.NextAttempt).Should().Be((EventState.Failed, ErrorCategory.ConcurrencyLimited, NextAttempt.Soon));
    }

    [Fact]
    public void Headers_Count()
    {
        VendorEvent read = new VendorEventReader(_logger).Read(
            Vendor.Find("twilio")!, "MessageSid=SM1&MessageStatus=sent"u8, [new("I-Twilio-Idempotency-Token", ["token-1"]), new("Content-Type", ["application/x-www-form-urlencoded"])]).Single();

        read.EventId.Should().Be("token-1");
    }

    [Fact]
    public void Events_AreCounted_WithFewTags()
    {
        Vendor vendor = Called("events-counted");
        var reader = new VendorEventReader();
        using var seen = new SeenTelemetry();

        reader.Read(vendor, Encoding.UTF8.GetBytes(Failed));
        reader.Read(vendor, """{"eventType":"SESSION_SUMMARY","payload":{"sessionId":"1","sessionStatus":"COMPLETED"}}"""u8);
        reader.Read(vendor, """{"eventType":"SESSION_SUMMARY","payload":{"sessionId":"1","sessionStatus":"+442071838750"}}"""u8);
        reader.Read(vendor, "hello"u8);

        seen.MeasurementsOf(vendor.Id).Should().BeEquivalentTo(
            "vendor_errors.events error.type=concurrency_limited final=True kind=session state=failed",
            "vendor_errors.events final=True kind=session state=completed",
            "vendor_errors.events final=False kind=session state=unknown",
            "vendor_errors.events final=False kind=unknown state=unknown");
    }

    [Fact]
    public void SeveralOfOneBody_AreCountedEach()
    {
        Vendor vendor = Called("events-several");
        using var seen = new SeenTelemetry();

        IReadOnlyList<VendorEvent> events = new VendorEventReader().Read(vendor, """{"data":[{"umid":"1","status":{"state":"delivered"}},{"umid":"2","status":{"state":"delivered"}}]}"""u8);

        seen.MeasurementsOf(vendor.Id).Should().HaveCount(events.Count).And.HaveCount(2);
    }

    [Theory]
    [InlineData("", "the body is empty")]
    [InlineData("hello", "the body is no JSON, no form and no XML")]
    [InlineData("""{"hello":"+442071838750"}""", "no shape of the events of 8x8 Connect takes this body")]
    [InlineData("""{"eventType":"SESSION_SUMMARY","payload":{"sessionId":"1","sessionStatus":"+442071838750"}}""", "the shape 'voice session summary' has no such word, so the state is unknown")]
    [InlineData("""{"eventType":"SESSION_SUMMARY","payload":{"sessionId":"1","sessionStatus":"COMPLETED" """, "the body is cut or malformed, so the state is unknown")]
    public void AnUnknownOne_IsLoggedAloud_AndSaysWhy(string body, string why)
    {
        new VendorEventReader(_logger).Read(Vendor.EightByEightConnect, Encoding.UTF8.GetBytes(body));

        FakeLogRecord line = _logger.Collector.GetSnapshot().Should().ContainSingle().Which;
        (line.Id.Id, line.Level).Should().Be((33, LogLevel.Warning));
        line.Message.Should().StartWith("8x8-connect: an event of the kind ").And.EndWith($"has an unknown state: {why}");
    }

    [Fact]
    public void OfWhichTheVendorSaysThatNobodyKnows_IsNoGapOfTheCatalog()
    {
        new VendorEventReader(_logger).Read(
            Vendor.EightByEightConnect, """{"eventType":"outbound_message_status_changed","namespace":"SMS","payload":{"umid":"1","status":{"state":"undelivered","errorCode":56}}}"""u8).Single().State.Should().Be(EventState.Unknown);

        _logger.Collector.GetSnapshot().Should().OnlyContain(line => line.Level == LogLevel.Debug);
    }

    [Fact]
    public void AKnownOne_IsLoggedForDebugging()
    {
        new VendorEventReader(_logger).Read(Vendor.EightByEightConnect, Encoding.UTF8.GetBytes(Failed));

        _logger.Lines.Should().Equal((34, "8x8-connect: session is failed, error concurrency_limited, another attempt soon"));
        _logger.Collector.GetSnapshot().Single().Level.Should().Be(LogLevel.Debug);
    }

    [Fact]
    public void Lines_HoldNothingOfTheVendorsText()
    {
        var reader = new VendorEventReader(_logger);
        foreach (CapturedEvent captured in Vendor.All.SelectMany(CapturedEvent.Of))
        {
            foreach (VendorEvent read in Vendor.All.Where(vendor => vendor.Events.Shapes.Count > 0).SelectMany(vendor => reader.Read(vendor, Encoding.UTF8.GetBytes(captured.Body))))
            {
                string line = _logger.LatestRecord.Message;
                string?[] theirs = [read.SubjectId, read.EventId, read.ClientReference, .. read.RelatedIds];
                theirs.OfType<string>().Where(text => text.Length > 8 && line.Contains(text, StringComparison.Ordinal)).Should().BeEmpty();
                line.Should().NotContainAny("1202555", "+1", "@", "\n");
            }
        }
    }

    [Fact]
    public void AContainer_HasOne_ThatLogsAsItSays()
    {
        using ServiceProvider provider = new ServiceCollection().AddLogging(logging => logging.AddFakeLogging()).AddVendorEventReader().AddVendorEventReader().BuildServiceProvider();
        VendorEventReader reader = provider.GetRequiredService<VendorEventReader>();

        reader.Read(Vendor.Dexatel, "hello"u8);

        provider.GetServices<VendorEventReader>().Should().ContainSingle().Which.Should().BeSameAs(reader);
        provider.GetFakeLogCollector().GetSnapshot().Should().ContainSingle(line => line.Category == "VendorErrors" && line.Id.Id == 33);
    }

    [Fact]
    public void WithoutLogging_ItReads()
    {
        using ServiceProvider provider = new ServiceCollection().AddVendorEventReader().BuildServiceProvider();

        provider.GetRequiredService<VendorEventReader>().Read(Vendor.Dexatel, default).Should().ContainSingle();
    }

    private static Vendor Called(string id) => new(id, id, Vendor.EightByEightConnect.Definition, Vendor.EightByEightConnect.Events);
}
