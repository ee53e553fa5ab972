using System.Globalization;
using System.Text;
using VendorErrors.Testing.Conformance;

namespace VendorErrors.Cli.Output;

/// <summary>The vendors and shapes as a page of Markdown: how much of each is there, and where its page is.</summary>
internal static class VendorIndexPage
{
    internal static string Write(IReadOnlyList<Vendor> vendors)
    {
        var page = new StringBuilder("# Vendors\n\n<!-- Written by vendor-errors codes --output markdown; edits are lost. -->\n\n");
        page.Append("One page per vendor, one heading per code. [taxonomy.md](../taxonomy.md) says what outcome, effect and category mean. ");
        page.Append("To find a code: `vendor-errors codes` or `vendor-errors explain`. ");
        page.Append($"[Reasons]({ReasonsPage.FileName}) has the codes of calls and messages that vendors share: {string.Join(", ", ReasonCatalog.All.Select(catalog => $"[{catalog.Id}]({ReasonsPage.FileName}#{catalog.Id})"))}.\n\n");
        Append(page, vendors.Where(vendor => !vendor.IsShape));
        if (vendors.Any(vendor => vendor.IsShape))
        {
            page.Append("\n## Shapes\n\nShapes of answers that many products share. A pack names them in `use`; a vendor without a pack may be read as one.\n\n");
            Append(page, vendors.Where(vendor => vendor.IsShape));
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, IEnumerable<Vendor> vendors)
    {
        page.Append("| vendor | id | rows | codes in its documents | envelopes | waits | operations | captured answers | of which no failure | shapes of events | captured events | documents read |\n");
        page.Append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (Vendor vendor in vendors)
        {
            IReadOnlyList<CapturedAnswer> answers = CapturedAnswer.Of(vendor);
            string documented = vendor.Definition.DocumentedCodes is > 0 and var count ? count.ToString(CultureInfo.InvariantCulture) : "-";
            page.Append(
                CultureInfo.InvariantCulture,
                $"| [{Markdown.Escape(vendor.Name)}]({VendorPage.FileName(vendor)}) | {Markdown.Code(vendor.Id)} | {vendor.Codes.Count} | {documented} | {vendor.Definition.Envelopes.Count} | {vendor.Definition.WaitHints.Count} | {vendor.Definition.Operations.Count} | {answers.Count} | {answers.Count(answer => answer.Outcome != VendorOutcome.Failure)} | {Count(vendor.Events.Shapes.Count)} | {Count(CapturedEvent.Of(vendor).Count)} | {Markdown.Escape(vendor.Definition.ReadOn ?? "-")} |\n");
        }
    }

    // Of most vendors no events are known, and a column of zeros would hide the others.
    private static string Count(int count) => count == 0 ? "-" : count.ToString(CultureInfo.InvariantCulture);
}
