using System.Text.Json;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads what one word or code of an event means.</summary>
internal static class EventRowPart
{
    internal static readonly string[] Members = ["state", "category", "name", "final", "again", "wait", "effect", "billed", "when", "note"];

    /// <summary>Reads a row, or a state alone; null where it is neither, which is noted.</summary>
    /// <param name="json">The pack.</param>
    /// <param name="code">The word or code.</param>
    /// <param name="isReason">Whether it is a reason, which has a name and may leave the state out, rather than a word of a state.</param>
    internal static EventRow? Read(ref PackCursor json, string code, bool isReason)
    {
        int start = json.Position;
        (string first, string? last) = CodePart.Split(code);
        if (json.Kind == JsonTokenType.String && !isReason)
        {
            return json.Place(new EventRow(first, first) { State = (EventState)PackValues.Word(ref json, PackWords.EventStates) }, start);
        }

        if (!json.BeginObject(isReason ? "an object such as { \"category\": \"invalid_destination\", \"name\": \"Unknown number\" }" : "a state such as \"completed\", or an object with 'state'"))
        {
            return null;
        }

        var parts = default(EventRowParts);
        while (json.NextMember())
        {
            if (!parts.TryReadMeaning(ref json) && !parts.TryReadRest(ref json))
            {
                json.Unknown(Members);
            }
        }

        return parts.ToRow(ref json, start, first, last, isReason) is { } row ? json.Place(row, start) : null;
    }

    /// <summary>Reads one row, or a list of which the first counts whose condition holds.</summary>
    internal static void ReadAll(ref PackCursor json, string code, bool isReason, List<EventRow> rows)
    {
        json.CountRow();
        if (json.Kind != JsonTokenType.StartArray)
        {
            Add(Read(ref json, code, isReason));
            return;
        }

        _ = json.BeginList("rows");
        while (json.NextEntry())
        {
            json.CountRow();
            Add(Read(ref json, code, isReason));
        }

        void Add(EventRow? row)
        {
            if (row is not null)
            {
                rows.Add(row);
            }
        }
    }

    /// <summary>Reads an object with a member for each word or code.</summary>
    internal static List<EventRow> ReadTable(ref PackCursor json, bool isReason)
    {
        List<EventRow> rows = [];
        HashSet<string> codes = new(StringComparer.OrdinalIgnoreCase);
        if (json.BeginObject("an object with a member for each code"))
        {
            while (json.NextMember(mayRepeat: true))
            {
                string code = json.Name;
                if (!codes.Add(code))
                {
                    json.Fault($"the code '{PackText.Printable(code)}' is here twice; write its rows as a list");
                }

                ReadAll(ref json, code, isReason, rows);
            }
        }

        return rows;
    }
}
