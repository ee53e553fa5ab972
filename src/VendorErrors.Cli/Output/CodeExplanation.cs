using System.Globalization;
using Spectre.Console;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>A code of a vendor's answers for a person: all that its row says.</summary>
internal static class CodeExplanation
{
    internal static void Write(IAnsiConsole console, Vendor vendor, CodeRow row)
    {
        console.MarkupLine($"[bold]{Markup.Escape(Printable.Of(CodeColumns.Code(row)))}[/]  {Markup.Escape(Printable.Of(row.Name))}  · {Markup.Escape(vendor.Id)}");
        WriteFacts(console, row);
    }

    /// <summary>What follows the title.</summary>
    internal static void WriteFacts(IAnsiConsole console, CodeRow row)
    {
        var facts = new Facts(console);
        facts.Add(row.Category is null ? "outcome" : "category", row.Category is { } named ? $"{SnakeCase.Of(named)} ({SnakeCase.Of(named.ToGroup())})" : SnakeCase.Of(row.Outcome));
        facts.Add("effect", SnakeCase.Of(row.EffectiveEffect));
        facts.Add("stands for", RowPhrase.StandsFor(row));
        facts.Add("only at", row.Operation);
        facts.Add("only with HTTP", row.OnHttpStatus?.ToString(CultureInfo.InvariantCulture));
        facts.Add("only when", row.When?.ToString());
        if (row.Category is { } category)
        {
            AddCategory(facts, row, category);
        }

        facts.Add("note", row.Note);
        facts.Add("source", RowPhrase.Source(row));
    }

    private static void AddCategory(Facts facts, CodeRow row, ErrorCategory category)
    {
        facts.Add("send again?", RowPhrase.SendAgain(category, row.EffectiveEffect));
        facts.Add("wait", CodeColumns.Wait(row));
        facts.Add("at most", RowPhrase.AtMost(row));
        facts.Add("what to do", RowPhrase.Advice(row)?.Text);
        facts.Add("google.rpc", SnakeCase.Of(category.ToGoogleRpcCode()).ToUpperInvariant());
        facts.Add("HTTP to export", category.ToHttpStatus()?.ToString(CultureInfo.InvariantCulture));
    }
}
