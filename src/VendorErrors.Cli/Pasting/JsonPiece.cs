using System.Text;
using System.Text.Json;

namespace VendorErrors.Cli.Pasting;

/// <summary>Where JSON is in a text that has one character for each byte.</summary>
internal readonly record struct JsonPiece(int Start, int End, string Json)
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 1024 };

    /// <summary>The object or list that begins at a place; null where none does.</summary>
    internal static JsonPiece? At(string text, int start)
    {
        byte[] rest = Encoding.Latin1.GetBytes(text, start, text.Length - start);
        var json = new Utf8JsonReader(rest, isFinalBlock: false, new JsonReaderState(s_options));
        try
        {
            if (json.Read() && json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && json.TrySkip())
            {
                int length = (int)json.BytesConsumed;
                return new JsonPiece(start, start + length, text.Substring(start, length));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // It only looks like JSON.
        }

        return null;
    }

    /// <summary>Whether a text is JSON as a whole.</summary>
    internal static bool IsJson(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text, s_options);
        try
        {
            while (json.Read())
            {
            }

            return json.BytesConsumed > 0;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
