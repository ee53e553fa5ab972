using System.Globalization;
using System.Text;

namespace VendorErrors.Cli.Output;

/// <summary>The catalogs of reasons that vendors share as a page of Markdown.</summary>
internal static class ReasonsPage
{
    internal const string FileName = "reasons.md";

    internal static string Write(IReadOnlyList<ReasonCatalog> catalogs)
    {
        string which = catalogs.Count == 1 ? catalogs[0].Id : Input.CatalogArgument.All;
        var page = new StringBuilder("# Reasons that vendors share\n\n");
        page.Append(CultureInfo.InvariantCulture, $"<!-- Written by vendor-errors codes --catalog {which} --output markdown; edits are lost. -->\n\n");
        page.Append("What these codes mean in an event that says nothing else, for [vendors](README.md) that pass them on. A vendor's own row comes first. See the\n");
        page.Append("[states](../taxonomy.md#states-of-events).\n");
        foreach (ReasonCatalog catalog in catalogs)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## <a id=\"{catalog.Id}\"></a>{Markdown.Escape(catalog.Name)}\n\n");
            if (catalog.Summary.Length > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"{Markdown.Escape(catalog.Summary)}\n\n");
            }

            EventTable.WriteCatalog(page, EventEntry.Of(catalog));
        }

        return page.ToString();
    }
}
