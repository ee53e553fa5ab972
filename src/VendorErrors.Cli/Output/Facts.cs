using System.Globalization;
using Spectre.Console;

namespace VendorErrors.Cli.Output;

/// <summary>Names and values below each other, for a person; what has no value is left out.</summary>
internal sealed class Facts(IAnsiConsole console)
{
    private const int NameWidth = 18;
    private const int MaxShown = 10;

    internal void Add(string name, string? value)
    {
        if (value is not null)
        {
            console.MarkupLine($"  [grey]{name.PadRight(NameWidth)}[/]{Markup.Escape(Printable.Of(value))}");
        }
    }

    /// <summary>Values below each other, of many the first ones.</summary>
    internal void AddList(string name, IReadOnlyList<string> values)
    {
        for (var i = 0; i < Math.Min(values.Count, MaxShown); i++)
        {
            Add(i == 0 ? name : string.Empty, values[i]);
        }

        if (values.Count > MaxShown)
        {
            Add(string.Empty, string.Create(CultureInfo.InvariantCulture, $"… and {values.Count - MaxShown} more (--output json shows all)"));
        }
    }
}
