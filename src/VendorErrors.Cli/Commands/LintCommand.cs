using System.CommandLine;
using VendorErrors.Cli.Completion;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Linting;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Commands;

/// <summary><c>lint</c>: what is wrong with definitions and overlays.</summary>
internal static class LintCommand
{
    private static readonly Option<string?> s_vendor = new("--vendor", "-v") { Description = "Only this vendor; for an overlay, the vendor it belongs to. Default: all.", HelpName = "ID" };
    private static readonly Option<string?> s_overlay = new("--overlay") { Description = "A JSON file of settings, whose sections named Codes are read; - for standard input.", HelpName = "FILE" };
    private static readonly Option<string?> s_assembly = new("--assembly") { Description = "An assembly, whose public static properties of type Vendor are read. Its code runs.", HelpName = "FILE" };
    private static readonly Option<string[]> s_pack = PackOption.Create();
    private static readonly Option<string?> s_output = OutputOption.Create("text (default) or json.");

    internal static Command Create()
    {
        s_vendor.CompletionSources.Add(VendorCompletion.Vendors);
        var command = new Command("lint", "Finds what never counts, is defined twice or contradicts itself in definitions, packs and overlays; of a pack it runs the whole kit, too, and says what it makes repeatable.") { s_vendor, s_overlay, s_assembly, s_pack, s_output };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        string output = OutputOption.Parse(arguments.GetValue(s_output), "text", "text", "json");
        Vendor? vendor = arguments.GetValue(s_vendor) is { } id ? VendorArgument.Parse(id) : null;
        string[] packs = arguments.GetValue(s_pack) ?? [];
        LintResult result = (arguments.GetValue(s_overlay), arguments.GetValue(s_assembly)) switch
        {
            (null, null) when packs.Length > 0 => vendor is null ? PackLint.Of(packs) : throw new UsageException("--vendor cannot be used with --pack"),
            _ when packs.Length > 0 => throw new UsageException("use one of --overlay, --assembly and --pack"),
            (not null, not null) => throw new UsageException("use either --overlay or --assembly"),
            ({ } overlay, _) => OverlayFile.Lint(overlay, vendor),
            (_, not null) when vendor is not null => throw new UsageException("--vendor cannot be used with --assembly"),
            (_, { } assembly) => VendorAssembly.Lint(assembly),
            _ => LintResult.Of(vendor is null ? Vendor.All : [vendor]),
        };

        if (output == "json")
        {
            LintOutput.WriteJson(result);
        }
        else
        {
            LintOutput.WriteText(result);
        }

        return result.Findings.Count == 0 ? ExitCodes.Success : ExitCodes.Findings;
    }
}
