using System.Text.Encodings.Web;
using System.Text.Json;
using VendorErrors.Storage;

namespace VendorErrors.Cli.Output;

/// <summary>How this program writes JSON: texts stay readable, as nothing of it goes into HTML.</summary>
internal static class JsonOutput
{
    internal static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    internal static JsonWriterOptions Indented { get; } = new() { Encoder = Encoder, Indented = true };

    /// <summary>Writes one value to standard output over several lines, with a line end.</summary>
    internal static void WriteToConsole(Action<Utf8JsonWriter> write)
    {
        using Stream stdout = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(stdout, Indented))
        {
            write(writer);
        }

        stdout.WriteByte((byte)'\n');
    }

    /// <summary>Writes JSON to standard output, as it is or over several lines.</summary>
    internal static void WriteToConsole(JsonLine line, bool isIndented)
    {
        if (!isIndented)
        {
            WriteToConsole(line);
            return;
        }

        using JsonDocument document = JsonDocument.Parse(line.Written.ToArray());
        WriteToConsole(document.WriteTo);
    }

    /// <summary>Writes one line of JSON to standard output.</summary>
    internal static void WriteToConsole(JsonLine line)
    {
        line.Raw("\n"u8);
        using Stream stdout = Console.OpenStandardOutput();
        stdout.Write(line.Written);
    }
}
