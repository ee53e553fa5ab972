using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads the shapes of events.</summary>
internal static class EventPart
{
    internal static readonly string[] Members =
    [
        "name", "document", "when", "each", "jsonText", "kind", "type", "eventId", "subject", "related", "client", "distinct", "time", "timeZone", "state", "states", "is", "reason", "message",
        "billed", "notBilled", "note",
    ];

    internal static readonly string[] ReasonMembers = ["at", "space"];

    internal static EventShape? Read(ref PackCursor json, Dictionary<string, SourceDocument> documents)
    {
        int start = json.Position;
        if (!json.BeginObject("a shape of events"))
        {
            return null;
        }

        var parts = new EventParts();
        while (json.NextMember())
        {
            if (json.Is("document"u8))
            {
                parts.Document = PackDocuments.Find(ref json, documents);
            }
            else if (!parts.TryReadPlace(ref json) && !parts.TryReadIds(ref json) && !parts.TryReadState(ref json))
            {
                json.Unknown(Members);
            }
        }

        return parts.ToShape(ref json, start);
    }

    internal static ReasonSource? ReadReason(ref PackCursor json)
    {
        int start = json.Position;
        if (!json.BeginObject("an object with 'at' and 'space'"))
        {
            return null;
        }

        ValueSource? place = null;
        string? space = null;
        while (json.NextMember())
        {
            if (json.Is("at"u8))
            {
                place = PackValues.Source(ref json);
            }
            else if (json.Is("space"u8))
            {
                space = json.Text();
            }
            else
            {
                json.Unknown(ReasonMembers);
            }
        }

        if (place is null || string.IsNullOrEmpty(space))
        {
            json.Missing(start, place is null ? "at" : "space", place is null ? "a reason needs 'at': where it is" : "a reason needs 'space': one of this pack's reasons, or a shared one such as sip");
            return null;
        }

        return new ReasonSource(place, space!);
    }
}
