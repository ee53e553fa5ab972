using System.Text.Json;

namespace VendorErrors.Cli.Drafting;

/// <summary>Reads a list of objects or texts, or the lists in the members of an object.</summary>
internal static class ObjectListReader
{
    internal static void Read(JsonElement root, CodeCollector codes)
    {
        foreach (JsonElement list in ListsOf(root))
        {
            foreach (JsonElement entry in list.EnumerateArray())
            {
                Add(entry, codes);
            }
        }
    }

    /// <summary>Whether an object has a list of codes as a member.</summary>
    internal static bool IsIn(JsonElement root) => ListsOf(root).Any();

    private static IEnumerable<JsonElement> ListsOf(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => [root],
        JsonValueKind.Object => root.EnumerateObject().Select(member => member.Value).Where(IsListOfCodes),
        _ => [],
    };

    private static bool IsListOfCodes(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0] is { ValueKind: JsonValueKind.Object } first && new Entry(first).Code is not null;

    private static void Add(JsonElement json, CodeCollector codes)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            codes.Add(Entry.TextOf(json), status: null, identifier: null);
            return;
        }

        var entry = new Entry(json);
        codes.Add(entry.Code, entry.Status, identifier: null, entry.Texts);
    }
}
