using System.Runtime.CompilerServices;
using VendorErrors.Json;

namespace VendorErrors.Classification.Bodies;

/// <summary>Recognizes what a body is by its first bytes. The declared media type counts only where they leave a choice.</summary>
internal static class BodySniffer
{
    /// <summary>So many first bytes distinguish text from a file.</summary>
    internal const int TextBytes = 64;

    // Begins a sequence that colors a terminal.
    private const byte Escape = 0x1B;

    // Begins each value of a sequence of RFC 7464.
    private const byte RecordSeparator = 0x1E;

    /// <summary>What the body is; <paramref name="body"/> loses a UTF-8 byte order mark and leading white space.</summary>
    internal static BodyKind Sniff(ref ReadOnlySpan<byte> body, in VendorResponse response)
    {
        if (IsPlainlyJson(body))
        {
            return BodyKind.Json;
        }

        if (IsForeignEncoding(body))
        {
            return IsGzip(body) && Download.IsDeclared(response) ? BodyKind.Bytes : BodyKind.UnsupportedEncoding;
        }

        // Some servers put a byte order mark after whitespace, or two of them.
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
            _ => ByDeclaredType(body, DeclaredType.Of(response)),
        };
    }

    /// <summary>Whether the first bytes say that it is JSON and nothing comes before it, as in nearly all answers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsPlainlyJson(ReadOnlySpan<byte> body) => body.Length > 1 && body[0] is (byte)'{' or (byte)'[' && body[1] != 0;

    private static int AfterBlank(ReadOnlySpan<byte> body, int at)
    {
        at = Blank.Skip(body, at);
        return at < body.Length && body[at] is (byte)'\f' or RecordSeparator ? at + 1 : body[at..].StartsWith("\uFEFF"u8) ? at + 3 : at;
    }

    // A label never makes JSON of what does not begin so; of bytes that are called JSON it says that they are compressed.
    private static BodyKind ByDeclaredType(ReadOnlySpan<byte> body, string? contentType)
    {
        bool isJson = DeclaredType.Mentions(contentType, "json");
        return !IsText(body) ? (isJson ? BodyKind.UnsupportedEncoding : BodyKind.Bytes)
            : DeclaredType.Mentions(contentType, "html") ? BodyKind.Html
            : isJson && JsonScanner.FaultOf(body) == JsonFault.None ? BodyKind.Json
            : BodyKind.Text;
    }

    /// <summary>Whether a body is text, as far as its first bytes say: without the control characters that nearly all files hold there.</summary>
    internal static bool IsText(ReadOnlySpan<byte> body)
    {
        foreach (byte b in body.Length > TextBytes ? body[..TextBytes] : body)
        {
            if (b is < (byte)' ' and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or Escape))
            {
                return false;
            }
        }

        return !body.StartsWith("%PDF-"u8);
    }

    // UTF-16 and UTF-32, with a byte order mark or with the zeros that ASCII letters have in them; the magic number of gzip.
    private static bool IsForeignEncoding(ReadOnlySpan<byte> body) =>
        body.Length >= 2
        && ((body[0] == 0xFF && body[1] == 0xFE)
            || (body[0] == 0xFE && body[1] == 0xFF)
            || IsGzip(body)
            || (body[0] is (byte)'{' or (byte)'[' or (byte)'<' && body[1] == 0)
            || (body[0] == 0 && body[1] is (byte)'{' or (byte)'[' or (byte)'<' or 0));

    private static bool IsGzip(ReadOnlySpan<byte> body) => body[0] == 0x1F && body[1] == 0x8B;

    private static bool IsHtml(ReadOnlySpan<byte> body) =>
        StartsWithIgnoreCase(body, "<!doctype html") || StartsWithIgnoreCase(body, "<html") || StartsWithIgnoreCase(body, "<head")
        || StartsWithIgnoreCase(body, "<body") || StartsWithIgnoreCase(body, "<title") || StartsWithIgnoreCase(body, "<!--");

    private static bool StartsWithIgnoreCase(ReadOnlySpan<byte> body, string start) =>
        body.Length >= start.Length && Ascii.EqualsIgnoreCase(body[..start.Length], start);
}
