using System.Globalization;
using System.Text;
using System.Text.Json;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Batch;

/// <summary>Reads one entry of a HAR file as a record of a batch. What it cannot read it reports as <see cref="UsageException"/>.</summary>
internal static class HarEntry
{
    /// <summary>What the vendor answered.</summary>
    internal static void ReadAnswer(JsonElement entry, ref BatchRecord record)
    {
        JsonElement request = ObjectOf(entry, "request") ?? throw new UsageException("the entry has no request");
        JsonElement response = ObjectOf(entry, "response") ?? throw new UsageException("the entry has no response");

        // Of a request that was blocked, canceled or cut off, browsers write 0.
        int status = NumberOf(response, "status") is { } number and not 0 ? (int)number : throw new UsageException("the entry has no answer: its status is 0");
        record.Status = StatusArgument.IsValid(status) ? status : throw new UsageException("the status is not an HTTP status, a number from 100 to 599");
        record.IsEvent = false;
        record.Method = TextOf(request, "method");
        record.Path = TextOf(request, "url");
        record.Headers = HeadersOf(response);
        record.ReceivedAt = EndOf(entry);
        if (ObjectOf(response, "content") is { } content)
        {
            record.ContentType = TextOf(content, "mimeType");
            record.Body = BodyOf(content, "content") ?? (NumberOf(content, "size") > 0 ? throw new UsageException("the body was not saved: content.text is missing") : []);
        }
    }

    /// <summary>What the vendor sent: the body of the request, or of a callback by GET the query of its address.</summary>
    internal static void ReadEvent(JsonElement entry, ref BatchRecord record)
    {
        JsonElement request = ObjectOf(entry, "request") ?? throw new UsageException("the entry has no request");
        record.IsEvent = true;
        record.Headers = HeadersOf(request);
        byte[]? body = null;
        if (ObjectOf(request, "postData") is { } posted)
        {
            record.ContentType = TextOf(posted, "mimeType");
            body = BodyOf(posted, "postData") is { Length: > 0 } text ? text : FieldsOf(posted);
        }

        if (body is null && string.Equals(TextOf(request, "method"), "GET", StringComparison.OrdinalIgnoreCase))
        {
            body = QueryOf(TextOf(request, "url"));
        }

        record.Body = body is { Length: > 0 } ? body : throw new UsageException("the request of the entry has no body");
    }

    private static byte[]? BodyOf(JsonElement content, string name)
    {
        if (TextOf(content, "text") is not { } text)
        {
            return null;
        }

        string? encoding = TextOf(content, "encoding");
        return string.IsNullOrEmpty(encoding) ? Encoding.UTF8.GetBytes(text)
            : string.Equals(encoding, "base64", StringComparison.OrdinalIgnoreCase) ? FromBase64(text, name)
            : throw new UsageException($"{name}.encoding '{encoding}' is not known; only base64 is");
    }

    private static byte[] FromBase64(string text, string name)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? bytes[..length] : throw new UsageException($"{name}.text is not base64");
    }

    // Some programs write the fields of a form in place of its text.
    private static byte[]? FieldsOf(JsonElement posted)
    {
        string[] fields = [.. ObjectsOf(posted, "params").Select(field => $"{Uri.EscapeDataString(TextOf(field, "name") ?? string.Empty)}={Uri.EscapeDataString(TextOf(field, "value") ?? string.Empty)}")];
        return fields.Length == 0 ? null : Encoding.UTF8.GetBytes(string.Join('&', fields));
    }

    private static byte[] QueryOf(string? url)
    {
        string address = (url ?? string.Empty).Split('#')[0];
        int query = address.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? [] : Encoding.UTF8.GetBytes(address[(query + 1)..]);
    }

    private static List<KeyValuePair<string, IEnumerable<string>>> HeadersOf(JsonElement message)
    {
        List<KeyValuePair<string, IEnumerable<string>>> headers = [];
        foreach (JsonElement header in ObjectsOf(message, "headers"))
        {
            // HTTP/2 has its status line among them, such as :status.
            if (TextOf(header, "name") is { Length: > 0 } name && name[0] != ':')
            {
                headers.Add(new KeyValuePair<string, IEnumerable<string>>(name, [TextOf(header, "value") ?? string.Empty]));
            }
        }

        return headers;
    }

    // When the answer was there: the clock for dates in its headers.
    private static DateTimeOffset? EndOf(JsonElement entry) =>
        TextOf(entry, "startedDateTime") is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset start)
        && start.Year < DateTime.MaxValue.Year
            ? start.AddMilliseconds(NumberOf(entry, "time") is >= 0 and < 1e9 and var passed ? passed : 0)
            : null;

    private static IEnumerable<JsonElement> ObjectsOf(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    private static JsonElement? ObjectOf(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static double? NumberOf(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number : null;

    private static string? TextOf(JsonElement owner, string name)
    {
        if (!owner.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new UsageException($"{name} holds half a surrogate pair");
        }
    }
}
