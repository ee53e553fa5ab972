namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>A vendor can be distinguished from all others, in logs and for people.</summary>
internal static class IdentityCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) => [new(vendor, "vendor has an identity", "the vendor", () => FaultOf(vendor))];

    private static string? FaultOf(Vendor vendor) =>
        string.IsNullOrWhiteSpace(vendor.Name) ? "its name is empty; write the product's name."
        : Vendor.Find(vendor.Id) is { } known && !IsMadeFrom(vendor, known) ? $"its id is that of {known.Name}; choose another, or metrics count both as one."
        : null;

    // A vendor of the library with rows of one's own keeps its id.
    private static bool IsMadeFrom(Vendor vendor, Vendor known) => ReferenceEquals(vendor.Definition.Envelopes, known.Definition.Envelopes);
}
