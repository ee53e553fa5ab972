using EventReceiverSample;
using VendorErrors.Testing.Conformance;

namespace VendorErrors.Http.Tests.Events;

/// <summary>The sample that ties events to calls: its story, and its rules one by one.</summary>
public class EventReceiverTests
{
    private const string Session = "session-1";

    private readonly CallTracker _tracker = new();
    private readonly TrackedCall _call;

    public EventReceiverTests()
    {
        _call = _tracker.Begin(Vendor.EightByEightConnect, "customer-42/1");
        _tracker.Know(_call, Session);
    }

    [Trait("Category", "Slow")]
    [Fact]
    public async Task Story_ATrunkThatIsFull_LeadsToOneNewCall()
    {
        using var output = new StringWriter { NewLine = "\n" };

        int exitCode = await Sample.RunAsync(output);

        output.ToString().Should().Be(
            """
            customer-42/1: accepted
            customer-42/1: Session Failed, ConcurrencyLimited: Ended
            customer-42: another attempt may help Soon; a new call in 60 s
            customer-42/2: accepted
            an event: Session Failed, ConcurrencyLimited: Repeated
            customer-42/2: Session Completed: Ended
            customer-42: done, another attempt is NotNeeded
            customer-42/2: Call Answered: OfALeg
            an event: Unknown Unknown: ForAPerson
            the webhook answered HTTP 202, and HTTP 401 to what was not the vendor's
            8x8 was asked 2 times, and called 1 time

            """.ReplaceLineEndings("\n"));
        exitCode.Should().Be(0, "the customer was called once");
    }

    [Fact]
    public void DeliveredTwice_CountsOnce()
    {
        VendorEvent busy = Summary("BUSY", "10:00:00");

        _tracker.Take(busy).Change.Should().Be(Change.Ended);
        _tracker.Take(Summary("BUSY", "10:00:00")).Change.Should().Be(Change.Repeated);
        _call.Last.Should().BeSameAs(busy);
    }

    [Fact]
    public void AStep_UndoesNoEnd_WheneverItComes()
    {
        _tracker.Take(Leg("CALL_DISCONNECTED", "10:00:00")).Change.Should().Be(Change.Ended);

        _tracker.Take(Leg("CALL_CONNECTED", "09:59:00")).Change.Should().Be(Change.Outdated);
        _tracker.Take(Leg("CALL_CONNECTED", "10:01:00")).Change.Should().Be(Change.Outdated);
        _call.Last!.State.Should().Be(EventState.Completed);
    }

    [Fact]
    public void AnEnd_Counts_WhateverItsTime()
    {
        _tracker.Take(Leg("CALL_CONNECTED", "10:00:00")).Change.Should().Be(Change.Moved);

        _tracker.Take(Leg("CALL_DISCONNECTED", "09:00:00")).Change.Should().Be(Change.Ended);
    }

    [Fact]
    public void OfTwoSteps_TheLaterOneCounts()
    {
        _tracker.Take(Leg("CALL_CONNECTED", "10:00:05")).Change.Should().Be(Change.Moved);

        _tracker.Take(Leg("CALL_INITIATED", "10:00:00")).Change.Should().Be(Change.Outdated);
        _call.Last!.State.Should().Be(EventState.Answered);
    }

    [Theory]
    [InlineData("COMPLETED", "10:00:00", "FAILED", "09:59:00", EventState.Completed)]
    [InlineData("COMPLETED", "10:00:00", "FAILED", "10:01:00", EventState.Completed)]
    [InlineData("FAILED", "10:00:00", "COMPLETED", "10:01:00", EventState.Completed)]
    [InlineData("FAILED", "10:00:00", "COMPLETED", "09:59:00", EventState.Completed)]
    [InlineData("FAILED", "10:00:00", "BUSY", "10:01:00", EventState.Busy)]
    [InlineData("FAILED", "10:00:00", "BUSY", "09:59:00", EventState.Failed)]
    [InlineData("COMPLETED", "10:00:00", "FAILED", "10:00:00", EventState.Completed)]
    [InlineData("COMPLETED", null, "FAILED", "10:01:00", EventState.Completed)]
    [InlineData("FAILED", null, "COMPLETED", "09:59:00", EventState.Completed)]
    [InlineData("FAILED", "10:00:00", "BUSY", null, EventState.Failed)]
    public void OfTwoEnds_TheGoodOneCounts_AndOfTwoBadOnesTheLater(string first, string? firstAt, string second, string? secondAt, EventState expected)
    {
        _tracker.Take(Summary(first, firstAt));
        _tracker.Take(Summary(second, secondAt));

        _call.Last!.State.Should().Be(expected);
    }

    // What is next is decided once: a second end moves the call, and nobody is called for it again.
    [Fact]
    public void ASecondEnd_DecidesNothing()
    {
        _tracker.Take(Summary("FAILED", "10:00:00")).Change.Should().Be(Change.Ended);
        _tracker.Take(Summary("BUSY", "10:01:00")).Change.Should().Be(Change.Moved);
    }

    [Fact]
    public void AnUnknownEvent_ChangesNothing_AndIsKept()
    {
        _tracker.Take(Summary("BUSY", "10:00:00"));
        VendorEvent unknown = Summary("SOMETHING_NEW", "10:01:00");

        _tracker.Take(unknown).Change.Should().Be(Change.ForAPerson);

        _call.Last!.State.Should().Be(EventState.Busy);
        _tracker.ForAPerson.Should().Equal(unknown);
    }

    [Fact]
    public void AnEventBeforeTheAnswer_CountsOnceTheIdIsKnown()
    {
        TrackedCall second = _tracker.Begin(Vendor.EightByEightConnect, "customer-42/2");
        VendorEvent early = Summary("COMPLETED", "10:00:00", session: "session-2");

        _tracker.Take(early).Change.Should().Be(Change.Early);
        IReadOnlyList<TakenEvent> due = _tracker.Know(second, "session-2");

        due.Should().ContainSingle().Which.Should().Be(new TakenEvent(early, Change.Ended, second));
        _tracker.Take(Summary("COMPLETED", "10:00:00", session: "session-2")).Change.Should().Be(Change.Repeated);
    }

    [Fact]
    public void ALostAnswer_IsMadeUpForByTheCallersReference() =>
        _tracker.Take(Vendor.EightByEightConnect.ReadEvent("""{"eventType":"SESSION_SUMMARY","payload":{"sessionId":"never-seen","sessionStatus":"BUSY","clientRequestId":"customer-42/1"}}"""))
            .Should().BeEquivalentTo(new { Change = Change.Ended, Call = _call });

    [Fact]
    public void AnotherVendorsEvent_WithTheSameId_IsOfNoCall() =>
        _tracker.Take(Vendor.Dexatel.ReadEvent($$$"""{"data":{"event":"delivery","message_id":"{{{Session}}}","status":"FAILED"}}""")).Change.Should().Be(Change.Early);

    [Fact]
    public void ALegsEnd_IsNotTheCalls()
    {
        VendorEvent leg = Vendor.EightByEightConnect.ReadEvent(
            $$$"""{"namespace":"VOICE","eventType":"CALL_STATUS","payload":{"eventId":"e1","callId":"leg-1","sessionId":"{{{Session}}}","callStatus":"CALL_DISCONNECTED","callDuration":0,"sipCode":486,"timestamp":"2026-05-17T10:00:00Z"}}""");

        (leg.IsFinal, leg.NextAttempt).Should().Be((true, NextAttempt.Later));
        _tracker.Take(leg).Change.Should().Be(Change.OfALeg);
        _call.Last.Should().BeNull();
    }

    [Fact]
    public void Decision_AsksNextAttemptAlone_AndNeverForMoreThanOneNewCall()
    {
        VendorEvent[] all = [.. Vendor.All.SelectMany(vendor => CapturedEvent.Of(vendor).SelectMany(captured =>
            vendor.ReadEvents(Encoding.UTF8.GetBytes(captured.Body), captured.Headers.Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Key, [header.Value])))))];

        all.Select(seen => seen.NextAttempt).Should().Contain(Enum.GetValues<NextAttempt>());
        all.Should().OnlyContain(seen => (NextCall.PauseBefore(seen, 1) != null) == (seen.NextAttempt == NextAttempt.Soon));
        all.Should().OnlyContain(seen => NextCall.PauseBefore(seen, NextCall.MaxCalls) == null);
        all.Where(seen => NextCall.PauseBefore(seen, 1) is not null).Should().OnlyContain(seen => seen.IsFinal && seen.Outcome == VendorOutcome.Failure);
    }

    private static VendorEvent Summary(string state, string? at, string session = Session) => Vendor.EightByEightConnect.ReadEvent(
        $$$"""{"payload":{"sessionStatus":"{{{state}}}","endTime":"{{{(at is null ? null : $"2026-05-17T{at}Z")}}}","sessionId":"{{{session}}}"},"eventType":"SESSION_SUMMARY"}""");

    // A call of one leg, whose own id the program knows.
    private VendorEvent Leg(string status, string at)
    {
        _call.Know("call-1");
        return Vendor.EightByEightConnect.ReadEvent(
            $$$"""{"namespace":"VOICE","eventType":"CALL_STATUS","payload":{"eventId":"{{{status + at}}}","callId":"call-1","callStatus":"{{{status}}}","callDuration":9,"timestamp":"2026-05-17T{{{at}}}Z"}}""");
    }
}
