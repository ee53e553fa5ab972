using VendorErrors.Definitions;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Each shape of events takes one of the captured ones: what no event shows may be hidden by another shape, or look where nothing is.</summary>
internal static class EventShapeCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor, IReadOnlyList<CapturedEvent> captured) =>
        captured.Count == 0 ? [] : vendor.Events.Shapes.Select(shape => new ConformanceCase(vendor, "shape of events is shown by a captured event", $"the events '{shape.Name}'", () => FaultOf(vendor, shape, captured)));

    private static string? FaultOf(Vendor vendor, EventShape shape, IReadOnlyList<CapturedEvent> captured) =>
        captured.Any(sample => sample.Read(vendor).Any(read => string.Equals(read.Shape?.Name, shape.Name, StringComparison.Ordinal)))
            ? null
            : "no captured event is read by this shape; add one, or correct its condition or that of a shape before it.";
}
