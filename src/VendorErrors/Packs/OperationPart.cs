using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads an operation whose HTTP method lies about its safety.</summary>
internal static class OperationPart
{
    internal static readonly string[] Members = ["operation", "safety", "purpose", "document", "basis", "note"];

    internal static OperationRule? Read(ref PackCursor json, Dictionary<string, SourceDocument> documents)
    {
        int start = json.Position;
        if (!json.BeginObject("an operation"))
        {
            return null;
        }

        string? operation = null;
        OperationSafety? safety = null;
        var purpose = OperationPurpose.Other;
        var basis = Basis.Documented;
        SourceDocument? document = null;
        while (json.NextMember())
        {
            if (json.Is("operation"u8))
            {
                operation = json.Text();
            }
            else if (json.Is("safety"u8))
            {
                safety = (OperationSafety)PackValues.Word(ref json, PackWords.Safeties);
            }
            else if (json.Is("purpose"u8))
            {
                purpose = (OperationPurpose)PackValues.Word(ref json, PackWords.Purposes);
            }
            else if (json.Is("document"u8))
            {
                document = PackDocuments.Find(ref json, documents);
            }
            else if (json.Is("basis"u8))
            {
                basis = (Basis)PackValues.Word(ref json, PackWords.Bases);
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

        if (operation is null || safety is null)
        {
            json.Missing(start, operation is null ? "operation" : "safety", "an operation needs 'operation' and 'safety'");
            return null;
        }

        if (safety != OperationSafety.NonIdempotentWrite && document is null)
        {
            json.Missing(start, "document", "an operation that may be sent twice names the document that says so");
        }

        return json.Place(new OperationRule(operation, safety.Value) { Purpose = purpose, Basis = basis, Source = document }, start);
    }
}
