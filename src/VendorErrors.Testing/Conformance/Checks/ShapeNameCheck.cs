namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Each shape has a name of its own, by which evidence speaks of it.</summary>
internal static class ShapeNameCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) => [new(vendor, "shapes have names of their own", "the envelopes", () => FaultOf(vendor))];

    private static string? FaultOf(Vendor vendor)
    {
        string[] names = [.. vendor.Definition.Envelopes.Select(envelope => envelope.Name)];
        return names.Any(string.IsNullOrWhiteSpace) ? "one has no name; give it a short one, evidence shows it."
            : names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"two have the name '{twice.Key}'; name them apart, evidence shows it."
            : null;
    }
}
