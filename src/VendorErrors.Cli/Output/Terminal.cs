using Spectre.Console;

namespace VendorErrors.Cli.Output;

/// <summary>The consoles of this program. Output that is redirected is neither colored nor cut to a width.</summary>
internal static class Terminal
{
    private const int RedirectedWidth = 4000;

    /// <summary>A table; redirected, without the whitespace that pads its lines.</summary>
    internal static void Write(Table table)
    {
        if (!Console.IsOutputRedirected)
        {
            Out().Write(table);
            return;
        }

        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = RedirectedWidth;
        console.Write(table);
        foreach (string line in text.ToString().ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            Console.Out.WriteLine(line);
        }
    }

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
