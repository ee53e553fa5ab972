using System.CommandLine;
using Spectre.Console;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;
using VendorErrors.Rules;

namespace VendorErrors.Cli.Commands;

/// <summary><c>codes</c>: the catalog.</summary>
internal static class CodesCommand
{
    private static readonly Option<string?> s_vendor = new("--vendor", "-v") { Description = "Only this vendor. Default: all.", HelpName = "ID" };
    private static readonly Option<string?> s_output = OutputOption.Create("table (default; without the sources), json, csv or markdown.");

    internal static Command Create()
    {
        var command = new Command("codes", "Lists every code the catalog knows, and what it means.") { s_vendor, s_output };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        IReadOnlyList<Vendor> vendors = arguments.GetValue(s_vendor) is { } id ? [VendorArgument.Parse(id)] : Vendor.All;
        (Vendor Vendor, CodeRow Row)[] rows = [.. vendors.SelectMany(vendor => vendor.Codes.Select(row => (vendor, row)))];
        switch (OutputOption.Parse(arguments.GetValue(s_output), "table", "table", "json", "csv", "markdown"))
        {
            case "json":
                CatalogJson.Write(rows);
                break;
            case "csv":
                WriteLines(rows, columns => string.Join(',', columns.Select(Csv)));
                break;
            case "markdown":
                WriteMarkdown(rows);
                break;
            default:
                WriteTable(rows);
                break;
        }

        return ExitCodes.Success;
    }

    private static void WriteTable((Vendor Vendor, CodeRow Row)[] rows)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns(CodeColumns.Names[..CodeColumns.ShortCount]);
        foreach ((Vendor vendor, CodeRow row) in rows)
        {
            table.AddRow([.. CodeColumns.Of(vendor, row)[..CodeColumns.ShortCount].Select(Markup.Escape)]);
        }

        Terminal.Write(table);
    }

    private static void WriteMarkdown((Vendor Vendor, CodeRow Row)[] rows)
    {
        Console.Out.WriteLine($"| {string.Join(" | ", CodeColumns.Names)} |");
        Console.Out.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", CodeColumns.Names.Length))}");
        foreach ((Vendor vendor, CodeRow row) in rows)
        {
            Console.Out.WriteLine($"| {string.Join(" | ", CodeColumns.Of(vendor, row).Select(Cell))} |");
        }
    }

    private static void WriteLines((Vendor Vendor, CodeRow Row)[] rows, Func<string[], string> format)
    {
        Console.Out.WriteLine(format(CodeColumns.Names));
        foreach ((Vendor vendor, CodeRow row) in rows)
        {
            Console.Out.WriteLine(format(CodeColumns.Of(vendor, row)));
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    // RFC 4180.
    private static string Csv(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
