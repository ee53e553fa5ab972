using System.Text;
using System.Text.Json;

namespace VendorErrors.Packs;

/// <summary>Reads a body that a pack holds: JSON as it is without the white space of the file, or a text.</summary>
internal static class PackTemplate
{
    /// <summary>Reads a template: an object, a list or a text.</summary>
    internal static string? ReadTemplate(ref PackCursor json)
    {
        if (json.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.String)
        {
            return Read(ref json);
        }

        json.Mismatch("an object, a list or a text");
        return null;
    }

    /// <summary>Whether a text is an object or a list as <see cref="Read"/> gives it, so that it may be written as JSON.</summary>
    internal static bool IsCompact(string text)
    {
        if (text.Length == 0 || text[0] is not ('{' or '['))
        {
            return false;
        }

        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        var json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = PackLimits.Depth / 2 });
        try
        {
            while (json.Read())
            {
                // It is read to its end.
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return string.Equals(Compact(utf8), text, StringComparison.Ordinal);
    }

    internal static string? Read(ref PackCursor json) => json.Kind == JsonTokenType.String ? json.Text(hasLines: true) : Compact(json.Raw());

    private static string Compact(ReadOnlySpan<byte> utf8)
    {
        var compact = new byte[utf8.Length];
        var length = 0;
        var inText = false;
        for (var i = 0; i < utf8.Length; i++)
        {
            byte b = utf8[i];
            if (inText && b == (byte)'\\')
            {
                compact[length++] = b;
                b = utf8[++i];
            }
            else if (b == (byte)'"')
            {
                inText = !inText;
            }
            else if (!inText && b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                continue;
            }

            compact[length++] = b;
        }

        return Encoding.UTF8.GetString(compact, 0, length);
    }
}
