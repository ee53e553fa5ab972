using System.Text.Json;
using VendorErrors.Cli.Input;
using VendorErrors.Packs;

namespace VendorErrors.Cli.Batch;

/// <summary>
/// The names of the members of a record. Where the body is missing, a name that is nearly one of them is an error: a record whose body is overlooked
/// would be judged by its status alone.
/// </summary>
internal static class RecordNames
{
    private static readonly string[] s_known = ["id", "vendor", "status", "headers", "request", "received_at", "body", "body_base64", "event"];

    // What other programs call them, without underscores.
    private static readonly Dictionary<string, string> s_others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["responseBody"] = "body",
        ["bodyText"] = "body",
        ["rawBody"] = "body",
        ["payload"] = "body",
        ["content"] = "body",
        ["response"] = "body",
        ["base64"] = "body_base64",
        ["statusCode"] = "status",
        ["httpStatus"] = "status",
        ["httpStatusCode"] = "status",
        ["responseStatus"] = "status",
        ["responseHeaders"] = "headers",
        ["method"] = "request.method",
        ["httpMethod"] = "request.method",
        ["path"] = "request.path",
        ["vendorId"] = "vendor",
        ["receivedAt"] = "received_at",
    };

    /// <summary>Throws where a record without a body has a misnamed member.</summary>
    internal static void RejectMisnamed(ReadOnlySpan<byte> line)
    {
        List<string> names = NamesOf(line);
        if (!names.Contains("body", StringComparer.Ordinal) && !names.Contains("body_base64", StringComparer.Ordinal))
        {
            foreach (string name in names.Where(name => !s_known.Contains(name, StringComparer.Ordinal)))
            {
                if (Meant(name) is { } meant && !names.Contains(meant.Split('.')[0], StringComparer.Ordinal))
                {
                    throw new UsageException($"unknown member '{name}'; did you mean '{meant}'?");
                }
            }
        }
    }

    private static List<string> NamesOf(ReadOnlySpan<byte> line)
    {
        List<string> names = [];
        var json = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 1024 });
        for (json.Read(); json.Read() && json.TokenType == JsonTokenType.PropertyName;)
        {
            names.Add(json.GetString()!);
            json.Read();
            json.Skip();
        }

        return names;
    }

    private static string? Meant(string name)
    {
        string plain = name.ToLowerInvariant().Replace("_", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);
        return s_others.TryGetValue(plain, out string? other) ? other : Array.Find(s_known, known => IsNear(plain, known.Replace("_", string.Empty, StringComparison.Ordinal)));
    }

    // One slip; of very short names none, for nearly every short word is as near.
    private static bool IsNear(string name, string known) => name == known || (known.Length >= 4 && name.Length >= 4 && PackText.Distance(name, known) <= 1);
}
