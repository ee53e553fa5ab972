using System.Text;
using FluentAssertions;
using VendorErrors.Definitions;
using Xunit;

namespace VendorErrors.Tests.Events;

/// <summary>What an event means: its word first, its reason where that says more, and never more than both say.</summary>
public class EventReadingTests
{
    [Theory]
    [InlineData("RINGING", EventState.Ringing, false, VendorOutcome.Accepted)]
    [InlineData("DONE", EventState.Completed, true, VendorOutcome.Success)]
    [InlineData("done", EventState.Completed, true, VendorOutcome.Success)]
    [InlineData("NO ANSWER", EventState.NoAnswer, true, VendorOutcome.Failure)]
    [InlineData("no-answer", EventState.NoAnswer, true, VendorOutcome.Failure)]
    [InlineData("No_Answer", EventState.NoAnswer, true, VendorOutcome.Failure)]
    [InlineData("FAILED", EventState.Failed, true, VendorOutcome.Failure)]
    [InlineData("LIMBO", EventState.Unknown, true, VendorOutcome.Undetermined)]
    [InlineData("A new word", EventState.Unknown, false, VendorOutcome.Undetermined)]
    public void Read_AWord_SaysTheState(string word, EventState state, bool isFinal, VendorOutcome outcome)
    {
        VendorEvent read = AcmeEvents.Read($$"""{ "id": "c-1", "state": "{{word}}" }""");

        (read.State, read.IsFinal, read.Outcome, read.VendorState).Should().Be((state, isFinal, outcome, word));
    }

    // The word that it failed is refined; a word that says more is kept; nothing makes a bad end good, or an unknown word known.
    [Theory]
    [InlineData("FAILED", "busy", EventState.Busy, null)]
    [InlineData("FAILED", "full", EventState.Failed, ErrorCategory.ConcurrencyLimited)]
    [InlineData("FAILED", "7", EventState.Failed, ErrorCategory.InvalidDestination)]
    [InlineData("FAILED", "007", EventState.Failed, ErrorCategory.InvalidDestination)]
    [InlineData("FAILED", "450", EventState.Failed, ErrorCategory.PaymentRequired)]
    [InlineData("FAILED", "lost", EventState.Unknown, null)]
    [InlineData("FAILED", "fine", EventState.Failed, ErrorCategory.VendorUnspecified)]
    [InlineData("FAILED", "retrying", EventState.InProgress, null)]
    [InlineData("FAILED", "trying", EventState.Failed, ErrorCategory.VendorUnspecified)]
    [InlineData("FAILED", "new", EventState.Failed, ErrorCategory.Unrecognized)]
    [InlineData("FAILED-2", "new", EventState.Failed, ErrorCategory.Unrecognized)]
    [InlineData("NO ANSWER", "busy", EventState.NoAnswer, null)]
    [InlineData("NO ANSWER", "any", EventState.NoAnswer, null)]
    [InlineData("NO ANSWER", "new", EventState.NoAnswer, null)]
    [InlineData("NO ANSWER", "7", EventState.NoAnswer, null)]
    [InlineData("NO ANSWER", "full", EventState.NoAnswer, null)]
    [InlineData("DONE", "full", EventState.Completed, null)]
    [InlineData("DONE", "busy", EventState.Completed, null)]
    [InlineData("RINGING", "busy", EventState.Ringing, null)]
    [InlineData("A new word", "busy", EventState.Unknown, null)]
    [InlineData("A new word", "fine", EventState.Unknown, null)]
    public void Read_WordAndReason_MeetByTheRules(string word, string reason, EventState state, ErrorCategory? category)
    {
        VendorEvent read = AcmeEvents.Read($$"""{ "id": "c-1", "state": "{{word}}", "reason": "{{reason}}" }""");

        (read.State, read.Category, read.Code).Should().Be((state, category, reason));
    }

    [Theory]
    [InlineData("""{ "id": "c-1", "reason": "busy" }""", EventState.Busy, null)]
    [InlineData("""{ "id": "c-1", "reason": "fine" }""", EventState.Unknown, null)]
    [InlineData("""{ "id": "c-1", "state": "", "sip": 200 }""", EventState.Unknown, null)]
    [InlineData("""{ "id": "c-1", "state": ["DONE"], "reason": "busy" }""", EventState.Unknown, null)]
    [InlineData("""{ "id": "c-1", "state": { "DONE": 1 }, "sip": 200 }""", EventState.Unknown, null)]
    [InlineData("""{ "id": "c-1", "reason": "full" }""", EventState.Failed, ErrorCategory.ConcurrencyLimited)]
    [InlineData("""{ "id": "c-1", "reason": "new" }""", EventState.Unknown, null)]
    [InlineData("""{ "id": "c-1", "state": null, "reason": "busy" }""", EventState.Busy, null)]
    [InlineData("""{ "id": "c-1" }""", EventState.Unknown, null)]
    public void Read_NoWord_IsWhatTheReasonSays(string body, EventState state, ErrorCategory? category)
    {
        VendorEvent read = AcmeEvents.Read(body);

        (read.State, read.Category).Should().Be((state, category));
    }

    // Nothing of a wrong number is left where the line was busy: the person is not struck off.
    [Fact]
    public void Read_ALineThatWasBusy_IsCalledAgainLaterWhateverTheReason()
    {
        VendorEvent read = AcmeEvents.Read("""{ "id": "c-1", "state": "NO ANSWER", "reason": "7" }""");

        (read.NextAttempt, read.Effect, read.IsFinal, read.Code).Should().Be((NextAttempt.Later, Effect.Applied, true, "7"));
        read.Evidence.Should().Contain(evidence => evidence.Source == EvidenceSource.Code && evidence.Verdict == EvidenceVerdict.Noted);
    }

    [Fact]
    public void Read_AReasonThatContradictsTheWord_WinsNothing()
    {
        VendorEvent read = AcmeEvents.Read("""{ "id": "c-1", "state": "FAILED", "reason": "fine" }""");

        (read.State, read.IsFinal, read.Effect).Should().Be((EventState.Failed, true, Effect.Unknown));
        read.Evidence.Should().Contain(evidence => evidence.Source == EvidenceSource.Code && evidence.Verdict == EvidenceVerdict.Noted);
    }

    // A word that is new is a gap of ours, which the log has to show, also beside a code that is known.
    [Fact]
    public void Read_AWordInNoList_IsNotExact() => AcmeEvents.Read("""{ "id": "c-1", "state": "EXPLODED", "reason": "7" }""").Confidence.Should().Be(Confidence.Default);

    [Fact]
    public void Key_OfACutBody_IsNotThatOfTheWholeOne()
    {
        const string Whole = """{ "id": "c-1", "state": "DONE", "at": 1796032800 }""";

        AcmeEvents.Read(Whole[..^1]).Key.Should().NotBe(AcmeEvents.Read(Whole).Key);
    }

    [Fact]
    public void Read_TwoReasons_TakesTheFirstThatIsKnown()
    {
        VendorEvent read = AcmeEvents.Read("""{ "id": "c-1", "state": "FAILED", "reason": "new", "sip": 486 }""");

        (read.State, read.Code, read.CodeName, read.CodeCatalog).Should().Be((EventState.Busy, "486", "Busy Here", "sip"));
    }

    [Fact]
    public void Read_AReasonHeader_IsOfTheCatalogThatItNames()
    {
        VendorEvent read = AcmeEvents.Read("""{ "id": "c-1", "state": "FAILED" }""", ("reason", "Q.850;cause=34;text=\"No circuit\""));

        (read.Category, read.NextAttempt, read.Code, read.CodeCatalog).Should().Be((ErrorCategory.ConcurrencyLimited, NextAttempt.Soon, "34", "q850"));
    }

    [Theory]
    [InlineData("FAILED", "full", NextAttempt.Soon, 30, Effect.None, false)]
    [InlineData("FAILED", "7", NextAttempt.Never, null, Effect.None, null)]
    [InlineData("FAILED", "450", NextAttempt.AfterChange, null, Effect.None, null)]
    [InlineData("FAILED", "new", NextAttempt.Undetermined, null, Effect.Unknown, null)]
    [InlineData("FAILED", "retrying", NextAttempt.Undetermined, null, Effect.Applied, null)]
    [InlineData("FAILED", "lost", NextAttempt.Undetermined, null, Effect.Unknown, null)]
    [InlineData("NO ANSWER", "", NextAttempt.Later, null, Effect.Applied, null)]
    [InlineData("DONE", "", NextAttempt.NotNeeded, null, Effect.Applied, null)]
    [InlineData("DONE", "full", NextAttempt.NotNeeded, null, Effect.Applied, null)]
    [InlineData("RINGING", "", NextAttempt.Undetermined, null, Effect.Applied, null)]
    [InlineData("LIMBO", "full", NextAttempt.Undetermined, null, Effect.Unknown, null)]
    public void Read_AnEnd_SaysWhetherAnotherAttemptMayHelp(string word, string reason, NextAttempt next, int? seconds, Effect effect, bool? isBilled)
    {
        VendorEvent read = AcmeEvents.Read($$"""{ "id": "c-1", "state": "{{word}}", "reason": "{{reason}}" }""");

        (read.NextAttempt, read.NextAttemptDelay?.TotalSeconds, read.Effect, read.IsBilled).Should().Be((next, seconds, effect, isBilled));
    }

    [Theory]
    [InlineData("2", true)]
    [InlineData("0", false)]
    [InlineData("null", null)]
    public void Read_APrice_SaysWhetherItIsBilled(string price, bool? isBilled) => AcmeEvents.Read($$"""{ "id": "c-1", "state": "DONE", "price": {{price}} }""").IsBilled.Should().Be(isBilled);

    [Fact]
    public void Read_Ids_TieTheEventToItsRequest()
    {
        VendorEvent read = AcmeEvents.Read("""{ "id": "c-1", "event": "call.done", "event_id": 12, "parent": "c-0", "batch": "c-1", "ref": "order-7", "state": "DONE", "text": "Fine" }""");

        (read.SubjectId, read.Type, read.EventId, read.ClientReference, read.Message, read.Key).Should().Be(("c-1", "call.done", "12", "order-7", "Fine", "12|c-1|call.done|DONE||c-0"));
        read.RelatedIds.Should().Equal("c-0");
        new[] { "c-1", "c-0", "order-7" }.Should().OnlyContain(id => read.Concerns(id));
        new[] { null, string.Empty, "C-1", "12" }.Should().NotContain(id => read.Concerns(id));
    }

    [Theory]
    [InlineData("\"2026-11-30T10:00:00Z\"", "2026-11-30T10:00:00Z")]
    [InlineData("\"2026-11-30T11:00:00+01:00\"", "2026-11-30T10:00:00Z")]
    [InlineData("\"Mon, 30 Nov 2026 10:00:00 GMT\"", "2026-11-30T10:00:00Z")]
    [InlineData("\"Mon, 30 Nov 2026 10:00:00 +0000\"", "2026-11-30T10:00:00Z")]
    [InlineData("1796032800", "2026-11-30T10:00:00Z")]
    [InlineData("\"1796032800\"", "2026-11-30T10:00:00Z")]
    [InlineData("1796032800000", "2026-11-30T10:00:00Z")]
    [InlineData("1796032800000000", "2026-11-30T10:00:00Z")]
    [InlineData("1796032800000000000", "2026-11-30T10:00:00Z")]
    [InlineData("\"2026-11-30 10:00:00\"", null)]
    [InlineData("\"2026-11-30\"", null)]
    [InlineData("\"20261130100000\"", null)]
    [InlineData("1796032800.5", "2026-11-30T10:00:00Z")]
    [InlineData("\"10:30Z\"", null)]
    [InlineData("\"5 May 10:30Z\"", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("17", null)]
    [InlineData("1e300", null)]
    [InlineData("null", null)]
    public void Read_ATime_CountsWhereItsZoneIsKnown(string written, string? time) =>
        AcmeEvents.Read($$"""{ "id": "c-1", "state": "DONE", "at": {{written}} }""").OccurredAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture).Should().Be(time);

    [Theory]
    [InlineData("20261130100000", "2026-11-30T10:00:00Z")]
    [InlineData("261130100000", "2026-11-30T10:00:00Z")]
    [InlineData("2026-11-30 10:00:00", "2026-11-30T10:00:00Z")]
    [InlineData("2026/11/30 10:00:00", "2026-11-30T10:00:00Z")]
    [InlineData("2026-11-30T11:00:00+01:00", "2026-11-30T10:00:00Z")]
    [InlineData("20261399999999", null)]
    public void Read_ATimeWithoutAZone_IsUtcWhereTheShapeSaysSo(string written, string? time)
    {
        Vendor vendor = AcmeEvents.Vendor("""{ "name": "receipt", "when": { "has": "receipt" }, "kind": "message", "time": "receipt", "timeZone": "utc", "is": "delivered" }""");

        vendor.ReadEvent($$"""{ "receipt": "{{written}}" }""").OccurredAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture).Should().Be(time);
    }

    [Fact]
    public void Key_OfARepeatedDelivery_IsTheSame_AndOfTheNextStateAnother()
    {
        string[] keys =
        [
            AcmeEvents.Read("""{ "id": "c-1", "state": "RINGING", "at": 1796032800 }""").Key,
            AcmeEvents.Read("""{ "at": 1796032800, "id": "c-1", "state": "RINGING" }""").Key,
            AcmeEvents.Read("""{ "id": "c-1", "state": "DONE", "at": 1796032800 }""").Key,
            AcmeEvents.Read("""{ "id": "c-2", "state": "RINGING", "at": 1796032800 }""").Key,
            AcmeEvents.Read("""{ "event_id": "e", "id": "c-1", "state": "RINGING" }""").Key,
            AcmeEvents.Read("""{ "event_id": "e", "id": "c-1", "state": "DONE" }""").Key,
            AcmeEvents.Read("""{ "event_id": "e", "id": "c-2", "state": "DONE" }""").Key,
            AcmeEvents.Read("""{ "what": "is this" }""").Key,
            AcmeEvents.Read("""{ "what": "is that" }""").Key,
        ];

        keys.Should().OnlyContain(key => key.Length > 0);
        keys[0].Should().Be(keys[1]);
        keys.Skip(1).Should().OnlyHaveUniqueItems();
    }

    // Several recipients of one message have everything in common but the number, which no key may show.
    [Fact]
    public void Key_OfWhatTheShapeDistinguishes_DiffersAndHidesIt()
    {
        Vendor vendor = AcmeEvents.Vendor("""{ "name": "receipt", "when": { "has": "to" }, "kind": "message", "subject": "id", "distinct": "to", "state": "s", "states": { "ok": "delivered" } }""");
        string[] keys = [.. new[] { "+12025550123", "+12025550124", "+12025550123" }.Select(to => vendor.ReadEvent($$"""{ "id": "m-1", "s": "ok", "to": "{{to}}" }""").Key)];

        keys[0].Should().Be(keys[2]).And.NotBe(keys[1]).And.NotContain("555");
    }

    [Fact]
    public void ToString_OfAnEvent_HoldsNothingOfTheVendorsText()
    {
        VendorEvent read = AcmeEvents.Read("""{ "id": "+12025550123", "ref": "Jane", "state": "FAILED", "reason": "+12025550199", "text": "to Jane" }""");

        read.ToString().Should().StartWith("acme-voice call: failed, unrecognized").And.NotContainAny("555", "Jane");
    }

    [Fact]
    public void Read_TheVerdict_NamesWhatWonAndWhatDidNot()
    {
        string[] rules = [.. AcmeEvents.Read("""{ "id": "c-1", "state": "DONE", "reason": "busy", "id": "c-2" }""").Evidence.Select(evidence => evidence.ToString())];

        rules.Should().Contain(rule => rule.StartsWith("sub_field won: state: the word 'DONE'", StringComparison.Ordinal))
            .And.Contain(rule => rule.StartsWith("code noted: reason", StringComparison.Ordinal))
            .And.Contain(rule => rule.Contains("twice", StringComparison.Ordinal));
    }

    [Fact]
    public void Find_StatesInTheTable_AreThoseOfTheEnumeration()
    {
        EventStateTable.All.Select(facts => facts.State).Should().Equal(Enum.GetValues<EventState>());
        EventStateTable.All.Should().OnlyContain(facts => (facts.Outcome == VendorOutcome.Failure || facts.Category == null) && facts.IsFinal == (facts.Outcome == VendorOutcome.Failure || facts.Outcome == VendorOutcome.Success));
        Enum.GetValues<ErrorCategory>().Should().OnlyContain(category => EventStateTable.NextAttemptAfter(category) != NextAttempt.NotNeeded);
    }

    // Of all events that the packs carry: an event never says to send again, and says nothing of another attempt unless it is over and went wrong.
    [Fact]
    public void Read_EveryEventOfThePacks_NeverYieldsSendAgain()
    {
        VendorEvent[] all = [.. Vendor.All.SelectMany(vendor => vendor.ContentWithAnswers.EventSamples.SelectMany(sample => vendor.ReadEvents(Encoding.UTF8.GetBytes(sample.Body), AcmeEvents.Headers([.. sample.Headers.Select(header => (header.Key, header.Value))]))))];

        all.Should().HaveCountGreaterThan(400);
        all.Where(read => !read.IsFinal || read.Outcome != VendorOutcome.Failure).Should().OnlyContain(read => read.NextAttempt == NextAttempt.Undetermined || (read.NextAttempt == NextAttempt.NotNeeded && read.Outcome == VendorOutcome.Success));
    }

    [Theory]
    [InlineData("8x8-connect")]
    [InlineData("bandwidth")]
    [InlineData("dexatel")]
    [InlineData("dialnexa")]
    [InlineData("infobip")]
    [InlineData("plivo")]
    [InlineData("sinch")]
    [InlineData("talkdesk-dialer")]
    [InlineData("telnyx")]
    [InlineData("twilio")]
    [InlineData("vonage")]
    [InlineData("whatsapp")]
    [InlineData("yeastar-p-series")]
    public void Pack_OfATelephonyVendor_CarriesEventsAndNamesItsSignature(string id)
    {
        Vendor vendor = Vendor.Find(id)!;

        vendor.ContentWithAnswers.EventSamples.Should().HaveCountGreaterThanOrEqualTo(8);
        vendor.Events.Signature.Should().NotBeNull();
        vendor.Events.Shapes.Should().OnlyContain(shape => shape.Source != null);
    }

    [Fact]
    public void Vendor_DefinedInCode_ReadsEvents()
    {
        EventShape shape = new("call", EventKind.Call, Condition.Has("call")) { State = ["call"], States = [new EventRow("over", "over") { State = EventState.Completed }] };
        var acme = new Vendor("acme", "Acme", new VendorDefinition(), new VendorEventDefinition { Shapes = [shape] });

        acme.ReadEvent("""{ "call": "OVER" }""").State.Should().Be(EventState.Completed);
        acme.Invoking(_ => new Vendor("acme", "Acme", new VendorDefinition(), new VendorEventDefinition { Shapes = [shape, shape] })).Should().Throw<ArgumentException>().WithMessage("*'call'*");
    }
}
