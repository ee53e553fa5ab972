using VendorErrors.Definitions;
using VendorErrors.Testing.Conformance;

namespace VendorErrors.Testing.Tests.Conformance;

/// <summary>The kit of a vendor with one shape of events.</summary>
internal sealed class EventConformance(EventShape shape, params CapturedEvent[] captured) : VendorConformance
{
    internal static readonly EventShape Sound = new("call", EventKind.Call, Condition.Has("call")) { State = ["call"], States = [new EventRow("over", "over") { State = EventState.Completed }] };

    internal static readonly CapturedEvent Over = new("over", """{ "call": "over" }""", new ExpectedEvent(EventState.Completed));

    private readonly Vendor _vendor = new("test-voice", "Test Voice", new VendorDefinition(), new VendorEventDefinition { Shapes = [shape] });

    public override Vendor Vendor => _vendor;

    public override IReadOnlyList<CapturedEvent> CapturedEvents => captured;
}
