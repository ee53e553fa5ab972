using System.Text.Json;

namespace VendorErrors.Packs;

/// <summary>Reads what an event that a pack carries has to mean.</summary>
internal static class EventMeaningPart
{
    internal static readonly string[] Members =
    [
        "kind", "state", "category", "final", "again", "wait", "effect", "billed", "type", "code", "message", "eventId", "subject", "client", "related", "time",
    ];

    /// <summary>The members that hold a text of the event, or null where it must have none.</summary>
    internal static readonly string[] Texts = ["type", "code", "message", "eventId", "subject", "client"];

    internal static PackEventMeaning? Read(ref PackCursor json)
    {
        int start = json.Position;
        if (!json.BeginObject("an object with 'state' and 'category'"))
        {
            return null;
        }

        var meaning = new PackEventMeaning();
        Dictionary<string, string?> texts = new(StringComparer.Ordinal);
        var statesCategory = false;
        while (json.NextMember())
        {
            if (json.Is("category"u8))
            {
                statesCategory = true;
                meaning = json.Kind == JsonTokenType.Null ? meaning : meaning with { Category = EventRowParts.ReadCategory(ref json) };
            }
            else if (Array.IndexOf(Texts, json.Name) >= 0)
            {
                texts[json.Name] = json.Kind == JsonTokenType.Null ? null : json.Text();
            }
            else if (!TryReadWord(ref json, ref meaning) && !TryReadRest(ref json, ref meaning))
            {
                json.Unknown(Members);
            }
        }

        if (meaning.State is null || !statesCategory)
        {
            json.Missing(start, meaning.State is null ? "state" : "category", meaning.State is null ? "an event needs 'state': where it is" : "an event needs 'category': what went wrong, or null");
        }

        return meaning with { Texts = texts };
    }

    private static bool TryReadWord(ref PackCursor json, ref PackEventMeaning meaning)
    {
        if (json.Is("kind"u8))
        {
            meaning = meaning with { Kind = (EventKind)PackValues.Word(ref json, PackWords.EventKinds) };
        }
        else if (json.Is("state"u8))
        {
            meaning = meaning with { State = (EventState)PackValues.Word(ref json, PackWords.EventStates) };
        }
        else if (json.Is("again"u8))
        {
            meaning = meaning with { NextAttempt = (NextAttempt)PackValues.Word(ref json, PackWords.NextAttempts) };
        }
        else if (json.Is("effect"u8))
        {
            meaning = meaning with { Effect = (Effect)PackValues.Word(ref json, PackWords.Effects) };
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool TryReadRest(ref PackCursor json, ref PackEventMeaning meaning)
    {
        if (json.Is("final"u8))
        {
            meaning = meaning with { IsFinal = json.Flag() };
        }
        else if (json.Is("wait"u8))
        {
            meaning = meaning with { NextAttemptDelay = RowPart.ReadWait(ref json) };
        }
        else if (json.Is("billed"u8))
        {
            meaning = meaning with { IsBilled = json.Flag() };
        }
        else if (json.Is("related"u8))
        {
            meaning = meaning with { Related = PackValues.Texts(ref json) };
        }
        else if (json.Is("time"u8))
        {
            meaning = meaning with { Time = AnswerPart.ReadTime(ref json) };
        }
        else
        {
            return false;
        }

        return true;
    }
}
