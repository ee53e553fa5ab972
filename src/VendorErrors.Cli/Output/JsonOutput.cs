using System.Text.Encodings.Web;
using System.Text.Json;

namespace VendorErrors.Cli.Output;

/// <summary>How this program writes JSON: texts stay readable, as nothing of it goes into HTML.</summary>
internal static class JsonOutput
{
    internal static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static JsonWriterOptions Indented { get; } = Compact with { Indented = true };

    /// <summary>Writes one value to standard output, with a line end.</summary>
    internal static void WriteToConsole(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        using Stream stdout = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(stdout, options))
        {
            write(writer);
        }

        stdout.WriteByte((byte)'\n');
    }
}
