using System.Text.Json;

namespace VendorErrors.Testing.LookUps;

/// <summary>The body of a request as JSON, whoever wrote it.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions s_tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The body; undefined where it is no JSON.</summary>
    internal static JsonElement Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, s_tolerant);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>The first text or number of this name at any depth; null where there is none.</summary>
    internal static string? Find(JsonElement element, string name)
    {
        IEnumerable<JsonElement> inner = [];
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in element.EnumerateObject())
            {
                if (member.NameEquals(name) && member.Value.ValueKind is (JsonValueKind.String or JsonValueKind.Number))
                {
                    return member.Value.ToString();
                }
            }

            inner = element.EnumerateObject().Select(member => member.Value);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            inner = element.EnumerateArray();
        }

        return inner.Select(value => Find(value, name)).FirstOrDefault(text => text is not null);
    }
}
