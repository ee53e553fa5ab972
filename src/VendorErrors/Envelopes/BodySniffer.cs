using System.Runtime.CompilerServices;
using VendorErrors.Envelopes.Json;

namespace VendorErrors.Envelopes;

/// <summary>Tells what a body is by its first bytes. The declared media type counts only where the bytes do not tell.</summary>
internal static class BodySniffer
{
    /// <summary>What the body is; <paramref name="body"/> loses a UTF-8 byte order mark and leading white space.</summary>
    internal static BodyKind Sniff(ref ReadOnlySpan<byte> body, in VendorResponse response)
    {
        if (IsPlainlyJson(body))
        {
            return BodyKind.Json;
        }

        if (IsForeignEncoding(body))
        {
            return BodyKind.UnsupportedEncoding;
        }

        // Some servers put a byte order mark behind blanks, or two of them.
        int start = 0;
        for (int next = AfterBlank(body, 0); next > start; next = AfterBlank(body, start))
        {
            start = next;
        }

        body = body[start..];
        if (body.IsEmpty)
        {
            return BodyKind.Empty;
        }

        return body[0] switch
        {
            (byte)'{' or (byte)'[' => BodyKind.Json,
            (byte)'/' when body.StartsWith("/*"u8) || body.StartsWith("//"u8) => BodyKind.Json,
            (byte)'<' => IsHtml(body) ? BodyKind.Html : BodyKind.Xml,
            _ => ByContentType(response),
        };
    }

    /// <summary>Whether the first bytes say that it is JSON and nothing stands before it, as of nearly all answers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsPlainlyJson(ReadOnlySpan<byte> body) => body.Length > 1 && body[0] is (byte)'{' or (byte)'[' && body[1] != 0;

    private static int AfterBlank(ReadOnlySpan<byte> body, int at)
    {
        at = Blank.Skip(body, at);
        return at < body.Length && body[at] == (byte)'\f' ? at + 1 : body[at..].StartsWith("\uFEFF"u8) ? at + 3 : at;
    }

    private static BodyKind ByContentType(in VendorResponse response)
    {
        string? contentType = response.ContentType ?? ResponseHeaders.Find(response, "Content-Type");
        return Mentions(contentType, "html") ? BodyKind.Html
            : Mentions(contentType, "json") ? BodyKind.Json
            : BodyKind.Text;
    }

    // UTF-16 and UTF-32, with a byte order mark or with the zeros that ASCII letters have in them; the magic number of gzip.
    private static bool IsForeignEncoding(ReadOnlySpan<byte> body) =>
        body.Length >= 2
        && ((body[0] == 0xFF && body[1] == 0xFE)
            || (body[0] == 0xFE && body[1] == 0xFF)
            || (body[0] == 0x1F && body[1] == 0x8B)
            || (body[0] is (byte)'{' or (byte)'[' or (byte)'<' && body[1] == 0)
            || (body[0] == 0 && body[1] is (byte)'{' or (byte)'[' or (byte)'<' or 0));

    private static bool IsHtml(ReadOnlySpan<byte> body) =>
        StartsWithIgnoreCase(body, "<!doctype html") || StartsWithIgnoreCase(body, "<html") || StartsWithIgnoreCase(body, "<head")
        || StartsWithIgnoreCase(body, "<body") || StartsWithIgnoreCase(body, "<title") || StartsWithIgnoreCase(body, "<!--");

    private static bool StartsWithIgnoreCase(ReadOnlySpan<byte> body, string start) =>
        body.Length >= start.Length && Ascii.EqualsIgnoreCase(body[..start.Length], start);

    private static bool Mentions(string? contentType, string word) =>
        contentType is not null && contentType.Contains(word, StringComparison.OrdinalIgnoreCase);
}
