using System.Globalization;
using System.Net;
using System.Text;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Reporting;

/// <summary>
/// The report as one page: no script, nothing loaded from elsewhere, light and dark, from the width of a phone on. What somebody has to do comes first; the examples of a figure are one
/// click away. Texts of strangers are written as texts.
/// </summary>
internal static class ReportPage
{
    private const int MostCodes = 200;

    private const string Style = """
        :root { color-scheme: light dark; --line: light-dark(#d5d9de, #3a4048); --soft: light-dark(#f4f6f8, #1d2126); --bad: light-dark(#b3261e, #ff8a80); --dim: light-dark(#59626c, #a3adb8); }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 72rem; background: light-dark(#fff, #14171a); color: light-dark(#1b1f23, #e6e9ec); }
        h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        p { margin: .25rem 0; } .dim { color: var(--dim); }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
        .tiles li { background: var(--soft); border-radius: .5rem; padding: .75rem; } .tiles b { display: block; font-size: 1.6rem; line-height: 1.2; }
        .bad, .bad b { color: var(--bad); } .alert { border-left: 4px solid var(--bad); padding-left: .75rem; }
        .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; } .n { text-align: right; font-variant-numeric: tabular-nums; }
        code { overflow-wrap: anywhere; } summary { cursor: pointer; } details ul { margin: .25rem 0; padding-left: 1.2rem; }
        svg { width: 100%; height: 8rem; display: block; } rect { fill: var(--bad); } .ends { display: flex; justify-content: space-between; } .counts { width: auto; }
        """;

    internal static string Write(NightReport report)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <meta name="referrer" content="no-referrer"/>
            <title>{Number(report.Failures)} failures of {Number(report.Answers)} answers</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            <h1>Answers of vendors</h1>
            <p class="dim">{Span(report)}{Text(string.Join(", ", report.Files.Select(Path.GetFileName)))}</p>

            """);
        WriteTiles(page, report);
        WriteOpen(page, report);
        WriteTimeline(page, report);
        WriteVendors(page, report);
        WriteCodes(page, report);
        WriteCounts(page, "What a retry does", "After the first attempt of each failure, by the default policy.", report.Decisions, ReportPhrase.Decision);
        WriteCounts(page, "Failures by category", null, report.Categories, Code);
        WriteCounts(page, "Failures by effect", "What the refused or broken request did.", report.Effects, Code);
        WriteCounts(page, "Events by state", "What vendors sent later.", report.EventStates, Code);
        WriteGaps(page, report);
        WriteUnreadable(page, report);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteTiles(StringBuilder page, NightReport report)
    {
        page.Append("<ul class=\"tiles\">\n");
        Tile(page, report.Answers, "answers", isBad: false);
        Tile(page, report.Failures, report.Answers == 0 ? "failures" : string.Create(CultureInfo.InvariantCulture, $"failures, {100.0 * report.Failures / report.Answers:0.#} %"), isBad: false);
        Tile(page, report.EffectUnknown, "may have happened", isBad: report.EffectUnknown > 0);
        Tile(page, report.Events, "events", isBad: false);
        Tile(page, report.Unreadable, report.Unreadable == 1 ? "unreadable record" : "unreadable records", isBad: report.Unreadable > 0);
        page.Append("</ul>\n");
    }

    private static void Tile(StringBuilder page, long number, string words, bool isBad) =>
        page.Append(CultureInfo.InvariantCulture, $"<li{(isBad ? " class=\"bad\"" : null)}><b>{Number(number)}</b> {Text(words)}</li>\n");

    private static void WriteOpen(StringBuilder page, NightReport report)
    {
        if (report.EffectUnknown == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<section class=\"alert\">\n<h2 class=\"bad\">Look these up first: {ReportPhrase.Count(report.EffectUnknown, "write", "writes")} may have happened</h2>\n<p>Somebody may have been called, messaged or charged. Look them up at the vendor; do not send them again.</p>\n");
        page.Append(CultureInfo.InvariantCulture, $"<details{(report.EffectUnknown <= 10 ? " open=\"\"" : null)}><summary>{(report.EffectUnknown > report.EffectUnknownExamples.Count ? $"the first {report.EffectUnknownExamples.Count}" : "all of them")}</summary>\n");
        WriteExamples(page, report.EffectUnknownExamples);
        page.Append("</details>\n</section>\n");
    }

    private static void WriteTimeline(StringBuilder page, NightReport report)
    {
        if (report.Intervals.Count < 2 || report.Intervals.Max(interval => interval.Failures) is var most && most == 0)
        {
            return;
        }

        long first = NumberOf(report.Intervals[0], report);
        page.Append(CultureInfo.InvariantCulture, $"<h2>Failures over time</h2>\n<p class=\"dim\">A bar is {report.IntervalMinutes} min, the highest has {Number(most)} failures. Times are UTC.</p>\n");
        page.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {NumberOf(report.Intervals[^1], report) - first + 1} 100\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Failures over time\">\n");
        foreach (Interval interval in report.Intervals.Where(interval => interval.Failures > 0))
        {
            double height = 100.0 * interval.Failures / most;
            page.Append(CultureInfo.InvariantCulture, $"<rect x=\"{NumberOf(interval, report) - first}\" width=\"0.9\" y=\"{100 - height:0.##}\" height=\"{height:0.##}\"><title>{interval.From:u}: {Number(interval.Failures)} of {Number(interval.Answers)} failed</title></rect>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"</svg>\n<p class=\"ends dim\"><span>{report.Intervals[0].From:u}</span><span>{report.Intervals[^1].From:u}</span></p>\n");
    }

    private static long NumberOf(Interval interval, NightReport report) => interval.From.UtcTicks / TimeSpan.TicksPerMinute / report.IntervalMinutes;

    private static void WriteVendors(StringBuilder page, NightReport report)
    {
        page.Append("<h2>By vendor</h2>\n<div class=\"wide\"><table>\n<tr><th>vendor</th><th class=\"n\">answers</th><th class=\"n\">failures</th><th class=\"n\">may have happened</th><th class=\"n\">events</th><th class=\"n\">failed</th></tr>\n");
        foreach (VendorCount count in report.Vendors)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(count.Vendor)}</td><td class=\"n\">{Number(count.Answers)}</td><td class=\"n\">{Number(count.Failures)}</td><td class=\"n\">{Number(count.EffectUnknown)}</td><td class=\"n\">{Number(count.Events)}</td><td class=\"n\">{Number(count.EventFailures)}</td></tr>\n");
        }

        page.Append("</table></div>\n");
    }

    private static void WriteCodes(StringBuilder page, NightReport report)
    {
        if (report.Codes.Count == 0)
        {
            return;
        }

        page.Append("<h2>Failures by code</h2>\n<div class=\"wide\"><table>\n<tr><th class=\"n\">count</th><th>code</th><th>what it means and what to do</th></tr>\n");
        foreach (CodeCount count in report.Codes.Take(MostCodes))
        {
            string name = count.Name is { } known ? $"<br/>{Text(known)}" : count.IsGap ? "<br/><span class=\"bad\">not in the catalog</span>" : string.Empty;
            string advice = count.Advice is { } words ? $" {Text(words)} <span class=\"dim\">({Text(count.Audience ?? string.Empty)})</span>" : string.Empty;
            page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"n\">{Number(count.Count)}</td><td>{Text(count.Vendor)} <code>{Text(count.Code ?? "no code")}</code>{name}</td><td><code>{Text(count.Category)}</code>{advice}\n<details><summary>{(count.Examples.Count == 1 ? "where" : "where, for example")}</summary>\n");
            WriteExamples(page, count.Examples);
            page.Append("</details></td></tr>\n");
        }

        page.Append("</table></div>\n");
        if (report.Codes.Count > MostCodes)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>… and {Number(report.Codes.Count - MostCodes)} more codes, which --output json has.</p>\n");
        }
    }

    private static void WriteExamples(StringBuilder page, IReadOnlyList<ReportExample> examples)
    {
        page.Append("<ul>\n");
        foreach (ReportExample example in examples)
        {
            string time = example.ReceivedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $" · {at.UtcDateTime:u}") : string.Empty;
            string status = example.HttpStatus is { } http ? string.Create(CultureInfo.InvariantCulture, $" · HTTP {http}") : string.Empty;
            string request = example.Request is { } sent ? $" · <code>{Text(sent)}</code>" : string.Empty;
            string words = example.Words is { } said ? $" · {Text(said)}" : string.Empty;
            page.Append(CultureInfo.InvariantCulture, $"<li><code>{Text(example.Place)}</code>{time}{status}{request}{words}</li>\n");
        }

        page.Append("</ul>\n");
    }

    private static void WriteCounts(StringBuilder page, string title, string? lead, IReadOnlyList<NamedCount> counts, Func<string, string> words)
    {
        if (counts.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2>\n{(lead is null ? null : $"<p class=\"dim\">{lead}</p>\n")}<table class=\"counts\">\n");
        foreach (NamedCount count in counts)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"n\">{Number(count.Count)}</td><td>{words(count.Name)}</td></tr>\n");
        }

        page.Append("</table>\n");
    }

    private static void WriteGaps(StringBuilder page, NightReport report)
    {
        CodeCount[] gaps = [.. report.Codes.Where(count => count.IsGap)];
        if (gaps.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>Codes that the catalog does not have</h2>\n<p class=\"dim\">They were judged by their HTTP status. A report of them with the vendor's document helps everybody.</p>\n<ul>\n");
            foreach (CodeCount gap in gaps.Take(MostCodes))
            {
                page.Append(CultureInfo.InvariantCulture, $"<li>{Text(gap.Vendor)} <code>{Text(gap.Code ?? string.Empty)}</code>, {Number(gap.Count)}</li>\n");
            }

            page.Append("</ul>\n");
        }
    }

    private static void WriteUnreadable(StringBuilder page, NightReport report)
    {
        if (report.Unreadable > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>Records that could not be read</h2>\n<details><summary>{(report.Unreadable > report.UnreadableExamples.Count ? $"the first {report.UnreadableExamples.Count} of {Number(report.Unreadable)}" : "all of them")}</summary>\n<ul>\n");
            foreach (UnreadableRecord record in report.UnreadableExamples)
            {
                page.Append(CultureInfo.InvariantCulture, $"<li><code>{Text(record.Place)}</code> {Text(record.Error)}</li>\n");
            }

            page.Append("</ul>\n</details>\n");
        }
    }

    private static string Span(NightReport report) => report is { From: { } from, To: { } to } ? string.Create(CultureInfo.InvariantCulture, $"{from.UtcDateTime:u} to {to.UtcDateTime:u} · ") : string.Empty;

    private static string Code(string name) => $"<code>{Text(name)}</code>";

    private static string Number(long number) => ReportPhrase.Number(number);

    private static string Text(string text) => WebUtility.HtmlEncode(Printable.Of(text));
}
