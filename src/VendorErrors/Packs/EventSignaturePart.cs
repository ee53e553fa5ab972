using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads how a receiver knows that an event is genuine.</summary>
internal static class EventSignaturePart
{
    internal static readonly string[] Members = ["document", "header", "note"];

    internal static EventSignature? Read(ref PackCursor json, Dictionary<string, SourceDocument> documents)
    {
        int start = json.Position;
        if (!json.BeginObject("an object with 'document' and 'note'"))
        {
            return null;
        }

        SourceDocument? document = null;
        string? header = null;
        string? note = null;
        while (json.NextMember())
        {
            if (json.Is("document"u8))
            {
                document = PackDocuments.Find(ref json, documents);
            }
            else if (json.Is("header"u8))
            {
                header = SourceParts.Header(ref json);
            }
            else if (json.Is("note"u8))
            {
                note = json.Text();
            }
            else
            {
                json.Unknown(Members);
            }
        }

        if (document is null || note is null)
        {
            json.Missing(start, document is null ? "document" : "note", document is null ? "a signature names the document that describes it" : "a signature needs 'note': how it is checked, in a sentence");
            return null;
        }

        return new EventSignature(document, note) { Header = header };
    }
}
