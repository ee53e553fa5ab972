using System.Globalization;
using Spectre.Console;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Reporting;

/// <summary>The report for a terminal: what somebody has to do first, then the figures.</summary>
internal static class ReportTable
{
    private const int MostCodes = 15;
    private const int MostGaps = 10;
    private const int MostExamples = 10;

    internal static void Write(IAnsiConsole console, NightReport report, string? page)
    {
        console.MarkupLine($"{ReportPhrase.Count(report.Answers, "answer", "answers")}, [bold]{ReportPhrase.Count(report.Failures, "failure", "failures")}[/], {ReportPhrase.Count(report.Events, "event", "events")}{(report.Unreadable > 0 ? $", [red]{ReportPhrase.Count(report.Unreadable, "unreadable record", "unreadable records")}[/]" : null)}{Span(report)}");
        if (report.EffectUnknown > 0)
        {
            console.MarkupLine($"[red]{ReportPhrase.Count(report.EffectUnknown, "write", "writes")} may have happened[/]: look them up at the vendor, do not send them again");
            WriteList(console, report.EffectUnknownExamples.Take(MostExamples).Select(example => $"{example.Place}  {example.Request}"), report.EffectUnknown);
        }

        WriteTable(["vendor", "answers", "failures", "may have happened", "events", "failed"], report.Vendors.Select(count => new[] { count.Vendor, Number(count.Answers), Number(count.Failures), Number(count.EffectUnknown), Number(count.Events), Number(count.EventFailures) }));
        WriteTable(["failures", "vendor", "code", "name", "category", "what to do", "first at"], report.Codes.Take(MostCodes).Select(count => new[] { Number(count.Count), count.Vendor, count.Code ?? "-", NameOf(count), count.Category, count.Advice ?? string.Empty, count.Examples.Count > 0 ? count.Examples[0].Place : string.Empty }));
        WriteTable(["failures", "after the first attempt"], report.Decisions.Select(count => new[] { Number(count.Count), ReportPhrase.Decision(count.Name) }));
        WriteGaps(console, report);
        WriteList(console, report.UnreadableExamples.Take(MostExamples).Select(record => $"{record.Place}  {record.Error}"), report.Unreadable);
        if (page is not null)
        {
            console.MarkupLine($"the page: {Markup.Escape(page)}");
        }
    }

    private static string NameOf(CodeCount count) => count.Name ?? (count.IsGap ? "not in the catalog" : string.Empty);

    private static string Number(long number) => ReportPhrase.Number(number);

    private static string Span(NightReport report) => report is { From: { } from, To: { } to } ? string.Create(CultureInfo.InvariantCulture, $", {from:u} to {to:u}") : string.Empty;

    private static void WriteGaps(IAnsiConsole console, NightReport report)
    {
        CodeCount[] gaps = [.. report.Codes.Where(count => count.IsGap)];
        if (gaps.Length > 0)
        {
            console.MarkupLine($"[yellow]{ReportPhrase.Count(gaps.Length, "code is", "codes are")} not in the catalog[/]: {Markup.Escape(Printable.Of(string.Join(", ", gaps.Take(MostGaps).Select(count => $"{count.Vendor} {count.Code}"))))}{(gaps.Length > MostGaps ? ", …" : null)}");
        }
    }

    private static void WriteTable(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(column) { NoWrap = column is not "what to do" });
        }

        foreach (string[] row in rows)
        {
            table.AddRow([.. row.Select(cell => Markup.Escape(Printable.Of(cell)))]);
        }

        if (table.Rows.Count > 0)
        {
            Terminal.Write(table);
        }
    }

    private static void WriteList(IAnsiConsole console, IEnumerable<string> lines, long all)
    {
        var shown = 0;
        foreach (string line in lines)
        {
            console.MarkupLine($"  {Markup.Escape(Printable.Of(line.TrimEnd()))}");
            shown++;
        }

        if (shown > 0 && all > shown)
        {
            console.MarkupLine($"  … and {Number(all - shown)} more");
        }
    }
}
