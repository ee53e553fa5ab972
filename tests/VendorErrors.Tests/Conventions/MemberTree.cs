using System.Globalization;
using System.Text.Json.Nodes;

namespace VendorErrors.Tests.Conventions;

/// <summary>A JSON object that is filled by paths such as <c>status.code</c>.</summary>
internal sealed class MemberTree
{
    private readonly JsonObject _root = [];

    internal bool Has(string path) => Find(path) is not null;

    internal long? NumberAt(string path) =>
        long.TryParse(TextAt(path), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    internal string? TextAt(string path) => Find(path) is JsonValue value ? value.ToString() : null;

    /// <summary>Sets a code as the vendors write it: a number where it is one, else a text.</summary>
    internal void SetCode(string path, string code)
    {
        if (long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            && string.Equals(number.ToString(CultureInfo.InvariantCulture), code, StringComparison.Ordinal))
        {
            Set(path, number);
        }
        else
        {
            Set(path, code);
        }
    }

    internal bool Set(string path, string value) => Put(path, JsonValue.Create(value));

    internal bool Set(string path, long value) => Put(path, JsonValue.Create(value));

    internal bool Set(string path, bool value) => Put(path, JsonValue.Create(value));

    /// <summary>Sets a list of one object; an empty object becomes a list of one text.</summary>
    internal bool SetList(string path, MemberTree entry) =>
        Put(path, entry._root.Count == 0 ? new JsonArray(JsonValue.Create("x")) : new JsonArray(entry._root));

    internal string ToJson() => _root.ToJsonString();

    private bool Put(string path, JsonNode node)
    {
        string[] names = path.Split('.');
        JsonObject at = _root;
        foreach (string name in names[..^1])
        {
            if (at[name] is not JsonObject next)
            {
                at[name] = next = [];
            }

            at = next;
        }

        at[names[^1]] = node;
        return true;
    }

    private JsonNode? Find(string path)
    {
        JsonNode? node = _root;
        foreach (string name in path.Split('.'))
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }
}
