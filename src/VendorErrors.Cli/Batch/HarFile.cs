using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Batch;

/// <summary>A HAR file (HTTP Archive), as browsers and proxies write it: an object with <c>log.entries</c>.</summary>
internal static class HarFile
{
    /// <summary>The entries come within so many bytes: 1 MiB.</summary>
    internal const int MostBytesBefore = 1024 * 1024;

    private const int MaxDepth = 1024;
    private const int RootDepth = 1;

    /// <summary>Whether an input is one; null where its beginning does not say so yet.</summary>
    /// <param name="beginning">What was read of it.</param>
    /// <param name="isWhole">Whether that is all.</param>
    internal static bool? IsHar(ReadOnlySpan<byte> beginning, bool isWhole)
    {
        var json = new Utf8JsonReader(WithoutMark(beginning), isWhole, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
        try
        {
            return IsHar(ref json) ?? (isWhole ? false : null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair in a name is the latter.
            return false;
        }
    }

    /// <summary>The entries of an opened file.</summary>
    internal static JsonElement.ArrayEnumerator EntriesOf(JsonDocument har) =>
        har.RootElement.TryGetProperty("log", out JsonElement log) && log.ValueKind == JsonValueKind.Object && log.TryGetProperty("entries", out JsonElement entries) && entries.ValueKind == JsonValueKind.Array
            ? entries.EnumerateArray()
            : throw new UsageException("log.entries of the HAR file comes twice, and the last one is no list");

    /// <summary>Opens it.</summary>
    internal static JsonDocument Parse(ReadOnlyMemory<byte> file)
    {
        if (!Utf8.IsValid(file.Span))
        {
            throw new UsageException("the HAR file holds invalid UTF-8");
        }

        try
        {
            return JsonDocument.Parse(file[(file.Length - WithoutMark(file.Span).Length)..], new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException e)
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"the HAR file is cut or malformed: the grammar breaks in line {(e.LineNumber ?? 0) + 1}, at byte {e.BytePositionInLine ?? 0}, counted from 0"));
        }
    }

    private static bool? IsHar(ref Utf8JsonReader json)
    {
        if (!json.Read())
        {
            return null;
        }

        if (json.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndObject)
            {
                return false;
            }

            bool isLog = json.CurrentDepth == RootDepth && json.ValueTextEquals("log"u8);
            bool isEntries = json.CurrentDepth == RootDepth + 1 && json.ValueTextEquals("entries"u8);
            if (!json.Read())
            {
                return null;
            }

            if (isEntries)
            {
                return json.TokenType == JsonTokenType.StartArray;
            }

            // What is in the log is looked at name by name; all else is skipped.
            if (!(isLog && json.TokenType == JsonTokenType.StartObject) && !json.TrySkip())
            {
                return null;
            }
        }

        return null;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;
}
