using System.CommandLine.Completions;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Completion;

/// <summary>What a shell offers where a vendor, a catalog or a code is expected. The ids alone need no look at any pack.</summary>
internal static class VendorCompletion
{
    internal static IEnumerable<CompletionItem> Vendors(CompletionContext context) => Items(VendorIds(), context.WordToComplete);

    internal static IEnumerable<CompletionItem> VendorsAndCatalogs(CompletionContext context) => Items(VendorIds().Concat(ReasonCatalog.All.Select(catalog => catalog.Id)), context.WordToComplete);

    internal static IEnumerable<CompletionItem> Catalogs(CompletionContext context) => Items(ReasonCatalog.All.Select(catalog => catalog.Id).Append(CatalogArgument.All), context.WordToComplete);

    /// <summary>The codes of a vendor or catalog; none where it is not known.</summary>
    internal static IEnumerable<CompletionItem> Codes(string? vendor, string word)
    {
        IEnumerable<string> codes = vendor is null ? []
            : Vendor.Find(vendor) is { } known ? known.Codes.Where(row => !row.IsFamily).Select(row => row.Code)
            : CatalogArgument.Find(vendor) is { } catalog ? catalog.Sections.SelectMany(section => section.Rows).Where(row => row.LastCode is null).Select(row => row.Code)
            : [];
        return Items(codes.Distinct(StringComparer.Ordinal), word);
    }

    private static IEnumerable<string> VendorIds() => VendorRegistry.BuiltIn.Vendors.Concat(VendorRegistry.BuiltIn.Shapes).Select(vendor => vendor.Id);

    private static IEnumerable<CompletionItem> Items(IEnumerable<string> words, string begun) =>
        words.Where(word => word.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).Select(word => new CompletionItem(word));
}
