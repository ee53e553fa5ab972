using VendorErrors.Cli.Output;
using Xunit;

[assembly: AssemblyFixture(typeof(VendorErrors.Tests.Docs.VendorPages))]

namespace VendorErrors.Tests.Docs;

/// <summary>
/// The vendors' pages as <c>vendor-errors codes</c> writes them. <c>VENDOR_ERRORS_UPDATE=1</c> puts them into the repository before the
/// first test, since tests of several classes read them there.
/// </summary>
public sealed class VendorPages
{
    internal const string Folder = "docs/vendors";
    internal const string Index = "README.md";

    private readonly Lazy<Dictionary<string, string>> _texts = new(() => Names.ToDictionary(page => page, Write, StringComparer.Ordinal));

    public VendorPages()
    {
        if (Environment.GetEnvironmentVariable(GeneratedBlock.UpdateVariable) != "1")
        {
            return;
        }

        foreach (string page in Names)
        {
            File.WriteAllText(Repository.PathOf($"{Folder}/{page}"), this[page]);
        }
    }

    internal static IEnumerable<string> Names => [Index, ReasonsPage.FileName, .. VendorRegistry.BuiltIn.Vendors.Concat(VendorRegistry.BuiltIn.Shapes).Select(vendor => NameOf(vendor.Id))];

    /// <summary>What the command writes.</summary>
    internal string this[string page] => _texts.Value[page];

    internal static string NameOf(string vendorId) => $"{vendorId}.md";

    /// <summary>The arguments with which the command writes a page.</summary>
    internal static string[] Command(string page) => ["codes", .. page switch { Index => (string[])[], ReasonsPage.FileName => ["--catalog", "all"], _ => ["--vendor", Path.GetFileNameWithoutExtension(page)] }, "--output", "markdown"];

    private static string Write(string page) => page switch
    {
        Index => VendorIndexPage.Write([.. VendorRegistry.BuiltIn.Vendors, .. VendorRegistry.BuiltIn.Shapes]),
        ReasonsPage.FileName => ReasonsPage.Write(ReasonCatalog.All),
        _ => VendorPage.Write(Vendor.Find(Path.GetFileNameWithoutExtension(page))!),
    };
}
