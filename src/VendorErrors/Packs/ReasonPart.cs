using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads the reasons of events: sections of rows, each from one document.</summary>
internal static class ReasonPart
{
    internal static readonly string[] Members = ["document", "basis", "space", "rows", "note"];

    /// <summary>Reads a section of a pack.</summary>
    internal static ReasonSection? Read(ref PackCursor json, Dictionary<string, SourceDocument> documents) => Read(ref json, documents, catalog: null);

    /// <summary>Reads a section.</summary>
    /// <param name="json">The pack.</param>
    /// <param name="documents">The documents that the pack names.</param>
    /// <param name="catalog">The space, where the file as a whole is of one; null where each section names its own.</param>
    internal static ReasonSection? Read(ref PackCursor json, Dictionary<string, SourceDocument> documents, string? catalog)
    {
        int start = json.Position;
        if (!json.BeginObject("a section with a document, a space and rows"))
        {
            return null;
        }

        SourceDocument? document = null;
        var basis = Basis.Documented;
        string? space = catalog;
        List<EventRow>? rows = null;
        while (json.NextMember())
        {
            if (json.Is("document"u8))
            {
                document = PackDocuments.Find(ref json, documents);
            }
            else if (json.Is("basis"u8))
            {
                basis = (Basis)PackValues.Word(ref json, PackWords.Bases);
            }
            else if (json.Is("space"u8) && catalog is null)
            {
                space = json.Text();
            }
            else if (json.Is("rows"u8))
            {
                rows = EventRowPart.ReadTable(ref json, isReason: true);
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

        if (document is null || rows is null || string.IsNullOrEmpty(space))
        {
            json.Missing(
                start,
                document is null ? "document" : rows is null ? "rows" : "space",
                document is null ? "a section names the document that its rows were read in" : rows is null ? "a section needs 'rows'" : "a section of reasons needs 'space', which shapes of events name");
            return null;
        }

        return json.Place(new ReasonSection(document, basis, space!, rows), start);
    }
}
