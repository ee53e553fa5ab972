using System.CommandLine;
using System.Text;
using VendorErrors.Cli.Commands;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli;

/// <summary>The entry point: one line on standard error and status 2 for wrong usage, whatever is wrong.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var root = new RootCommand("Explains the error answers of telephony vendors: what they mean, whether to send again, when, and why.")
        {
            ClassifyCommand.Create(),
            ExplainCommand.Create(),
            CodesCommand.Create(),
            VendorsCommand.Create(),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Fail(Explain(parsed, root));
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

    private static string Explain(ParseResult parsed, RootCommand root)
    {
        if (parsed.CommandResult.Command == root)
        {
            string[] commands = [.. root.Subcommands.Select(command => command.Name)];
            return parsed.UnmatchedTokens is [string unknown, ..]
                ? $"unknown command '{unknown}'; did you mean '{EditDistance.Nearest(unknown, commands, 1)[0]}'? See vendor-errors --help"
                : $"a command is missing: {string.Join(", ", commands)}; see vendor-errors --help";
        }

        return $"{parsed.Errors[0].Message} See vendor-errors {parsed.CommandResult.Command.Name} --help";
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine($"vendor-errors: {string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
        return ExitCodes.Usage;
    }
}
