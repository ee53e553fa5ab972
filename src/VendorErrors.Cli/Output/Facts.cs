using Spectre.Console;

namespace VendorErrors.Cli.Output;

/// <summary>Names and values below each other, for a person; what has no value is left out.</summary>
internal sealed class Facts(IAnsiConsole console)
{
    private const int NameWidth = 18;

    internal void Add(string name, string? value)
    {
        if (value is not null)
        {
            console.MarkupLine($"  [grey]{name.PadRight(NameWidth)}[/]{Markup.Escape(Printable.Of(value))}");
        }
    }
}
