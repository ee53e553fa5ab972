using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Commands;

/// <summary><c>vendors</c>: what can be given as a vendor.</summary>
internal static class VendorsCommand
{
    private static readonly Option<string?> s_output = OutputOption.Create("table (default) or json.");

    internal static Command Create()
    {
        var command = new Command("vendors", "Lists the vendors and their ids.") { s_output };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        if (OutputOption.Parse(arguments.GetValue(s_output), "table", "table", "json") == "json")
        {
            JsonOutput.WriteToConsole(json =>
            {
                json.WriteStartArray();
                foreach (Vendor vendor in Vendor.All)
                {
                    json.WriteStartObject();
                    json.WriteString("id"u8, vendor.Id);
                    json.WriteString("name"u8, vendor.Name);
                    json.WriteNumber("codes"u8, vendor.Codes.Count);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return ExitCodes.Success;
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumns("id", "vendor", "codes");
        foreach (Vendor vendor in Vendor.All)
        {
            table.AddRow(vendor.Id, Markup.Escape(vendor.Name), vendor.Codes.Count.ToString(CultureInfo.InvariantCulture));
        }

        Terminal.Write(table);
        return ExitCodes.Success;
    }
}
