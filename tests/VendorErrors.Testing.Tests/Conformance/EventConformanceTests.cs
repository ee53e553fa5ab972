using FluentAssertions;
using VendorErrors.Testing.Conformance;
using Xunit;

namespace VendorErrors.Testing.Tests.Conformance;

/// <summary>The rules of events find what breaks them.</summary>
public class EventConformanceTests
{
    [Fact]
    public void VerifyAll_SoundEvents_Passes() => new EventConformance(EventConformance.Sound, EventConformance.Over).Invoking(kit => kit.VerifyAll()).Should().NotThrow();

    [Fact]
    public void VerifyAll_AnEventThatIsReadOtherwise_SaysHow() =>
        FaultOf(new CapturedEvent("busy", """{ "call": "over" }""", new ExpectedEvent(EventState.Busy))).Should().Contain("with the state completed instead of busy");

    [Fact]
    public void VerifyAll_AnotherNumberOfEvents_SaysSo() =>
        FaultOf(new CapturedEvent("two", """{ "call": "over" }""", new ExpectedEvent(EventState.Completed), new ExpectedEvent(EventState.Completed))).Should().Contain("as 1 events, and 2 are expected");

    [Fact]
    public void VerifyAll_AShapeThatNoEventShows_IsNamed() =>
        FaultOf(new CapturedEvent("another", """{ "other": 1 }""", new ExpectedEvent(EventState.Unknown))).Should().Contain("the events 'call': no captured event is read by this shape");

    private static string FaultOf(CapturedEvent captured) =>
        new EventConformance(EventConformance.Sound, captured).Invoking(kit => kit.VerifyAll()).Should().Throw<ConformanceException>().Which.Message;
}
