using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>A shared catalog of reasons as it was read.</summary>
internal sealed record ReasonCatalogContent(string Name, string Summary, IReadOnlyList<ReasonSection> Sections);
