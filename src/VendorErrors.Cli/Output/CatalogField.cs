using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>One fact of a row of the catalog, for programs.</summary>
/// <param name="Name">Its name in JSON and CSV.</param>
/// <param name="Read">Its value: null, a text, a Boolean, an integer, or the row's refinements.</param>
internal sealed record CatalogField(string Name, Func<Vendor, CodeRow, object?> Read);
