using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Batch;

/// <summary>
/// Reads one line of a batch. What it cannot read it reports as <see cref="UsageException"/>. A record that was read holds until the
/// next is read. Not for use by several threads.
/// </summary>
internal sealed class BatchRecordReader(VendorRegistry vendors)
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 1024 };
    private static readonly string[] s_timeFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    private readonly Vendor[] _vendors = [.. vendors.Vendors, .. vendors.Shapes];
    private byte[] _body = [];

    /// <summary>The id of a record that could not be read, for its error; what can be found of it.</summary>
    internal static ReadOnlySpan<byte> FindId(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line, s_options);
            for (json.Read(); json.Read() && json.TokenType == JsonTokenType.PropertyName;)
            {
                bool isId = json.ValueTextEquals("id"u8);
                json.Read();
                int start = (int)json.TokenStartIndex;
                json.Skip();
                if (isId)
                {
                    ReadOnlySpan<byte> id = line[start..(int)json.BytesConsumed];
                    return Utf8.IsValid(id) ? id : default;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // It is an unreadable line; its id need not be there. The latter is half a surrogate pair in a name.
        }

        return default;
    }

    internal void Read(ReadOnlySpan<byte> line, ref BatchRecord record)
    {
        try
        {
            var json = new Utf8JsonReader(line, s_options);
            json.Read();
            Expect(ref json, JsonTokenType.StartObject, "a record");
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                ReadMember(ref json, line, ref record);
            }

            if (json.Read())
            {
                throw new UsageException("something follows the record");
            }

            if (record.Body.IsEmpty)
            {
                RecordNames.RejectMisnamed(line);
            }
        }
        catch (JsonException e)
        {
            throw new UsageException(line.IndexOf((byte)0) >= 0
                ? "the input is UTF-16; save it as UTF-8"
                : string.Create(CultureInfo.InvariantCulture, $"not one JSON record on one line: the grammar breaks at byte {e.BytePositionInLine ?? 0}, counted from 0"));
        }
        catch (InvalidOperationException)
        {
            throw new UsageException("not a JSON record: it holds invalid UTF-8 or half a surrogate pair");
        }
    }

    private void ReadMember(ref Utf8JsonReader json, ReadOnlySpan<byte> line, ref BatchRecord record)
    {
        if (json.ValueTextEquals("id"u8))
        {
            json.Read();
            int start = (int)json.TokenStartIndex;
            json.Skip();
            ReadOnlySpan<byte> id = line[start..(int)json.BytesConsumed];
            record.Id = Utf8.IsValid(id) ? id : default;
            if (record.Id.IsEmpty)
            {
                throw new UsageException("the id is not valid UTF-8");
            }
        }
        else if (json.ValueTextEquals("vendor"u8))
        {
            ReadVendor(ref json, ref record);
        }
        else if (json.ValueTextEquals("status"u8))
        {
            record.Status = ReadStatus(ref json);
        }
        else if (json.ValueTextEquals("headers"u8))
        {
            ReadHeaders(ref json, ref record);
        }
        else if (json.ValueTextEquals("request"u8))
        {
            ReadRequest(ref json, ref record);
        }
        else if (json.ValueTextEquals("received_at"u8))
        {
            record.ReceivedAt = ReadText(ref json, "received_at") is { } time ? ParseTime(time) : null;
        }
        else if (json.ValueTextEquals("body"u8))
        {
            ReadBody(ref json, line, ref record);
        }
        else if (json.ValueTextEquals("body_base64"u8))
        {
            ReadBase64(ref json, ref record);
        }
        else if (json.ValueTextEquals("event"u8))
        {
            record.IsEvent = ReadTruth(ref json, "event");
        }
        else
        {
            json.Read();
            json.Skip();
        }
    }

    private void ReadVendor(ref Utf8JsonReader json, ref BatchRecord record)
    {
        json.Read();
        record.Vendor = json is { TokenType: JsonTokenType.String, ValueIsEscaped: false } ? FindVendor(json.ValueSpan) : null;
        record.VendorId = record.Vendor is null ? TextOf(ref json, "vendor") : null;
    }

    private Vendor? FindVendor(ReadOnlySpan<byte> id)
    {
        foreach (Vendor vendor in _vendors)
        {
            if (Ascii.Equals(id, vendor.Id))
            {
                return vendor;
            }
        }

        return null;
    }

    private void ReadBody(ref Utf8JsonReader json, ReadOnlySpan<byte> line, ref BatchRecord record)
    {
        json.Read();
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.String:
                int length = json.ValueSpan.Length;
                if (_body.Length < length)
                {
                    _body = new byte[Math.Max(length, _body.Length * 2)];
                }

                record.Body = _body.AsSpan(0, json.CopyString(_body));
                break;
            default:
                // A body that was put in as JSON rather than as text is taken as it is.
                int start = (int)json.TokenStartIndex;
                json.Skip();
                record.Body = line[start..(int)json.BytesConsumed];
                break;
        }
    }

    private static void ReadBase64(ref Utf8JsonReader json, ref BatchRecord record)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
        {
            return;
        }

        Expect(ref json, JsonTokenType.String, "body_base64");
        record.Body = json.TryGetBytesFromBase64(out byte[]? bytes) ? bytes : throw new UsageException("body_base64 is not base64");
    }

    private static int ReadStatus(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.Null => 0,
            JsonTokenType.Number when json.TryGetInt32(out int status) && StatusArgument.IsValid(status) => status,
            JsonTokenType.String => StatusArgument.Parse(json.GetString()!),
            _ => throw new UsageException("status is not an HTTP status, a number from 100 to 599"),
        };
    }

    private static void ReadHeaders(ref Utf8JsonReader json, ref BatchRecord record)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
        {
            return;
        }

        Expect(ref json, JsonTokenType.StartObject, "headers");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = json.GetString()!;
            json.Read();
            (record.Headers ??= []).Add(new KeyValuePair<string, IEnumerable<string>>(name, ReadHeaderValues(ref json, name)));
        }
    }

    private static List<string> ReadHeaderValues(ref Utf8JsonReader json, string name)
    {
        var values = new List<string>(1);
        if (json.TokenType == JsonTokenType.StartArray)
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                AddValue(ref json, name, values);
            }
        }
        else
        {
            AddValue(ref json, name, values);
        }

        return values;
    }

    private static void AddValue(ref Utf8JsonReader json, string name, List<string> values)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                values.Add(json.GetString()!);
                break;
            case JsonTokenType.Number:
                values.Add(Encoding.UTF8.GetString(json.ValueSpan));
                break;
            case JsonTokenType.Null:
                break;
            default:
                throw new UsageException($"header '{name}' is neither text nor a list of texts");
        }
    }

    private static void ReadRequest(ref Utf8JsonReader json, ref BatchRecord record)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
        {
            return;
        }

        Expect(ref json, JsonTokenType.StartObject, "request");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("method"u8))
            {
                record.Method = ReadText(ref json, "request.method");
            }
            else if (json.ValueTextEquals("path"u8))
            {
                record.Path = ReadText(ref json, "request.path");
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }
    }

    private static bool? ReadTruth(ref Utf8JsonReader json, string name)
    {
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Null => null,
            _ => throw new UsageException($"{name} is neither true nor false"),
        };
    }

    private static string? ReadText(ref Utf8JsonReader json, string name)
    {
        json.Read();
        return TextOf(ref json, name);
    }

    private static string? TextOf(ref Utf8JsonReader json, string name) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString(),
        JsonTokenType.Null => null,
        _ => throw new UsageException($"{name} is not a text"),
    };

    private static DateTimeOffset ParseTime(string text) =>
        DateTimeOffset.TryParseExact(text, s_timeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw new UsageException($"received_at '{text}' is not an ISO 8601 time");

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type, string name)
    {
        if (json.TokenType != type)
        {
            throw new UsageException(type == JsonTokenType.StartObject ? $"{name} is not a JSON object" : $"{name} is not a text");
        }
    }
}
