using System.CommandLine;
using VendorErrors.Cli.Completion;
using VendorErrors.Cli.Finding;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Commands;

/// <summary><c>explain</c>: one code, or whatever else a word means.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> s_first = new("VENDOR|WORD")
    {
        Description = "Before CODE: an id of 'vendor-errors vendors', the beginning of one, or a catalog that vendors share: sip, q850, smpp, gsm. Alone: a code or name of any vendor, a category, a stop reason, or an HTTP status.",
    };

    private static readonly Argument<string?> s_code = new("CODE")
    {
        Description = "The vendor's code, or a word or reason of its events, as 'vendor-errors codes' lists them.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> s_method = new("--method") { Description = "With --path: the method of the request.", HelpName = "M" };
    private static readonly Option<string?> s_path = new("--path") { Description = "Only what the code means for a request to this path.", HelpName = "P" };
    private static readonly Option<string?> s_status = new("--status") { Description = "Only what the code means under this HTTP status.", HelpName = "N" };
    private static readonly Option<string[]> s_pack = PackOption.Create();
    private static readonly Option<string?> s_output = OutputOption.Create("text (default), json, or markdown (a table to paste).");

    internal static Command Create()
    {
        s_first.CompletionSources.Add(VendorCompletion.VendorsAndCatalogs);
        s_code.CompletionSources.Add(context => VendorCompletion.Codes(context.ParseResult.GetValue(s_first), context.WordToComplete));
        var command = new Command("explain", "Explains one code of a vendor, or whatever else a word means.") { s_first, s_code, s_path, s_method, s_status, s_pack, s_output };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        string output = OutputOption.Parse(arguments.GetValue(s_output), "text", "text", "json", "markdown");
        IReadOnlyList<Found> found = Find(arguments, PackOption.Read(arguments.GetValue(s_pack), out _), out bool isVendorNamed);
        switch (output)
        {
            case "json":
                FoundOutput.WriteJson(found);
                break;
            case "markdown":
                FoundOutput.WriteMarkdown(found);
                break;
            case "text" when isVendorNamed:
                FoundOutput.WriteWhole(found);
                break;
            default:
                FoundOutput.WriteText(found);
                break;
        }

        return ExitCodes.Success;
    }

    private static IReadOnlyList<Found> Find(ParseResult arguments, VendorRegistry registry, out bool isVendorNamed)
    {
        string first = arguments.GetRequiredValue(s_first);
        string? code = arguments.GetValue(s_code);
        RowChoice choice = ChoiceOf(arguments);
        ReasonCatalog? catalog = registry.Find(first) is null ? CatalogArgument.Find(first) : null;

        // Two words, as nobody thinks of the quotes: HTTP 429.
        if (code is not null && catalog is null && registry.Find(first) is null && StatusFinder.IsNamed($"{first} {code}"))
        {
            (first, code) = ($"{first} {code}", null);
        }

        isVendorNamed = code is not null;
        if (!choice.IsOpen && (code is null || catalog is not null))
        {
            throw new UsageException("--path, --method and --status choose among the rows of one vendor's code: vendor-errors explain VENDOR CODE");
        }

        if (code is not null)
        {
            return catalog is not null ? VendorCodeFinder.Find(catalog, code) : VendorCodeFinder.Find(VendorArgument.Resolve(first, registry), code, choice);
        }

        return registry.Find(first) is null && catalog is null
            ? WordFinder.Find(first, registry)
            : throw new UsageException("CODE is missing; see vendor-errors explain --help");
    }

    private static RowChoice ChoiceOf(ParseResult arguments)
    {
        string? method = arguments.GetValue(s_method);
        string? path = arguments.GetValue(s_path);
        return method is not null && path is null
            ? throw new UsageException("--method needs --path, the path of the request")
            : new RowChoice(method?.ToUpperInvariant(), path, arguments.GetValue(s_status) is { } status ? StatusArgument.Parse(status) : null);
    }
}
