using System.Globalization;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>Rows of the catalog as CSV after RFC 4180: a head, lines ended by CR and LF, quotes only where they are needed.</summary>
internal static class CatalogCsv
{
    private const string LineEnd = "\r\n";

    internal static void Write((Vendor Vendor, CodeRow Row)[] rows)
    {
        WriteLine(CatalogFields.All.Select(field => field.Name));
        foreach ((Vendor vendor, CodeRow row) in rows)
        {
            WriteLine(CatalogFields.All.Select(field => Text(field.Read(vendor, row))));
        }
    }

    /// <summary>One line of it.</summary>
    internal static void WriteLine(IEnumerable<string> texts) => Console.Out.Write(string.Join(',', texts.Select(Quoted)) + LineEnd);

    /// <summary>A value as a cell; an empty one is null.</summary>
    internal static string Text(object? value) => value switch
    {
        null => string.Empty,
        bool truth => truth ? "true" : "false",
        IReadOnlyList<TextRule> refinements => string.Join("; ", refinements.Select(rule => $"{rule.Contains}: {SnakeCase.Of(rule.Category)}")),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
