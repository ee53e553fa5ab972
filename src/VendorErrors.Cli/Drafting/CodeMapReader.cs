using System.Text.Json;

namespace VendorErrors.Cli.Drafting;

/// <summary>Reads an object with a member for each code: its text, or an object about it.</summary>
internal static class CodeMapReader
{
    private static readonly string[] s_holders = ["errors", "errorcodes", "codes", "error"];

    internal static void Read(JsonElement root, CodeCollector codes) => Add(FindHolder(root) ?? root, codes, status: null);

    /// <summary>Whether an object can be such a map, or has one in a member that is named for it.</summary>
    internal static bool IsIn(JsonElement root) => IsMap(root) || FindHolder(root) is not null;

    internal static void Add(JsonElement map, CodeCollector codes, int? status)
    {
        if (map.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty member in map.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Object)
            {
                codes.Add(member.Name, status, identifier: null, Entry.TextOf(member.Value));
                continue;
            }

            var entry = new Entry(member.Value);
            codes.Add(entry.ExplicitCode ?? member.Name, entry.Status ?? status, entry.ExplicitCode is null ? null : member.Name, entry.Texts);
        }
    }

    private static JsonElement? FindHolder(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in root.EnumerateObject())
            {
                if (s_holders.Contains(Entry.Plain(member.Name), StringComparer.Ordinal) && IsMap(member.Value))
                {
                    return member.Value;
                }
            }
        }

        return null;
    }

    private static bool IsMap(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any()
        && value.EnumerateObject().All(member => member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Null);
}
