using System.Text;

namespace VendorErrors.Comparison.Page;

/// <summary>A page in the making.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    public void Paragraph(params IEnumerable<string> lines) => Block(lines);

    public void Code(string lines) => Block(["```sh", lines, "```"]);

    public void List(string heading, IEnumerable<string> entries)
    {
        if (heading.Length > 0)
        {
            Block([heading]);
        }

        Block(entries.Select(entry => $"- {entry}"));
    }

    /// <summary>A table. The first column is text; columns of which each value begins with a digit stand to the right.</summary>
    public void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [.. rows];
        IEnumerable<string> rules = heads.Select((_, column) => column > 0 && all.All(row => char.IsDigit(row[column][0])) ? "---:" : "---");
        Block([Row(heads), Row(rules), .. all.Select(Row)]);
    }

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    private void Block(IEnumerable<string> lines) => _text.AppendJoin('\n', lines).Append("\n\n");

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
