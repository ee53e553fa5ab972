using System.CommandLine;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;
using VendorErrors.Cli.Reporting;

namespace VendorErrors.Cli.Commands;

/// <summary><c>report</c>: what a night of answers comes to.</summary>
internal static class ReportCommand
{
    private static readonly Option<string?> s_vendor = new("--vendor", "-v") { Description = "The vendor of records that name none, and of HAR files: an id of 'vendor-errors vendors'.", HelpName = "ID" };
    private static readonly Option<string?> s_html = new("--html") { Description = "Also write a page to this file: one file without scripts, which any browser opens.", HelpName = "FILE" };
    private static readonly Option<string[]> s_pack = PackOption.Create();
    private static readonly Option<string?> s_output = OutputOption.Create("table (default) or json.");
    private static readonly Argument<string[]> s_files = new("FILES") { Description = "Records as of classify --batch, or HAR files; - for standard input.", Arity = ArgumentArity.OneOrMore };

    internal static Command Create()
    {
        var command = new Command("report", "Counts answers and events by vendor, code, effect and time, and says what they ask of whom. Exit status: 0 done, 2 wrong usage, 3 some records could not be read.")
        {
            s_vendor, s_html, s_pack, s_output, s_files,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        VendorRegistry registry = PackOption.Read(arguments.GetValue(s_pack), out IReadOnlyList<Vendor> own);
        Vendor? vendor = arguments.GetValue(s_vendor) is { } id ? VendorArgument.Parse(id, registry) : own is [var only] ? only : null;
        string output = OutputOption.Parse(arguments.GetValue(s_output), "table", "table", "json");
        string[] files = arguments.GetRequiredValue(s_files);
        foreach (string file in files.Where(file => file != InputFile.StandardInput))
        {
            InputFile.Require(file, ", or - for standard input");
        }

        string? page = arguments.GetValue(s_html);
        RejectOverwriting(page, files);
        NightReport report = ReportRunner.Run(files, vendor, registry);
        if (report.Answers + report.Events + report.Unreadable == 0)
        {
            throw new UsageException("nothing to report: the input holds no record");
        }

        if (page is not null)
        {
            File.WriteAllText(page, ReportPage.Write(report));
        }

        if (output == "json")
        {
            Console.Out.WriteLine(ReportJson.Write(report));
        }
        else
        {
            ReportTable.Write(Terminal.Out(), report, page);
        }

        return report.Unreadable == 0 ? ExitCodes.Success : ExitCodes.UnreadableLines;
    }

    private static void RejectOverwriting(string? page, string[] files)
    {
        if (page is not null && Array.Exists(files, file => file != InputFile.StandardInput && Path.GetFullPath(file) == Path.GetFullPath(page)))
        {
            throw new UsageException($"--html {page} is one of the files to read; name another file");
        }

        if (page is not null && Path.GetDirectoryName(Path.GetFullPath(page)) is { } folder && !Directory.Exists(folder))
        {
            throw new UsageException($"no folder '{folder}' for --html; make it first");
        }
    }
}
