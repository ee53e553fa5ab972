using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace VendorErrors.Tests.Cli;

/// <summary>One real answer of a vendor in every form in which people paste it.</summary>
internal static class PastedForms
{
    internal const string Vendor = "yeastar-p-series";
    internal const string Code = "10004";
    internal const string Body = """{"errcode":10004,"errmsg":"TOKEN EXPIRED"}""";

    private const string CurlTranscript =
        "* Connected to pbx\n> POST /openapi/v1.0/call/dial?access_token=x HTTP/1.1\n> Host: pbx\n> \n} [5 bytes data]\n* upload done\n< HTTP/1.1 200 OK\n< Content-Type: application/json\n< \n{ [42 bytes data]\n"
        + Body + "* Connection #0 to host pbx left intact\n";

    /// <summary>The paste by its name, and what the shell says that it is; nothing of a plain body.</summary>
    internal static IReadOnlyDictionary<string, (byte[] Paste, string? ReadAs)> All { get; } = new Dictionary<string, (byte[], string?)>(StringComparer.Ordinal)
    {
        ["plain"] = (Utf8(Body), null),
        ["indented"] = (Utf8("{\r\n  \"errcode\": 10004,\r\n  \"errmsg\": \"TOKEN EXPIRED\"\r\n}\r\n"), null),
        ["UTF-8 with a mark"] = ([0xEF, 0xBB, 0xBF, .. Utf8(Body)], null),
        ["UTF-16"] = ([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Body)], "UTF-16, no status"),
        ["UTF-16 big-endian"] = ([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Body)], "UTF-16, no status"),
        ["UTF-16 without a mark"] = (Encoding.Unicode.GetBytes(Body), "UTF-16, no status"),
        ["gzip"] = (Gzip(Utf8(Body)), "gzip, no status"),
        ["curl -i"] = (Utf8("HTTP/1.1 200 OK\r\nServer: nginx\r\nX-A: b\r\n\r\n" + Body), "curl -i, status 200, 2 headers"),
        ["curl -i after others"] = (Utf8("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 Found\r\nLocation: /x\r\n\r\nHTTP/2 200\r\nServer: nginx\r\n\r\n" + Body), "curl -i, status 200, 1 header"),
        ["curl -v"] = (Utf8(CurlTranscript), "curl -v, status 200, 1 header, method POST, path"),
        ["log line"] = (Utf8($"2026-11-01 12:00:01 [12] ERROR DialService - vendor said {Body} (attempt 1)"), "text with JSON inside, no status"),
        ["log line with a status"] = (Utf8($"12:00:01 ERR 404 ms, status=200 {Body}"), "text with JSON inside, status 200"),
        ["log line with a phrase"] = (Utf8($"vendor said 200 OK: {Body}"), "text with JSON inside, status 200"),
        ["log line with two statuses"] = (Utf8($"HTTP 429, then HTTP 500: {Body}"), "text with JSON inside, several statuses beside it, no status"),
        ["log line that says it twice"] = (Utf8($"got {Body}, throwing {Body}"), "text with JSON inside, no status"),
        ["escaped"] = (Utf8(Body.Replace("\"", "\\\"", StringComparison.Ordinal)), "JSON with escaped quotes, no status"),
        ["JSON string"] = (Utf8(JsonSerializer.Serialize(Body)), "a JSON string, no status"),
        ["cell"] = (Utf8($"\"{Body.Replace("\"", "\"\"", StringComparison.Ordinal)}\""), "JSON with doubled quotes, no status"),
        ["Python"] = (Utf8("{'errcode': 10004, 'ok': False, 'x': None, 'said': '{\"a\": 1}', 'errmsg': \"it's \\\"TOKEN\\\" EXPIRED\"}"), "a Python dict, no status"),
        ["fence"] = (Utf8($"We see 200 OK with:\n```json\n{Body}\n```\nWhat is it?"), "a fenced block, status 200"),
        ["mail"] = (Utf8(">> {\n>>   \"errcode\": 10004,\n>\n>>   \"errmsg\": \"TOKEN EXPIRED\"\n>> }\n"), "mail quotes, no status"),
        ["all at once"] = ([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("> ```\n> HTTP/1.1 200 OK\n> A: b\n>\n> " + Body + "\n> ```\n")], "UTF-16, mail quotes, a fenced block, curl -i, status 200, 1 header"),
    };

    internal static byte[] Gzip(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(plain);
        }

        return compressed.ToArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
