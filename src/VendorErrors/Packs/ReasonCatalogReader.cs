using System.Text.Json;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads a shared catalog of reasons, in the way of a pack.</summary>
internal static class ReasonCatalogReader
{
    internal static readonly string[] Members = ["$schema", "catalog", "name", "summary", "read", "documents", "reasons", "note"];

    internal static ReasonCatalogContent Read(ReadOnlySpan<byte> utf8, out List<PackFault> faults)
    {
        faults = [];
        try
        {
            var json = new PackCursor(utf8, faults, places: null);
            return ReadRoot(ref json);
        }
        catch (JsonException exception)
        {
            faults.Add(new PackFault((int)(exception.LineNumber ?? 0) + 1, string.Empty, "it is no JSON here"));
            return new ReasonCatalogContent(string.Empty, string.Empty, []);
        }
    }

    private static ReasonCatalogContent ReadRoot(ref PackCursor json)
    {
        string id = string.Empty;
        string name = string.Empty;
        string summary = string.Empty;
        Dictionary<string, SourceDocument> documents = new(StringComparer.Ordinal);
        List<ReasonSection> sections = [];
        _ = json.BeginObject("a catalog of reasons");
        while (json.NextMember())
        {
            if (json.Is("catalog"u8))
            {
                id = json.Text() ?? string.Empty;
            }
            else if (json.Is("name"u8))
            {
                name = json.Text() ?? string.Empty;
            }
            else if (json.Is("summary"u8))
            {
                summary = json.Text() ?? string.Empty;
            }
            else if (json.Is("$schema"u8) || json.Is("read"u8) || json.Is("note"u8))
            {
                _ = json.Text();
            }
            else if (json.Is("documents"u8))
            {
                PackDocuments.Read(ref json, documents);
            }
            else if (json.Is("reasons"u8))
            {
                ReadSections(ref json, documents, id, sections);
            }
            else
            {
                json.Unknown(Members);
            }
        }

        return new ReasonCatalogContent(name, summary, sections);
    }

    private static void ReadSections(ref PackCursor json, Dictionary<string, SourceDocument> documents, string id, List<ReasonSection> sections)
    {
        if (json.BeginList("a list of sections"))
        {
            while (json.NextEntry())
            {
                if (ReasonPart.Read(ref json, documents, id) is { } section)
                {
                    sections.Add(section);
                }
            }
        }
    }
}
