using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Finding;

/// <summary>Finds a code, or the name of one, at every vendor, in every shape and in the catalogs that vendors share.</summary>
internal static class CodeFinder
{
    internal static IEnumerable<Found> Find(string word, VendorRegistry registry) =>
    [
        .. registry.Vendors.Concat(registry.Shapes).SelectMany(vendor => In(vendor, word)),
        .. ReasonCatalog.All.SelectMany(catalog => In(catalog.Id, EventEntry.Of(catalog), word)),
    ];

    private static IEnumerable<Found> In(Vendor vendor, string word) =>
    [
        .. vendor.Codes.Where(row => (row.LastCode is null && string.Equals(row.Code, word, StringComparison.OrdinalIgnoreCase)) || Spelling.IsSame(row.Name, word)).Select(row => new FoundCode(vendor, row)),
        .. In(vendor.Id, EventEntry.Of(vendor), word),
    ];

    private static IEnumerable<Found> In(string where, IEnumerable<EventEntry> entries, string word) =>
        entries.Where(entry => EventExplanation.IsCode(entry, word) || Spelling.IsSame(entry.Row.Name, word)).Select(entry => new FoundReason(where, entry));
}
