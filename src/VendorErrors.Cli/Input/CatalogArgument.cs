namespace VendorErrors.Cli.Input;

/// <summary>A shared catalog of reasons given by its id, or all of them.</summary>
internal static class CatalogArgument
{
    internal const string All = "all";

    internal static IReadOnlyList<ReasonCatalog> Parse(string id) =>
        string.Equals(id, All, StringComparison.OrdinalIgnoreCase) ? ReasonCatalog.All
        : Find(id) is { } catalog ? [catalog]
        : throw new UsageException($"unknown catalog '{(id.Length > 100 ? id[..100] + "…" : id)}'; one of {string.Join(", ", ReasonCatalog.All)}, {All}");

    /// <summary>The catalog of an id, case-insensitive; null where there is none.</summary>
    internal static ReasonCatalog? Find(string id) => ReasonCatalog.All.FirstOrDefault(catalog => string.Equals(catalog.Id, id.Trim(), StringComparison.OrdinalIgnoreCase));
}
