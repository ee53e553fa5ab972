using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Commands;

/// <summary><c>explain</c>: one code.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> s_vendor = new("VENDOR") { Description = "An id of 'vendor-errors vendors', or a catalog that vendors share: sip, q850, smpp, gsm." };
    private static readonly Option<string[]> s_pack = PackOption.Create();
    private static readonly Argument<string> s_code = new("CODE") { Description = "The vendor's code, or a word or reason of its events, as 'vendor-errors codes' lists them." };

    internal static Command Create()
    {
        var command = new Command("explain", "Explains one code of a vendor.") { s_vendor, s_code, s_pack };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        VendorRegistry registry = PackOption.Read(arguments.GetValue(s_pack), out _);
        string id = arguments.GetRequiredValue(s_vendor);
        string code = arguments.GetRequiredValue(s_code);
        return registry.Find(id) is null && CatalogArgument.Find(id) is { } catalog ? Run(catalog, code) : Run(VendorArgument.Parse(id, registry), code);
    }

    private static int Run(ReasonCatalog catalog, string code)
    {
        if (!EventExplanation.Write(Terminal.Out(), EventEntry.Of(catalog), code))
        {
            throw new UsageException($"{catalog.Id} has no code '{code}' in the catalog; all: vendor-errors codes --catalog {catalog.Id}");
        }

        return ExitCodes.Success;
    }

    private static int Run(Vendor vendor, string code)
    {
        CodeRow[] rows = RowsOf(vendor, code);
        IAnsiConsole console = Terminal.Out();
        foreach (CodeRow row in rows)
        {
            Write(console, vendor, row);
        }

        if (!EventExplanation.Write(console, EventEntry.Of(vendor), code) && rows.Length == 0)
        {
            string nearest = string.Join(", ", EditDistance.Nearest(code, vendor.Codes.Select(row => row.Code).Distinct(StringComparer.Ordinal), 3));
            throw new UsageException($"{vendor.Id} has no code '{code}' in the catalog; nearest: {nearest}; all: vendor-errors codes --vendor {vendor.Id}");
        }

        return ExitCodes.Success;
    }

    private static CodeRow[] RowsOf(Vendor vendor, string code)
    {
        CodeRow[] exact = [.. vendor.Codes.Where(row => row.LastCode is null && string.Equals(row.Code, code, StringComparison.OrdinalIgnoreCase))];
        return exact.Length > 0 ? exact : [.. vendor.Codes.Where(row => IsInRange(row, code))];
    }

    private static bool IsInRange(CodeRow row, string code) =>
        row.LastCode is not null
        && long.TryParse(code, CultureInfo.InvariantCulture, out long number)
        && long.TryParse(row.Code, CultureInfo.InvariantCulture, out long first)
        && long.TryParse(row.LastCode, CultureInfo.InvariantCulture, out long last)
        && number >= Math.Min(first, last) && number <= Math.Max(first, last);

    private static void Write(IAnsiConsole console, Vendor vendor, CodeRow row)
    {
        console.MarkupLine($"[bold]{Markup.Escape(Printable.Of(CodeColumns.Code(row)))}[/]  {Markup.Escape(Printable.Of(row.Name))}  · {vendor.Id}");
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
