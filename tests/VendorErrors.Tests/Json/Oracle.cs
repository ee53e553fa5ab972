using System.Text.Json;

namespace VendorErrors.Tests.Json;

/// <summary>What .NET's own strict reader says of a body, with the tolerance that the scanner declares.</summary>
internal static class Oracle
{
    internal const int MaxDepth = 1024;

    internal static bool Accepts(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth });
            var any = false;
            while (reader.Read())
            {
                any = true;
            }

            return any;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    internal static JsonDocument Parse(byte[] json) =>
        JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth });

    /// <summary>The value at a path: of members of one name the last one counts, case-insensitive.</summary>
    internal static JsonElement? Find(JsonElement root, string path)
    {
        JsonElement at = root;
        foreach (string name in path.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            JsonElement? found = null;
            foreach (JsonProperty member in at.EnumerateObject())
            {
                if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    found = member.Value;
                }
            }

            if (found is null)
            {
                return null;
            }

            at = found.Value;
        }

        return at;
    }
}
