using System.Text.Json;

namespace VendorErrors.Http.Reading;

/// <summary>
/// The body of an answer that is in memory already: it was read to its end for the verdict, its length says so, or it is one closed JSON value. Reads
/// nothing from the network, and leaves the content as it was.
/// </summary>
internal static class WholeBody
{
    /// <summary>The bytes; null where not all are there, or there are more than the bound.</summary>
    public static byte[]? Of(HttpContent content, int bound)
    {
        if (content is PrefixedContent { Beginning: var beginning } read)
        {
            bool isWhole = read.IsWhole || (!MediaType.IsEncoded(content) && (content.Headers.ContentLength == beginning.Length || (IsJson(content) && IsClosed(beginning.Span))));
            return isWhole && beginning.Length <= bound ? beginning.ToArray() : null;
        }

        // It was opened for the verdict: this is the same stream.
        Task<Stream> opening = content.ReadAsStreamAsync();
        return opening.Status == TaskStatus.RanToCompletion && opening.Result is MemoryStream stream ? Copy(stream, bound) : null;
    }

    private static byte[]? Copy(MemoryStream stream, int bound)
    {
        long start = stream.Position;
        if (stream.Length - start > bound)
        {
            return null;
        }

        var bytes = new byte[stream.Length - start];
        int length = stream.Read(bytes, 0, bytes.Length);
        stream.Position = start;
        return length == bytes.Length ? bytes : null;
    }

    // One value for each answer; lines and sequences of JSON have other names.
    private static bool IsJson(HttpContent content) =>
        content.Headers.ContentType?.MediaType is { } type && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private static bool IsClosed(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, isFinalBlock: true, state: default);
            return reader.Read() && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
