using System.CommandLine;
using Spectre.Console;
using VendorErrors.Cli.Completion;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Linting;
using VendorErrors.Cli.Output;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Commands;

/// <summary><c>codes</c>: the catalog.</summary>
internal static class CodesCommand
{
    private static readonly Option<string?> s_vendor = new("--vendor", "-v") { Description = "Only this vendor. Default: all, or with --pack those of the packs.", HelpName = "ID" };
    private static readonly Option<string?> s_assembly = new("--assembly") { Description = "Your own assembly, whose vendors are listed instead of those of the library. Its code runs.", HelpName = "FILE" };
    private static readonly Option<bool> s_events = new("--events") { Description = "The words and reasons of events (webhooks, receipts, callbacks) instead: table, json or csv." };
    private static readonly Option<string?> s_catalog = new("--catalog") { Description = "A catalog of reasons that vendors share: sip, q850, smpp, gsm, or all; table, json, csv or markdown.", HelpName = "ID" };
    private static readonly Option<string[]> s_pack = PackOption.Create();
    private static readonly Option<string?> s_output = OutputOption.Create("table (default; the main columns), json, csv, markdown (the vendor's page; without --vendor their index), or schema (of the JSON).");

    internal static Command Create()
    {
        s_vendor.CompletionSources.Add(VendorCompletion.Vendors);
        s_catalog.CompletionSources.Add(VendorCompletion.Catalogs);
        var command = new Command("codes", "Lists every code the catalog knows, and what it means.") { s_vendor, s_assembly, s_events, s_catalog, s_pack, s_output };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        if (arguments.GetValue(s_catalog) is { } catalog)
        {
            RejectBesideCatalog(arguments);
            return ReasonList.Write(catalog, arguments.GetValue(s_output));
        }

        VendorRegistry registry = PackOption.Read(arguments.GetValue(s_pack), out IReadOnlyList<Vendor> own);
        IReadOnlyList<Vendor> all = arguments.GetValue(s_assembly) is { } file ? VendorAssembly.Read(file) : own.Count > 0 ? own : [.. registry.Vendors, .. registry.Shapes];
        Vendor? one = arguments.GetValue(s_vendor) is not { } id ? null : arguments.GetValue(s_assembly) is null ? VendorArgument.Resolve(id, registry) : VendorArgument.Parse(id, all);
        IReadOnlyList<Vendor> vendors = one is null ? all : [one];
        if (arguments.GetValue(s_events))
        {
            return ReasonList.Write(vendors, one, arguments.GetValue(s_output));
        }

        (Vendor Vendor, CodeRow Row)[] rows = [.. vendors.SelectMany(vendor => vendor.Codes.Select(row => (vendor, row)))];
        switch (OutputOption.Parse(arguments.GetValue(s_output), "table", "table", "json", "csv", "markdown", "schema"))
        {
            case "json":
                CatalogJson.Write(rows);
                break;
            case "csv":
                CatalogCsv.Write(rows);
                break;
            case "markdown":
                Console.Out.Write(one is null ? VendorIndexPage.Write(vendors) : VendorPage.Write(one));
                break;
            case "schema":
                CatalogJson.WriteSchema();
                break;
            default:
                WriteTable(rows);
                break;
        }

        return ExitCodes.Success;
    }

    private static void RejectBesideCatalog(ParseResult arguments)
    {
        if (Array.Find<Option>([s_vendor, s_assembly, s_events, s_pack], option => arguments.GetResult(option) is { Implicit: false }) is { } option)
        {
            throw new UsageException($"{option.Name} cannot be used with --catalog, which is no vendor's");
        }
    }

    private static void WriteTable((Vendor Vendor, CodeRow Row)[] rows)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns(CodeColumns.Names);
        foreach ((Vendor vendor, CodeRow row) in rows)
        {
            table.AddRow([.. CodeColumns.Of(vendor, row).Select(Printable.Of).Select(Markup.Escape)]);
        }

        Terminal.Write(table);
    }
}
