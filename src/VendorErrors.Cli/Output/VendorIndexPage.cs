using System.Globalization;
using System.Text;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>The vendors and all their codes as a page of Markdown, with links into the vendors' pages.</summary>
internal static class VendorIndexPage
{
    internal static string Write(IReadOnlyList<Vendor> vendors)
    {
        var page = new StringBuilder("# Vendors\n\n<!-- Written by vendor-errors codes --output markdown; edits are lost. -->\n\n");
        page.Append("One page per vendor, one heading per code. [taxonomy.md](../taxonomy.md) says what outcome, effect and category mean.\n\n");
        page.Append("| vendor | id | rows |\n|---|---|---|\n");
        foreach (Vendor vendor in vendors)
        {
            page.Append(CultureInfo.InvariantCulture, $"| [{Markdown.Escape(vendor.Name)}]({VendorPage.FileName(vendor)}) | {Markdown.Code(vendor.Id)} | {vendor.Codes.Count} |\n");
        }

        page.Append("\n## Codes\n\n| vendor | code | name | category or outcome | effect |\n|---|---|---|---|---|\n");
        foreach ((Vendor vendor, CodeRow row) in vendors.SelectMany(vendor => vendor.Codes.Select(row => (vendor, row))))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {vendor.Id} | [{Markdown.Escape(CodeColumns.Code(row))}]({VendorPage.FileName(vendor)}#{CodeAnchor.Of(row)}) | {Markdown.Escape(row.Name)} | {CodeColumns.Meaning(row)} | {SnakeCase.Of(row.EffectiveEffect)} |\n");
        }

        return page.ToString();
    }
}
