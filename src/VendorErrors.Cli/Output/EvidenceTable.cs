using Spectre.Console;

namespace VendorErrors.Cli.Output;

/// <summary>Evidence for a person, below what it led to.</summary>
internal static class EvidenceTable
{
    internal static void Write(IAnsiConsole console, IReadOnlyList<Evidence> evidence)
    {
        console.WriteLine();
        Table table = new Table().Border(TableBorder.Simple).AddColumns("evidence", "where", "seen", "rule", "verdict");
        foreach (Evidence seen in evidence)
        {
            table.AddRow(
                SnakeCase.Of(seen.Source),
                Markup.Escape(Printable.Of(seen.Location)),
                Markup.Escape(Printable.Of(seen.Value ?? string.Empty)),
                Markup.Escape(Printable.Of(seen.Rule)),
                SnakeCase.Of(seen.Verdict));
        }

        console.Write(table);
    }
}
