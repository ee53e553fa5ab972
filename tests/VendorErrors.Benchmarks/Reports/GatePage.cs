using System.Globalization;
using System.Text;
using VendorErrors.Benchmarks.Gates;

namespace VendorErrors.Benchmarks.Reports;

/// <summary>
/// The figures as tables of a page. A file without marks gets the table alone. In a page with marked blocks the rows of the gates that ran are
/// rewritten, those of other gates stay, and the last column of the second block takes the figures of the same gate and name.
/// </summary>
internal static class GatePage
{
    private const string TableMark = "<!-- printed: gates -->\n";
    private const string BeforeAndAfterMark = "<!-- printed: before and after -->\n";
    private const string EndMark = "<!-- end -->";
    private const string Header = "| gate | work | figure | measured | bar | stretch | |\n|---|---|---|---|---|---|---|\n";

    public static void Write(string file, IReadOnlyList<GateResult> results)
    {
        string page = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : string.Empty;
        File.WriteAllText(file, page.Contains(TableMark, StringComparison.Ordinal)
            ? Rewrite(Rewrite(page, TableMark, block => MergeGates(block, results)), BeforeAndAfterMark, block => FillAfter(block, results))
            : MergeGates(string.Empty, results));
    }

    private static string Rewrite(string page, string mark, Func<string, string> block)
    {
        int start = page.IndexOf(mark, StringComparison.Ordinal);
        if (start < 0)
        {
            return page;
        }

        start += mark.Length;
        int end = page.IndexOf(EndMark, start, StringComparison.Ordinal);
        return end < 0 ? throw new IOException($"the block after '{mark.TrimEnd()}' has no '{EndMark}'") : page[..start] + block(page[start..end]) + page[end..];
    }

    private static string MergeGates(string block, IReadOnlyList<GateResult> results)
    {
        Dictionary<string, string> rows = RowsById(block);
        foreach (GateResult result in results)
        {
            rows[result.Id] = RowsOf(result);
        }

        return Header + string.Concat(GateList.All.Select(gate => rows.GetValueOrDefault(gate.Id, string.Empty)));
    }

    /// <summary>The rows that stand in the table: a gate begins with its id, and the rows below it leave that cell empty.</summary>
    private static Dictionary<string, string> RowsById(string block)
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        string id = string.Empty;
        foreach (string line in block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2))
        {
            string first = line.Split('|')[1].Trim();
            id = first.Length > 0 ? first : id;
            rows[id] = rows.GetValueOrDefault(id, string.Empty) + line + '\n';
        }

        return rows;
    }

    private static string RowsOf(GateResult result)
    {
        var rows = new StringBuilder();
        if (result.Remark is { } remark)
        {
            rows.Append(CultureInfo.InvariantCulture, $"| {result.Id} | {result.Work} | {result.StateText}: {remark} | | | | |\n");
        }

        foreach ((int i, Figure figure) in result.Figures.Index())
        {
            string head = i == 0 ? $"{result.Id} | {result.Work}" : " | ";
            string verdict = string.Join("; ", ((string?[])[figure.Verdict, figure.Note]).Where(text => !string.IsNullOrEmpty(text)));
            rows.Append(CultureInfo.InvariantCulture, $"| {head} | {figure.Name} | {figure.ValueText} | {figure.BarText} | {figure.StretchText} | {verdict} |\n");
        }

        return rows.ToString();
    }

    private static string FillAfter(string block, IReadOnlyList<GateResult> results) =>
        string.Concat(block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => FillRow(line, results) + '\n'));

    /// <summary>A row is: gate, figure, before, after.</summary>
    private static string FillRow(string line, IReadOnlyList<GateResult> results)
    {
        string[] cells = line.Split('|');
        Figure? figure = results.FirstOrDefault(result => result.Id == cells[1].Trim())?.Figures.FirstOrDefault(figure => figure.Name == cells[2].Trim());
        return figure is null ? line : $"|{cells[1]}|{cells[2]}|{cells[3]}| {figure.ValueText} |";
    }
}
