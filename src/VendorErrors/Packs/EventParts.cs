using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>The members of a shape of events, as far as they are read.</summary>
internal sealed class EventParts
{
    // The only zone that a pack can state; any other is in the time itself.
    internal static readonly (string Word, int Value)[] Zones = [("utc", 1)];

    private string? _name;
    private Condition? _when;
    private string? _each;
    private string? _jsonText;
    private EventKind _kind;
    private ValueSource[] _type = [];
    private ValueSource[] _eventId = [];
    private ValueSource[] _subject = [];
    private ValueSource[] _related = [];
    private ValueSource[] _client = [];
    private ValueSource[] _distinct = [];
    private ValueSource[] _time = [];
    private bool _isUtc;
    private ValueSource[] _state = [];
    private List<EventRow> _states = [];
    private readonly List<EventRow> _always = [];
    private ReasonSource[] _reasons = [];
    private ValueSource[] _message = [];
    private Condition? _billed;
    private Condition? _notBilled;
    private string? _note;

    public SourceDocument? Document { get; set; }

    /// <summary>Reads a member on where the shape is found.</summary>
    public bool TryReadPlace(ref PackCursor json)
    {
        if (json.Is("name"u8))
        {
            _name = json.Text();
        }
        else if (json.Is("when"u8))
        {
            _when = PackValues.Condition(ref json);
        }
        else if (json.Is("each"u8))
        {
            _each = PackValues.Path(ref json);
            if (_each?.EndsWith("[]", StringComparison.Ordinal) == false)
            {
                json.Fault($"'{PackText.Printable(_each)}' is no list of events: write [] after each list on the way, the last one too");
            }
        }
        else if (json.Is("jsonText"u8))
        {
            _jsonText = PackValues.Path(ref json);
        }
        else if (json.Is("kind"u8))
        {
            _kind = (EventKind)PackValues.Word(ref json, PackWords.EventKinds);
        }
        else if (json.Is("note"u8))
        {
            _note = json.Text();
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Reads a member on which event it is.</summary>
    public bool TryReadIds(ref PackCursor json)
    {
        if (json.Is("type"u8))
        {
            _type = PackValues.Sources(ref json);
        }
        else if (json.Is("eventId"u8))
        {
            _eventId = PackValues.Sources(ref json);
        }
        else if (json.Is("subject"u8))
        {
            _subject = PackValues.Sources(ref json);
        }
        else if (json.Is("related"u8))
        {
            _related = PackValues.Sources(ref json);
        }
        else if (json.Is("client"u8))
        {
            _client = PackValues.Sources(ref json);
        }
        else if (json.Is("distinct"u8))
        {
            _distinct = PackValues.Sources(ref json);
        }
        else if (json.Is("time"u8))
        {
            _time = PackValues.Sources(ref json);
        }
        else if (json.Is("timeZone"u8))
        {
            _isUtc = PackValues.Word(ref json, Zones) == 1;
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Reads a member on what became of it.</summary>
    public bool TryReadState(ref PackCursor json)
    {
        if (json.Is("state"u8))
        {
            _state = PackValues.Sources(ref json);
        }
        else if (json.Is("states"u8))
        {
            _states = EventRowPart.ReadTable(ref json, isReason: false);
        }
        else if (json.Is("is"u8))
        {
            EventRowPart.ReadAll(ref json, _name ?? string.Empty, isReason: false, _always);
        }
        else if (json.Is("reason"u8))
        {
            _reasons = PackLists.Read(ref json, "a list of reasons", EventPart.ReadReason);
        }
        else if (json.Is("message"u8))
        {
            _message = PackValues.Sources(ref json);
        }
        else if (json.Is("billed"u8))
        {
            _billed = PackValues.Condition(ref json);
        }
        else if (json.Is("notBilled"u8))
        {
            _notBilled = PackValues.Condition(ref json);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>The shape; null where something is missing, which is noted.</summary>
    public EventShape? ToShape(ref PackCursor json, int start)
    {
        if (_name is null || _when is null || _kind == EventKind.Unknown)
        {
            string missing = _name is null ? "name" : _when is null ? "when" : "kind";
            json.Missing(start, missing, $"a shape of events needs '{missing}': {(_name is null ? "a short name, for evidence" : _when is null ? "how an event of this shape is known" : "call, message, session or number")}");
            return null;
        }

        EventShape shape = new(_name, _kind, _when)
        {
            Source = Document,
            Each = _each,
            JsonText = _jsonText,
            Type = _type,
            EventId = _eventId,
            Subject = _subject,
            Related = _related,
            ClientReference = _client,
            Distinct = _distinct,
            Time = _time,
            IsTimeUtc = _isUtc,
            State = _state,
            States = _states,
            Always = _always,
            Reasons = _reasons,
            Message = _message,
            Billed = _billed,
            NotBilled = _notBilled,
            Note = _note,
        };
        return json.Place(shape, start);
    }
}
