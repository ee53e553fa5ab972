using System.Globalization;
using System.Text;
using Spectre.Console;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Finding;

/// <summary>What was found, in the form that was asked for.</summary>
internal static class FoundOutput
{
    private const int LongestName = 70;

    /// <summary>The columns of a list.</summary>
    internal static string[] Columns { get; } = ["vendor", "code", "name", "category", "effect"];

    internal static void WriteJson(IReadOnlyList<Found> found) => JsonOutput.WriteToConsole(json =>
    {
        json.WriteStartArray();
        foreach (Found one in found)
        {
            one.WriteJson(json);
        }

        json.WriteEndArray();
    });

    /// <summary>A table to paste into a ticket.</summary>
    internal static void WriteMarkdown(IReadOnlyList<Found> found)
    {
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", Columns)} | what to do |\n|{string.Concat(Columns.Select(_ => "---|"))}---|\n");
        foreach (Found one in found)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", one.Cells.Append(one.WhatToDo ?? string.Empty).Select(cell => Markdown.Escape(Printable.Of(cell))))} |\n");
        }

        Console.Out.Write(table);
    }

    /// <summary>Everything whole.</summary>
    internal static void WriteWhole(IReadOnlyList<Found> found)
    {
        IAnsiConsole console = Terminal.Out();
        foreach (Found one in found)
        {
            one.Write(console);
        }
    }

    /// <summary>Each kind under its heading where there are several; of many codes a line each.</summary>
    internal static void WriteText(IReadOnlyList<Found> found)
    {
        IGrouping<string, Found>[] kinds = [.. found.GroupBy(one => one.Kind, StringComparer.Ordinal)];
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds.Length > 1)
            {
                Terminal.Out().MarkupLine($"{(i == 0 ? string.Empty : "\n")}[bold underline]{kinds[i].Key}[/]");
            }

            Found[] ofKind = [.. kinds[i]];
            if (ofKind.Length > 1 && ofKind[0].IsListed)
            {
                WriteList(ofKind);
            }
            else
            {
                WriteWhole(ofKind);
            }
        }
    }

    private static void WriteList(Found[] found)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns(Columns);
        foreach (Found one in found)
        {
            table.AddRow([.. one.Cells.Select(Printable.Of).Select(Cut).Select(Spectre.Console.Markup.Escape)]);
        }

        Terminal.Write(table);
        Terminal.Out().MarkupLine("One whole: vendor-errors explain VENDOR CODE");
    }

    private static string Cut(string cell) => cell.Length > LongestName ? cell[..LongestName] + "…" : cell;
}
