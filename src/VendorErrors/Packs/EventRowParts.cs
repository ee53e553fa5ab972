using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>The members of a row of an event, as far as they are read.</summary>
internal struct EventRowParts
{
    private EventState? _state;
    private ErrorCategory? _category;
    private string? _name;
    private bool? _isFinal;
    private NextAttempt? _next;
    private TimeSpan? _delay;
    private Effect? _effect;
    private bool? _isBilled;
    private Condition? _when;
    private string? _note;

    /// <summary>Reads a member on what the row means; false where it is none of these.</summary>
    public bool TryReadMeaning(ref PackCursor json)
    {
        if (json.Is("state"u8))
        {
            _state = (EventState)PackValues.Word(ref json, PackWords.EventStates);
        }
        else if (json.Is("category"u8))
        {
            _category = ReadCategory(ref json);
        }
        else if (json.Is("name"u8))
        {
            _name = json.Text();
        }
        else if (json.Is("final"u8))
        {
            _isFinal = json.Flag();
        }
        else if (json.Is("again"u8))
        {
            _next = (NextAttempt)PackValues.Word(ref json, PackWords.NextAttempts);
        }
        else if (json.Is("wait"u8))
        {
            _delay = RowPart.ReadWait(ref json);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Reads any other member; false where it is none of a row.</summary>
    public bool TryReadRest(ref PackCursor json)
    {
        if (json.Is("effect"u8))
        {
            _effect = (Effect)PackValues.Word(ref json, PackWords.Effects);
        }
        else if (json.Is("billed"u8))
        {
            _isBilled = json.Flag();
        }
        else if (json.Is("when"u8))
        {
            _when = PackValues.Condition(ref json);
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

    /// <summary>The row; null where something is missing, which is noted.</summary>
    public readonly EventRow? ToRow(ref PackCursor json, int start, string code, string? lastCode, bool isReason)
    {
        if (!isReason && _state is null)
        {
            json.Missing(start, "state", "a word of a state needs 'state': what it means");
            return null;
        }

        if (isReason && _name is null)
        {
            json.Missing(start, "name", "a reason needs 'name': the vendor's words for the code");
            return null;
        }

        if (isReason && _state is null && _category is null)
        {
            json.Missing(start, "category", "a reason needs 'category' or 'state': what the code means");
            return null;
        }

        return new EventRow(code, _name ?? code)
        {
            LastCode = lastCode,
            State = _state,
            Category = _category,
            IsFinal = _isFinal,
            NextAttempt = _next,
            NextAttemptDelay = _delay,
            Effect = _effect,
            IsBilled = _isBilled,
            When = _when,
            Note = _note,
        };
    }

    /// <summary>A category; null where it is none, which is noted.</summary>
    internal static ErrorCategory? ReadCategory(ref PackCursor json)
    {
        if (json.Text("a category") is not { } word)
        {
            return null;
        }

        if (PackWords.Category(word) is not { } category)
        {
            string near = PackWords.NearestCategories(word);
            json.Fault($"'{PackText.Printable(word)}' is no category{(near.Length == 0 ? string.Empty : $"; near are {near}")}");
            return null;
        }

        return category;
    }
}
