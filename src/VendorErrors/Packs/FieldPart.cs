using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads where a shape names the fields that are wrong.</summary>
internal static class FieldPart
{
    internal static readonly string[] Members = ["path", "as", "field", "code", "message", "value", "note"];

    internal static FieldShape? Read(ref PackCursor json)
    {
        int start = json.Position;
        if (!json.BeginObject("an object with the path of the fields"))
        {
            return null;
        }

        ValueSource? path = null;
        string[] field = [];
        string? code = null, message = null, value = null;
        var layout = FieldLayout.List;
        while (json.NextMember())
        {
            if (json.Is("path"u8))
            {
                path = PackValues.Source(ref json);
            }
            else if (json.Is("as"u8))
            {
                layout = (FieldLayout)PackValues.Word(ref json, PackWords.Layouts);
            }
            else if (json.Is("field"u8))
            {
                field = PackValues.Texts(ref json);
            }
            else if (json.Is("code"u8))
            {
                code = PackValues.Path(ref json);
            }
            else if (json.Is("message"u8))
            {
                message = PackValues.Path(ref json);
            }
            else if (json.Is("value"u8))
            {
                value = PackValues.Path(ref json);
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
            json.Missing(start, "path", "fields need 'path'");
        }

        return path is null ? null : new FieldShape(path) { Layout = layout, Field = field, Code = code, Message = message, Value = value };
    }
}
