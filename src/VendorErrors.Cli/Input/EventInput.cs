using VendorErrors.Classification.Events;

namespace VendorErrors.Cli.Input;

/// <summary>The body of an event, as a person or a file gives it. What can be no event is a <see cref="UsageException"/> that says what it is.</summary>
internal static class EventInput
{
    private const int MostListed = 12;
    private const string ContentTypeHeader = "Content-Type";

    /// <summary>The events of the body.</summary>
    /// <param name="vendor">Whose they are.</param>
    /// <param name="body">The body as it came, perhaps with the line end that a shell adds.</param>
    /// <param name="headers">The headers of the vendor's request.</param>
    internal static IReadOnlyList<VendorEvent> Read(Vendor vendor, ReadOnlySpan<byte> body, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? headers)
    {
        RequireEvents(vendor);

        // A form has no line end, and the shell puts one there.
        body = body.TrimEnd(" \t\r\n"u8);
        return FaultOf(body) is { } fault ? throw new UsageException(fault) : vendor.ReadEvents(body, headers);
    }

    /// <summary>Throws where no events of the vendor are known.</summary>
    internal static void RequireEvents(Vendor vendor)
    {
        if (vendor.Events.Shapes.Count > 0)
        {
            return;
        }

        string[] others = [.. VendorRegistry.BuiltIn.Vendors.Where(known => known.Events.Shapes.Count > 0).Select(known => known.Id)];
        string list = others.Length <= MostListed ? $"those of {string.Join(", ", others)} are" : "'vendor-errors vendors' says whose are";
        throw new UsageException($"no events of {vendor.Id} ({vendor.Name}) are known, so the state of each would be unknown; {list}");
    }

    /// <summary>Whether what was put among answers is an event: it has no status, which an answer always has, and a shape of the vendor's events takes it.</summary>
    internal static bool IsEvent(Vendor vendor, in VendorResponse response) =>
        response.Status == 0 && !response.Body.IsEmpty && vendor.Events.Shapes.Count > 0 && EventReader.FindShape(vendor.EventCatalog, response) is not null;

    /// <summary>The headers with the declared type of the body, where they lack it.</summary>
    internal static IEnumerable<KeyValuePair<string, IEnumerable<string>>>? WithContentType(List<KeyValuePair<string, IEnumerable<string>>>? headers, string? type) =>
        type is null || headers?.Exists(header => string.Equals(header.Key, ContentTypeHeader, StringComparison.OrdinalIgnoreCase)) == true
            ? headers
            : [.. headers ?? [], new KeyValuePair<string, IEnumerable<string>>(ContentTypeHeader, [type])];

    private static string? FaultOf(ReadOnlySpan<byte> body) =>
        body.IsEmpty ? "there is no event: the body is empty"
        : body is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, >= (byte)' ' and <= (byte)'~', ..] or [>= (byte)' ' and <= (byte)'~', 0, ..] ? "the input is UTF-16; save it as UTF-8"
        : body is [0x1F, 0x8B, ..] ? "the input is compressed with gzip; decompress it first"
        : IsHttp(body) ? "the input begins with the first line of HTTP; pass --header, and only the body"
        : null;

    // POST /hook HTTP/1.1
    private static bool IsHttp(ReadOnlySpan<byte> body)
    {
        int end = body.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = (end < 0 ? body : body[..end]).TrimEnd((byte)'\r');
        return line.StartsWith("HTTP/"u8) || (line.Length > 0 && char.IsAsciiLetterUpper((char)line[0]) && line.LastIndexOf(" HTTP/"u8) is >= 0 and var version && version >= line.Length - 9);
    }
}
