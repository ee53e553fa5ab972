using System.CommandLine;
using VendorErrors.Cli.Completion;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Commands;

/// <summary><c>export</c>: a vendor as a pack.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> s_vendor = new("VENDOR") { Description = "An id of 'vendor-errors vendors'." };

    internal static Command Create()
    {
        s_vendor.CompletionSources.Add(VendorCompletion.Vendors);
        var command = new Command("export", "Writes a vendor as a pack: one JSON file, to be read, changed and given to --pack.") { s_vendor };
        command.SetAction(arguments => Run(VendorArgument.Parse(arguments.GetRequiredValue(s_vendor))));
        return command;
    }

    private static int Run(Vendor vendor)
    {
        using Stream output = Console.OpenStandardOutput();
        vendor.WritePack(output);
        return ExitCodes.Success;
    }
}
