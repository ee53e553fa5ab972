using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using VendorErrors.Cli.Commands;
using VendorErrors.Cli.Input;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli;

/// <summary>The entry point: one line on standard error and status 2 for wrong usage, whatever is wrong.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var root = new RootCommand("Explains the error answers and the events of API vendors: what they mean, whether to retry, when, and why.")
        {
            ClassifyCommand.Create(),
            ReportCommand.Create(),
            ExplainCommand.Create(),
            CodesCommand.Create(),
            VendorsCommand.Create(),
            LintCommand.Create(),
            ExportCommand.Create(),
            DraftCommand.Create(),
            SimulateCommand.Create(),
            LedgerCommand.Create(),
            CompletionCommand.Create(),
        };
        ParseResult parsed = root.Parse(args);
        if (UnknownOption(parsed, args) is { } unknown)
        {
            return Fail(unknown);
        }

        if (parsed.Errors.Count > 0)
        {
            return Fail(Explain(parsed));
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            return Fail(e.Message);
        }
        catch (IOException e)
        {
            return Fail(e.Message);
        }
        catch (UnauthorizedAccessException e)
        {
            return Fail(e.Message);
        }
    }

    // The parser takes an unknown option for a file; nobody calls a file so.
    private static string? UnknownOption(ParseResult parsed, string[] args)
    {
        string[] known = [.. parsed.CommandResult.Command.Options.Select(option => option.Name)];
        bool IsKnown(string name) => known.Contains(name, StringComparer.Ordinal) || name is "--help" or "--version";
        string[] values = [.. parsed.CommandResult.Children.OfType<OptionResult>().SelectMany(option => option.Tokens).Select(token => token.Value)];
        string? unknown = Array.Find(args, word => word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2 && !IsKnown(word.Split('=')[0]) && !values.Contains(word, StringComparer.Ordinal));
        return unknown is null ? null : $"unknown option '{unknown}'{EditDistance.Suggest(unknown, known)} see vendor-errors {PathOf(parsed.CommandResult)} --help";
    }

    private static string Explain(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string see = $"see vendor-errors {PathOf(parsed.CommandResult)} --help".Replace("  ", " ", StringComparison.Ordinal);
        if (command.Subcommands.Count > 0)
        {
            string[] commands = [.. command.Subcommands.Select(known => known.Name)];
            return parsed.UnmatchedTokens is [string unknown, ..]
                ? $"unknown command '{unknown}'{EditDistance.Suggest(unknown, commands)} {see}"
                : $"a command is missing: {string.Join(", ", commands)}; {see}";
        }

        string why = parsed.UnmatchedTokens is [string surplus, ..] ? $"unexpected argument '{surplus}'"
            : Array.Find([.. command.Arguments], argument => parsed.GetResult(argument) is null or { Tokens.Count: 0 } && argument.Arity.MinimumNumberOfValues > 0) is { } missing ? $"{missing.Name} is missing"
            : parsed.Errors[0].Message.TrimEnd('.');
        return $"{why}; {see}";
    }

    // ledger list, and nothing for the program itself.
    private static string PathOf(CommandResult result) => result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}".TrimStart() : string.Empty;

    private static int Fail(string message)
    {
        Console.Error.WriteLine($"vendor-errors: {Printable.Of(string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))}");
        return ExitCodes.Usage;
    }
}
