using System.Text.Json;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads the values that several parts of a pack have: words, places, conditions.</summary>
internal static class PackValues
{
    internal static readonly string[] SourceMembers = ["path", "header", "list", "where", "after", "before", "strict"];
    internal static readonly string[] ConditionMembers = ["has", "lacks", "notEmpty", "true", "false", "path", "header", "is", "from", "to", "all", "any", "not"];

    /// <summary>One of several words.</summary>
    internal static int Word(ref PackCursor json, (string Word, int Value)[] words)
    {
        if (json.Text() is not { } word)
        {
            return 0;
        }

        if (PackWords.Find(words, word) is { } value)
        {
            return value;
        }

        UnknownWord(ref json, word, words);
        return 0;
    }

    // Apart, since a pack without faults never compiles it.
    private static void UnknownWord(ref PackCursor json, string word, (string Word, int Value)[] words) =>
        json.Fault($"'{PackText.Printable(word)}' is unknown; known are {string.Join(", ", words.Select(known => known.Word))}");

    /// <summary>A text, or a list of texts.</summary>
    internal static string[] Texts(ref PackCursor json)
    {
        if (json.Kind == JsonTokenType.String)
        {
            return json.Text() is { } text ? [text] : [];
        }

        List<string> texts = [];
        if (json.BeginList("a text or a list of texts"))
        {
            while (json.NextEntry())
            {
                if (json.Text() is { } text)
                {
                    texts.Add(text);
                }
            }
        }

        return [.. texts];
    }

    /// <summary>The path of a member; what is wrong with one is noted.</summary>
    internal static string? Path(ref PackCursor json)
    {
        if (json.Text("a path") is not { } path)
        {
            return null;
        }

        if (PathFault.Of(path) is { } fault)
        {
            json.Fault($"'{PackText.Printable(path)}' is no path: {fault}");
        }

        return path;
    }

    /// <summary>A place, or a list of places.</summary>
    internal static ValueSource[] Sources(ref PackCursor json)
    {
        if (json.Kind != JsonTokenType.StartArray)
        {
            return Source(ref json) is { } one ? [one] : [];
        }

        List<ValueSource> sources = [];
        _ = json.BeginList("a list of places");
        while (json.NextEntry())
        {
            if (Source(ref json) is { } source)
            {
                sources.Add(source);
            }
        }

        return [.. sources];
    }

    /// <summary>A place: a path, or an object that says more.</summary>
    internal static ValueSource? Source(ref PackCursor json)
    {
        if (json.Kind == JsonTokenType.String)
        {
            return Path(ref json) is { } plain ? new ValueSource(plain) : null;
        }

        int start = json.Position;
        var parts = default(SourceParts);
        if (!json.BeginObject("a path, or an object with path or header"))
        {
            return null;
        }

        while (json.NextMember())
        {
            if (!parts.TryRead(ref json))
            {
                json.Unknown(SourceMembers);
            }
        }

        return parts.ToSource(ref json, start);
    }

    /// <summary>A condition.</summary>
    internal static Condition? Condition(ref PackCursor json, int depth = 0)
    {
        int start = json.Position;
        json.CountCondition();
        if (!json.BeginObject("a condition, such as { \"has\": \"error\" }"))
        {
            return null;
        }

        var parts = default(ConditionParts);
        while (json.NextMember())
        {
            if (depth > PackLimits.Conditions)
            {
                json.Mismatch($"conditions that nest at most {PackLimits.Conditions} deep");
            }
            else if (!parts.TryRead(ref json, depth))
            {
                json.Unknown(ConditionMembers);
            }
        }

        return parts.ToCondition(ref json, start);
    }
}
