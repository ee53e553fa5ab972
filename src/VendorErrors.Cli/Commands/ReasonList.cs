using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Commands;

/// <summary><c>codes --events</c> and <c>codes --catalog</c>: the words and reasons of events, of vendors and of the shared catalogs.</summary>
internal static class ReasonList
{
    internal static int Write(IReadOnlyList<Vendor> vendors, Vendor? one, string? output)
    {
        string format = OutputOption.Parse(output, "table", "table", "json", "csv");
        if (one is not null)
        {
            EventInput.RequireEvents(one);
        }

        EventOutput.Write([.. vendors.SelectMany(EventEntry.Of)], format);
        return ExitCodes.Success;
    }

    internal static int Write(string catalog, string? output)
    {
        IReadOnlyList<ReasonCatalog> catalogs = CatalogArgument.Parse(catalog);
        string format = OutputOption.Parse(output, "table", "table", "json", "csv", "markdown");
        if (format == "markdown")
        {
            Console.Out.Write(ReasonsPage.Write(catalogs));
        }
        else
        {
            EventOutput.Write([.. catalogs.SelectMany(EventEntry.Of)], format);
        }

        return ExitCodes.Success;
    }
}
