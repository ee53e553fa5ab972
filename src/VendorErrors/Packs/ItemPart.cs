using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads the list of causes or results of a shape.</summary>
internal sealed class ItemPart
{
    internal static readonly string[] Members =
        ["path", "failed", "worked", "code", "message", "status", "id", "requestPath", "requestMethod", "time", "lead", "note"];

    private string? _path;
    private Condition? _failed;
    private Condition? _worked;
    private ValueSource[] _code = [];
    private ValueSource[] _message = [];
    private string[] _id = [];
    private ItemLead _lead;
    private string? _status;
    private string? _requestPath;
    private string? _requestMethod;
    private string? _time;

    private ItemPart()
    {
    }

    internal static ItemShape? Read(ref PackCursor json)
    {
        int start = json.Position;
        if (!json.BeginObject("an object with the path of the list"))
        {
            return null;
        }

        var parts = new ItemPart();
        while (json.NextMember())
        {
            if (!parts.TryReadMeaning(ref json) && !parts.TryReadRequest(ref json))
            {
                json.Unknown(Members);
            }
        }

        if (parts._path is null)
        {
            json.Missing(start, "path", "items need 'path'");
            return null;
        }

        return parts.ToShape(parts._path);
    }

    private bool TryReadMeaning(ref PackCursor json)
    {
        if (json.Is("path"u8))
        {
            _path = PackValues.Path(ref json);
        }
        else if (json.Is("failed"u8))
        {
            _failed = PackValues.Condition(ref json);
        }
        else if (json.Is("worked"u8))
        {
            _worked = PackValues.Condition(ref json);
        }
        else if (json.Is("code"u8))
        {
            _code = PackValues.Sources(ref json);
        }
        else if (json.Is("message"u8))
        {
            _message = PackValues.Sources(ref json);
        }
        else if (json.Is("id"u8))
        {
            _id = PackValues.Texts(ref json);
        }
        else if (json.Is("lead"u8))
        {
            _lead = (ItemLead)PackValues.Word(ref json, PackWords.Leads);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool TryReadRequest(ref PackCursor json)
    {
        if (json.Is("status"u8))
        {
            _status = PackValues.Path(ref json);
        }
        else if (json.Is("requestPath"u8))
        {
            _requestPath = PackValues.Path(ref json);
        }
        else if (json.Is("requestMethod"u8))
        {
            _requestMethod = PackValues.Path(ref json);
        }
        else if (json.Is("time"u8))
        {
            _time = PackValues.Path(ref json);
        }
        else if (json.Is("note"u8))
        {
            _ = json.Text();
        }
        else
        {
            return false;
        }

        return true;
    }

    private ItemShape ToShape(string path) => new(path)
    {
        Failed = _failed,
        Worked = _worked,
        Code = _code,
        Message = _message,
        Id = _id,
        Status = _status,
        RequestPath = _requestPath,
        RequestMethod = _requestMethod,
        Timestamp = _time,
        Lead = _lead,
    };
}
