using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads the shapes of a pack.</summary>
internal static class EnvelopePart
{
    internal static readonly string[] Members =
    [
        "name", "when", "only", "product", "operation", "contradictsSuccess", "code", "codeIs", "space", "innerCode", "message", "id", "idInText",
        "fields", "fieldInText", "items", "outcomes", "proof", "failureStatus", "template", "note",
    ];

    internal static Envelope? Read(ref PackCursor json)
    {
        int start = json.Position;
        if (!json.BeginObject("an envelope"))
        {
            return null;
        }

        var parts = new EnvelopeParts();
        while (json.NextMember())
        {
            if (!parts.TryReadPlace(ref json) && !parts.TryReadCode(ref json) && !parts.TryReadRest(ref json))
            {
                json.Unknown(Members);
            }
        }

        return parts.ToEnvelope(ref json, start);
    }
}
