using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Commands;

/// <summary><c>vendors</c>: what can be given as a vendor.</summary>
internal static class VendorsCommand
{
    private static readonly Option<string[]> s_pack = PackOption.Create();
    private static readonly Option<string?> s_output = OutputOption.Create("table (default) or json.");

    internal static Command Create()
    {
        var command = new Command("vendors", "Lists the vendors and their ids, and the shapes that many products share.") { s_pack, s_output };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        VendorRegistry registry = PackOption.Read(arguments.GetValue(s_pack), out _);
        Vendor[] vendors = [.. registry.Vendors, .. registry.Shapes];
        if (OutputOption.Parse(arguments.GetValue(s_output), "table", "table", "json") == "json")
        {
            WriteJson(vendors);
        }
        else
        {
            WriteTable(vendors);
        }

        return ExitCodes.Success;
    }

    private static void WriteJson(IEnumerable<Vendor> vendors) => JsonOutput.WriteToConsole(json =>
    {
        json.WriteStartArray();
        foreach (Vendor vendor in vendors)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, vendor.Id);
            json.WriteString("name"u8, vendor.Name);
            json.WriteString("kind"u8, vendor.IsShape ? "shape" : "vendor");
            json.WriteNumber("codes"u8, vendor.Codes.Count);
            if (vendor.Definition.DocumentedCodes is { } documented)
            {
                json.WriteNumber("documentedCodes"u8, documented);
            }

            json.WriteNumber("events"u8, vendor.Events.Shapes.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteTable(IEnumerable<Vendor> vendors)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("id", "vendor", "codes", "documented", "shapes of events");
        foreach (Vendor vendor in vendors)
        {
            table.AddRow(
                Markup.Escape(vendor.Id),
                Markup.Escape(Printable.Of(vendor.IsShape ? $"{vendor.Name} (shape)" : vendor.Name)),
                vendor.Codes.Count.ToString(CultureInfo.InvariantCulture),
                vendor.Definition.DocumentedCodes is > 0 and var documented ? documented.ToString(CultureInfo.InvariantCulture) : "-",
                vendor.Events.Shapes.Count is > 0 and var events ? events.ToString(CultureInfo.InvariantCulture) : "-");
        }

        Terminal.Write(table);
    }
}
