using System.Text.Json;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads the events that a pack carries.</summary>
internal static class EventSamplePart
{
    internal static readonly string[] Members = ["name", "document", "headers", "body", "text", "is", "note"];

    internal static PackEvent? Read(ref PackCursor json, Dictionary<string, SourceDocument> documents)
    {
        int start = json.Position;
        if (!json.BeginObject("an event with its body and what it is"))
        {
            return null;
        }

        var sample = new PackEvent();
        while (json.NextMember())
        {
            if (json.Is("name"u8))
            {
                sample = sample with { Name = json.Text() ?? string.Empty };
            }
            else if (json.Is("document"u8))
            {
                sample = sample with { Document = PackDocuments.Find(ref json, documents) };
            }
            else if (json.Is("headers"u8))
            {
                sample = sample with { Headers = AnswerPart.ReadHeaders(ref json) };
            }
            else if (json.Is("body"u8) || json.Is("text"u8))
            {
                sample = sample with { Body = (json.Is("text"u8) ? json.Text(hasLines: true) : PackTemplate.Read(ref json)) ?? string.Empty };
            }
            else if (json.Is("is"u8))
            {
                sample = sample with { Events = ReadMeanings(ref json) };
            }
            else if (json.Is("note"u8))
            {
                _ = json.Text();
            }
            else
            {
                json.Unknown(Members);
            }
        }

        if (sample.Name.Length == 0 || sample.Body.Length == 0 || sample.Events.Count == 0)
        {
            string missing = sample.Name.Length == 0 ? "name" : sample.Body.Length == 0 ? "body" : "is";
            json.Missing(start, missing, $"an event of a pack needs '{missing}'");
            return null;
        }

        return json.Place(sample, start);
    }

    private static List<PackEventMeaning> ReadMeanings(ref PackCursor json)
    {
        List<PackEventMeaning> meanings = [];
        if (json.Kind != JsonTokenType.StartArray)
        {
            Add(ref json, meanings);
            return meanings;
        }

        _ = json.BeginList("what each event is");
        while (json.NextEntry())
        {
            Add(ref json, meanings);
        }

        return meanings;
    }

    private static void Add(ref PackCursor json, List<PackEventMeaning> meanings)
    {
        if (EventMeaningPart.Read(ref json) is { } meaning)
        {
            meanings.Add(meaning);
        }
    }
}
