using System.Text.Json;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads the catalog of a pack: sections of rows, each from one document.</summary>
internal static class CodePart
{
    private const string RangeSign = "..";

    internal static readonly string[] Members = ["document", "basis", "httpStatus", "space", "rows", "note"];

    /// <summary>Reads a section.</summary>
    /// <param name="json">The pack.</param>
    /// <param name="documents">The documents that the pack names.</param>
    internal static CodeSection? Read(ref PackCursor json, Dictionary<string, SourceDocument> documents)
    {
        int start = json.Position;
        if (!json.BeginObject("a section with a document and rows"))
        {
            return null;
        }

        SourceDocument? document = null;
        var basis = Basis.Documented;
        var isHttpStatus = false;
        var space = string.Empty;
        List<CodeRow>? rows = null;
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
            else if (json.Is("httpStatus"u8))
            {
                isHttpStatus = json.Flag();
            }
            else if (json.Is("space"u8))
            {
                space = json.Text() ?? string.Empty;
            }
            else if (json.Is("rows"u8))
            {
                rows = ReadRows(ref json);
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

        if (document is null || rows is null)
        {
            if (document is null)
            {
                json.Missing(start, "document", "a section names the document that its rows were read in");
            }

            if (rows is null)
            {
                json.Missing(start, "rows", "a section needs 'rows'");
            }

            return null;
        }

        return new CodeSection(document, basis, rows) { IsHttpStatus = isHttpStatus, Space = space };
    }

    private static List<CodeRow> ReadRows(ref PackCursor json)
    {
        List<CodeRow> rows = [];
        HashSet<string> codes = new(StringComparer.OrdinalIgnoreCase);
        if (!json.BeginObject("an object with a member for each code"))
        {
            return rows;
        }

        while (json.NextMember(mayRepeat: true))
        {
            string code = json.Name;
            if (!codes.Add(code))
            {
                json.Fault($"the code '{PackText.Printable(code)}' is here twice; write its rows as a list");
            }

            json.CountRow();
            if (json.Kind == JsonTokenType.StartArray)
            {
                _ = json.BeginList("rows");
                while (json.NextEntry())
                {
                    json.CountRow();
                    Add(rows, RowPart.Read(ref json, code));
                }
            }
            else
            {
                Add(rows, RowPart.Read(ref json, code));
            }
        }

        return rows;
    }

    private static void Add(List<CodeRow> rows, CodeRow? row)
    {
        if (row is not null)
        {
            rows.Add(row);
        }
    }

    /// <summary>The first and the last code of what a pack writes as one; without a range the last one is missing.</summary>
    internal static (string First, string? Last) Split(string code)
    {
        int at = code.IndexOf(RangeSign, StringComparison.Ordinal);
        return at > 0 && at + RangeSign.Length < code.Length ? (code[..at], code[(at + RangeSign.Length)..]) : (code, null);
    }
}
