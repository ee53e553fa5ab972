using System.Text;
using System.Text.Json;

namespace VendorErrors.Cli.Pasting;

/// <summary>A JSON string whose text is JSON, as programs log it that serialize twice.</summary>
internal static class JsonStringForm
{
    internal static PastedAnswer? Read(PastedAnswer paste)
    {
        if (paste.Body.AsSpan().TrimStart(" \t\r\n"u8) is not [(byte)'"', ..] || !JsonPiece.IsJson(paste.Body))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(paste.Body);
            string text = json.RootElement.GetString()!;
            return text.AsSpan().TrimStart() is ['{' or '[' or '"', ..] ? paste.Unwrap("a JSON string", Encoding.UTF8.GetBytes(text)) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair is the latter.
            return null;
        }
    }
}
