using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>A body of each shape, its template included, is read by that shape and by no earlier one.</summary>
internal static class ShapeCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) =>
        vendor.Definition.Envelopes.Select(envelope => new ConformanceCase(vendor, "shape is read by its own envelope", $"the envelope '{envelope.Name}'", () => FaultOf(vendor, envelope)));

    private static string? FaultOf(Vendor vendor, Envelope envelope)
    {
        ComposedResponse? response;
        try
        {
            response = Composer.ComposeShape(vendor, envelope);
        }
        catch (InvalidOperationException fault)
        {
            return $"{fault.Message} Write the body as the vendor's document prints it.";
        }

        if (response is null)
        {
            return $"its template contradicts its own condition, {envelope.When}; correct one of them.";
        }

        string? reader = response.Classify().Evidence.FirstOrDefault(seen => seen is { Source: EvidenceSource.Family, Location: "body" }).Value;
        return string.Equals(reader, envelope.Name, StringComparison.Ordinal)
            ? null
            : $"{Texts.Of(response)} is read by '{reader}'; put this envelope before that one, or make the condition of that one narrower.";
    }
}
