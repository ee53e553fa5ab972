using Spectre.Console;

namespace VendorErrors.Cli.Output;

/// <summary>The consoles of this program. Output that is redirected is neither coloured nor cut to a width.</summary>
internal static class Terminal
{
    private const int RedirectedWidth = 4000;

    internal static IAnsiConsole Out()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Out),
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }
}
