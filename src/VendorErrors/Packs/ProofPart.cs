using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads where the vendor states whether anything was executed.</summary>
internal static class ProofPart
{
    internal static readonly string[] Members = ["path", "notExecuted", "executed", "note"];

    internal static Proof? Read(ref PackCursor json)
    {
        int start = json.Position;
        if (!json.BeginObject("a proof"))
        {
            return null;
        }

        string? path = null;
        string[] notExecuted = [], executed = [];
        while (json.NextMember())
        {
            if (json.Is("path"u8))
            {
                path = PackValues.Path(ref json);
            }
            else if (json.Is("notExecuted"u8))
            {
                notExecuted = PackValues.Texts(ref json);
            }
            else if (json.Is("executed"u8))
            {
                executed = PackValues.Texts(ref json);
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

        if (path is null)
        {
            json.Missing(start, "path", "a proof needs 'path'");
        }

        return path is null ? null : new Proof(path) { NotExecuted = notExecuted, Executed = executed };
    }
}
