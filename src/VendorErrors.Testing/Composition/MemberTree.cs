using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VendorErrors.Testing.Composition;

/// <summary>A JSON object that is filled by paths such as <c>status.code</c>.</summary>
internal sealed class MemberTree
{
    private readonly JsonObject _root;

    internal MemberTree(string? template = null)
        : this(template is null ? [] : Parse(template))
    {
    }

    private MemberTree(JsonObject root) => _root = root;

    /// <summary>Whether the member is there, be it null.</summary>
    internal bool Has(string path) => ParentOf(path, out string name) is { } parent && parent.ContainsKey(name);

    /// <summary>Whether the member is there and neither null nor an empty text, list or object.</summary>
    internal bool IsFilled(string path) => Find(path) switch
    {
        null => false,
        JsonArray array => array.Count > 0,
        JsonObject members => members.Count > 0,
        JsonNode value => value.ToString().Length > 0,
    };

    internal long? NumberAt(string path) =>
        long.TryParse(TextAt(path), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    internal string? TextAt(string path) => Find(path) is JsonValue value ? value.ToString() : null;

    /// <summary>A copy of the first entry of a list, or an empty entry.</summary>
    internal MemberTree FirstOf(string path) => new((Find(path) as JsonArray)?.FirstOrDefault()?.DeepClone() as JsonObject ?? []);

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

    internal void SetIfAny(string? path, string? value)
    {
        if (path is not null && value is not null)
        {
            Set(path, value);
        }
    }

    internal void SetIfAny(IReadOnlyList<string> paths, string? value) => SetIfAny(paths.Count > 0 ? paths[0] : null, value);

    internal bool SetTexts(string path, params string[] texts) =>
        Put(path, texts.Length == 1 && Find(path) is JsonValue ? JsonValue.Create(texts[0]) : new JsonArray([.. texts.Select(text => JsonValue.Create(text))]));

    internal void SetList(string path, IEnumerable<MemberTree> entries) => Put(path, new JsonArray([.. entries.Select(entry => entry._root)]));

    internal void SetObject(string path, MemberTree members) => Put(path, members._root);

    internal void Remove(string path) => ParentOf(path, out string name)?.Remove(name);

    internal void RemoveAll(IReadOnlyList<string> paths)
    {
        foreach (string path in paths)
        {
            Remove(path);
        }
    }

    /// <summary>Puts a value in the place of a placeholder, wherever it is; null takes the member away.</summary>
    internal void Resolve<T>(string placeholder, T? value) => Resolve(_root, placeholder, () => value is null ? null : JsonValue.Create(value));

    internal string ToJson() => JsonText.Of(_root);

    private static void Resolve(JsonNode node, string placeholder, Func<JsonNode?> value)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode entry in array.OfType<JsonNode>())
            {
                Resolve(entry, placeholder, value);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (KeyValuePair<string, JsonNode?> member in members.ToArray())
            {
                if (member.Value is not JsonValue text)
                {
                    Resolve(member.Value ?? new JsonObject(), placeholder, value);
                }
                else if (string.Equals(text.ToString(), placeholder, StringComparison.Ordinal))
                {
                    if (value() is { } known)
                    {
                        members[member.Key] = known;
                    }
                    else
                    {
                        members.Remove(member.Key);
                    }
                }
            }
        }
    }

    private static JsonObject Parse(string template)
    {
        try
        {
            return JsonNode.Parse(template) as JsonObject ?? throw new InvalidOperationException($"The template {template} is not a JSON object.");
        }
        catch (JsonException fault)
        {
            throw new InvalidOperationException($"The template {template} is not JSON.", fault);
        }
    }

    private bool Put(string path, JsonNode node)
    {
        string[] names = path.Split('.');
        JsonObject at = _root;
        foreach (string name in names.Take(names.Length - 1))
        {
            at = Open(at, name);
        }

        at[NameIn(at, names[^1])] = node;
        return true;
    }

    // A name that ends in [] is a list, of which the first entry counts.
    private static JsonObject Open(JsonObject at, string part)
    {
        string name = NameIn(at, part);
        if (Entry(at, part) is { } known)
        {
            return known;
        }

        var next = new JsonObject();
        at[name] = IsList(part) ? new JsonArray(next) : next;
        return next;
    }

    private static JsonObject? Entry(JsonObject at, string part) =>
        (IsList(part) ? (at[NameIn(at, part)] as JsonArray)?.FirstOrDefault() : at[NameIn(at, part)]) as JsonObject;

    private static bool IsList(string part) => part.EndsWith("[]", StringComparison.Ordinal);

    /// <summary>The member's name as it is written already, because names compare without case.</summary>
    private static string NameIn(JsonObject at, string part)
    {
        string name = IsList(part) ? part[..^2] : part;
        foreach (KeyValuePair<string, JsonNode?> member in at)
        {
            if (string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Key;
            }
        }

        return name;
    }

    private JsonNode? Find(string path) => ParentOf(path, out string name) is { } parent ? parent[name] : null;

    private JsonObject? ParentOf(string path, out string name)
    {
        string[] names = path.Split('.');
        JsonObject? at = _root;
        foreach (string part in names.Take(names.Length - 1))
        {
            at = at is null ? null : Entry(at, part);
        }

        name = at is null ? names[^1] : NameIn(at, names[^1]);
        return at;
    }
}
