using System.Text.Json;
using System.Text.Json.Nodes;
using VendorErrors.Json;

namespace VendorErrors.Testing.Composition;

/// <summary>A body, or an entry of a list in one, that is filled by paths such as <c>status.code</c>; it is written as JSON, or as XML where it was read from XML.</summary>
internal sealed class MemberTree
{
    private JsonNode _root;

    internal MemberTree(string? template = null)
        : this(template is null ? new JsonObject() : XmlText.IsXml(template) ? XmlText.Read(template) : Parse(template))
    {
    }

    private MemberTree(JsonNode root) => _root = root;

    /// <summary>The media type of the text.</summary>
    internal string ContentType => IsXml ? "application/xml; charset=utf-8" : "application/json; charset=utf-8";

    /// <summary>Whether nothing was set in it.</summary>
    internal bool IsEmpty => _root is JsonObject { Count: 0 };

    /// <summary>What names its root is XML: JSON has no such name.</summary>
    private bool IsXml => _root is JsonObject members && members.ContainsKey(XmlText.RootName);

    internal MemberTree Clone() => new(_root.DeepClone());

    /// <summary>Whether the member is there, be it null.</summary>
    internal bool Has(string path)
    {
        var names = MemberPath.Of(path);
        return names.Names.Length == 0 ? _root is JsonArray { Count: > 0 }
            : ParentOf(names) is { } parent && parent.ContainsKey(NameIn(parent, names.Names[^1].Name)) && (!names.Names[^1].IsList || HasEntry(parent, names.Names[^1]));
    }

    /// <summary>Whether the member is there and neither null nor an empty text, list or object.</summary>
    internal bool IsFilled(string path) => (ListAt(path) ?? Find(path)) switch
    {
        null => false,
        JsonArray array => array.Count > 0,
        JsonObject members => members.Count > 0,
        JsonNode value => value.ToString().Length > 0,
    };

    /// <summary>Whether the member is a list, an object or a text: a number is none that could be empty.</summary>
    internal bool CanBeEmpty(string path) => (ListAt(path) ?? Find(path)) is JsonArray or JsonObject || (Find(path) is JsonValue value && value.GetValueKind() == JsonValueKind.String);

    internal string? TextAt(string path) => Find(path) is JsonValue value ? value.ToString() : null;

    internal bool IsList(string path) => ListAt(path) is not null;

    /// <summary>A copy of the first entry of a list, or an empty entry.</summary>
    internal MemberTree FirstOf(string path) => new(((ListAt(path) is { } list ? list.FirstOrDefault() : Find(path)) as JsonObject)?.DeepClone() ?? new JsonObject());

    /// <summary>The entries of a list, or the single one in its place; what is set in one of them is set here.</summary>
    internal IEnumerable<MemberTree> EntriesOf(string path) =>
        (ListAt(path) is { } list ? list.OfType<JsonObject>() : Find(path) is JsonObject single ? [single] : []).Select(entry => new MemberTree(entry));

    /// <summary>Adds an entry at the end of a list, which begins with it where there is none.</summary>
    internal bool Append(string path, MemberTree entry)
    {
        if (ListAt(path) is { } list)
        {
            list.Add(entry._root);
            return true;
        }

        return SetList(path, [entry]);
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

    internal bool SetList(string path, IEnumerable<MemberTree> entries) => Put(path, new JsonArray([.. entries.Select(entry => entry._root)]));

    internal bool SetObject(string path, MemberTree members) => Put(path, members._root);

    /// <summary>Sets a member by its name, whatever is in the name.</summary>
    internal void SetMember(string name, MemberTree members) => Own(name, members._root);

    /// <summary>Adds texts, or entries, to the list of this name, whatever is in the name.</summary>
    internal void AddTo(string name, JsonNode entry)
    {
        var members = (JsonObject)_root;
        if (members[name] is JsonArray list)
        {
            list.Add(entry);
        }
        else
        {
            members[name] = new JsonArray(entry);
        }
    }

    internal void AddTo(string name, MemberTree entry) => AddTo(name, entry._root);

    /// <summary>The members of this name, which are made where there are none.</summary>
    internal MemberTree Below(string name)
    {
        var members = (JsonObject)_root;
        if (members[name] is not JsonObject below)
        {
            below = [];
            members[name] = below;
        }

        return new MemberTree(below);
    }

    internal void Remove(string path)
    {
        var names = MemberPath.Of(path);
        if (names.Names.Length > 0 && ParentOf(names) is { } parent)
        {
            parent.Remove(NameIn(parent, names.Names[^1].Name));
        }
    }

    internal void RemoveAll(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            Remove(path);
        }
    }

    /// <summary>Puts a value in the place of a placeholder, wherever it is; null takes the member away.</summary>
    internal void Resolve(string placeholder, JsonNode? value) => Resolve(_root, placeholder, value);

    internal string ToText() => IsXml ? XmlText.Of((JsonObject)_root) : JsonText.Of(_root);

    private static void Resolve(JsonNode node, string placeholder, JsonNode? value)
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
                    if (value?.DeepClone() is { } known)
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

    private static JsonNode Parse(string template)
    {
        try
        {
            return JsonNode.Parse(template) is { } root and (JsonObject or JsonArray) ? root : throw new InvalidOperationException($"The template {template} is neither a JSON object nor a list.");
        }
        catch (JsonException fault)
        {
            throw new InvalidOperationException($"The template {template} is not JSON.", fault);
        }
    }

    /// <summary>False where a list is in the place of an object, or the reverse.</summary>
    private bool Put(string path, JsonNode node)
    {
        var names = MemberPath.Of(path);
        if (names.Names.Length == 0)
        {
            return PutRoot(node);
        }

        JsonObject? at = Root(names.IsInRootList);
        foreach (PathPart name in names.Names.Take(names.Names.Length - 1))
        {
            at = at is null ? null : Open(at, name);
        }

        if (at is null)
        {
            return false;
        }

        PathPart last = names.Names[^1];
        if (last.IsList && node is not JsonArray)
        {
            node = new JsonArray(node);
        }

        at[NameIn(at, last.Name)] = node;
        return true;
    }

    private void Own(string name, JsonNode node) => ((JsonObject)_root)[name] = node;

    private bool PutRoot(JsonNode node)
    {
        if (_root is JsonObject { Count: > 0 })
        {
            return false;
        }

        _root = node is JsonArray ? node : new JsonArray(node);
        return true;
    }

    /// <summary>The object that a path begins in; null where the body is of the other kind.</summary>
    private JsonObject? Root(bool isInList)
    {
        if (!isInList)
        {
            return _root as JsonObject;
        }

        if (_root is JsonObject { Count: 0 } or JsonArray { Count: 0 })
        {
            _root = new JsonArray(new JsonObject());
        }

        return (_root as JsonArray)?.FirstOrDefault() as JsonObject;
    }

    private static JsonObject? Open(JsonObject at, PathPart part)
    {
        if (ValueOf(at, part) is JsonObject known)
        {
            return known;
        }

        string name = NameIn(at, part.Name);
        if (!part.IsList && at[name] is JsonArray { Count: > 0 })
        {
            return null;
        }

        var next = new JsonObject();
        at[name] = part.IsList ? new JsonArray(next) : next;
        return next;
    }

    // A single object may be in the place of a list; a text is no list, but in XML, which has none.
    private bool HasEntry(JsonObject parent, PathPart part) =>
        ValueOf(parent, part) is not null && (IsXml || parent[NameIn(parent, part.Name)] is not JsonValue);

    // Where a list is expected, a single entry may be in its place.
    private static JsonNode? ValueOf(JsonObject at, PathPart part) =>
        at[NameIn(at, part.Name)] is var value && part.IsList && value is JsonArray list ? list.FirstOrDefault() : value;

    /// <summary>The member's name as it is written already, because names compare without case.</summary>
    private static string NameIn(JsonObject at, string name)
    {
        foreach (KeyValuePair<string, JsonNode?> member in at)
        {
            if (string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Key;
            }
        }

        return name;
    }

    private JsonNode? Find(string path)
    {
        var names = MemberPath.Of(path);
        return names.Names.Length == 0 ? (_root as JsonArray)?.FirstOrDefault() : ParentOf(names) is { } parent ? ValueOf(parent, names.Names[^1]) : null;
    }

    private JsonArray? ListAt(string path)
    {
        var names = MemberPath.Of(path);
        return (names.Names.Length == 0 ? _root : ParentOf(names) is { } parent ? parent[NameIn(parent, names.Names[^1].Name)] : null) as JsonArray;
    }

    private JsonObject? ParentOf(MemberPath path)
    {
        JsonObject? at = (path.IsInRootList ? (_root as JsonArray)?.FirstOrDefault() : _root) as JsonObject;
        foreach (PathPart name in path.Names.Take(path.Names.Length - 1))
        {
            at = at is null ? null : ValueOf(at, name) as JsonObject;
        }

        return at;
    }
}
