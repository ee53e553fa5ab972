using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads the phrases in messages that refine a row.</summary>
internal static class RefinementPart
{
    internal static readonly string[] Members = ["says", "use", "is", "atStart"];

    internal static void Read(ref PackCursor json, List<TextRule> rules)
    {
        if (!json.BeginList("a list of phrases, such as [{ \"says\": \"quota exceeded\", \"is\": \"quota_exhausted\" }]"))
        {
            return;
        }

        while (json.NextEntry())
        {
            ReadOne(ref json, rules);
        }
    }

    private static void ReadOne(ref PackCursor json, List<TextRule> rules)
    {
        int start = json.Position;
        if (!json.BeginObject("a phrase, such as { \"says\": \"quota exceeded\", \"is\": \"quota_exhausted\" }"))
        {
            return;
        }

        string[] phrases = [];
        IReadOnlyList<TextRule>? shared = null;
        Meaning? meaning = null;
        var atStart = false;
        while (json.NextMember())
        {
            if (json.Is("says"u8))
            {
                phrases = PackValues.Texts(ref json);
            }
            else if (json.Is("use"u8))
            {
                shared = ReadShared(ref json);
            }
            else if (json.Is("is"u8))
            {
                meaning = Meaning.Read(ref json);
            }
            else if (json.Is("atStart"u8))
            {
                atStart = json.Flag();
            }
            else
            {
                json.Unknown(Members);
            }
        }

        if (shared is not null)
        {
            rules.AddRange(shared);
        }
        else if (phrases.Length > 0 && meaning?.Category is { } category)
        {
            rules.AddRange(Array.ConvertAll(phrases, phrase => new TextRule(phrase, category) { AtStart = atStart }));
        }
        else
        {
            json.Fault(start, "a phrase needs 'says' and a category in 'is', or 'use'");
        }
    }

    private static IReadOnlyList<TextRule>? ReadShared(ref PackCursor json)
    {
        if (json.Text() is not { } word)
        {
            return null;
        }

        IReadOnlyList<TextRule>? rules = Array.Find(PackWords.Phrases, known => string.Equals(known.Word, word, StringComparison.Ordinal)).Value;
        if (rules is null)
        {
            json.Fault($"'{PackText.Printable(word)}' is unknown; known are {string.Join(", ", PackWords.Phrases.Select(known => known.Word))}");
        }

        return rules;
    }
}
