using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>Reads a row: what one code means.</summary>
internal sealed class RowPart
{
    internal static readonly string[] Members =
        ["is", "name", "effect", "wait", "waitDoubles", "retries", "operation", "status", "when", "refine", "advice", "for", "note"];

    private readonly List<TextRule> _refinements = [];
    private Meaning? _meaning;
    private string? _name;
    private Effect? _effect;
    private TimeSpan? _wait;
    private bool _doubles;
    private int? _retries;
    private string? _operation;
    private int? _status;
    private Condition? _when;
    private string? _advice;
    private Audience _audience = Audience.Developer;
    private string? _note;

    private RowPart()
    {
    }

    /// <summary>Reads a row; null where it is none, which is noted.</summary>
    /// <param name="json">The pack.</param>
    /// <param name="code">Its code, or its range of codes.</param>
    internal static CodeRow? Read(ref PackCursor json, string code)
    {
        int start = json.Position;
        if (!json.BeginObject("an object such as { \"is\": \"rate_limited\", \"name\": \"Too fast\" }"))
        {
            return null;
        }

        var parts = new RowPart();
        while (json.NextMember())
        {
            if (!parts.TryReadMeaning(ref json) && !parts.TryReadCondition(ref json))
            {
                json.Unknown(Members);
            }
        }

        if (parts._meaning is null || parts._name is null)
        {
            if (parts._meaning is null)
            {
                json.Missing(start, "is", "a row needs 'is': what the code means");
            }

            if (parts._name is null)
            {
                json.Missing(start, "name", "a row needs 'name': the vendor's words for the code");
            }

            return null;
        }

        return json.Place(parts.ToRow(code, parts._meaning, parts._name), start);
    }

    internal static TimeSpan? ReadWait(ref PackCursor json)
    {
        if (json.Text("a wait with its unit, such as \"5s\"") is not { } text)
        {
            return null;
        }

        TimeSpan? wait = PackWords.Length(text);
        if (wait is null)
        {
            json.Fault($"'{PackText.Printable(text)}' is no wait; write a number with ms, s, m, h or d, such as 5s");
        }

        return wait;
    }

    private bool TryReadMeaning(ref PackCursor json)
    {
        if (json.Is("is"u8))
        {
            _meaning = Meaning.Read(ref json);
        }
        else if (json.Is("name"u8))
        {
            _name = json.Text();
        }
        else if (json.Is("effect"u8))
        {
            _effect = (Effect)PackValues.Word(ref json, PackWords.Effects);
        }
        else if (json.Is("wait"u8))
        {
            _wait = ReadWait(ref json);
        }
        else if (json.Is("waitDoubles"u8))
        {
            _doubles = json.Flag();
        }
        else if (json.Is("retries"u8))
        {
            _retries = json.Integer(0, int.MaxValue);
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

    private bool TryReadCondition(ref PackCursor json)
    {
        if (json.Is("operation"u8))
        {
            _operation = json.Text();
        }
        else if (json.Is("status"u8))
        {
            _status = json.Integer(100, 599);
        }
        else if (json.Is("when"u8))
        {
            _when = PackValues.Condition(ref json);
        }
        else if (json.Is("refine"u8))
        {
            RefinementPart.Read(ref json, _refinements);
        }
        else if (json.Is("advice"u8))
        {
            _advice = json.Text();
        }
        else if (json.Is("for"u8))
        {
            _audience = (Audience)PackValues.Word(ref json, PackWords.Audiences);
        }
        else
        {
            return false;
        }

        return true;
    }

    private CodeRow ToRow(string code, Meaning meaning, string name)
    {
        (string first, string? last) = CodePart.Split(code);
        return new CodeRow(first, name, meaning.Outcome, meaning.Category)
        {
            LastCode = last,
            Operation = _operation,
            OnHttpStatus = _status,
            When = _when,
            Effect = _effect,
            Wait = _wait,
            WaitDoubles = _doubles,
            MaxRetryAttempts = _retries,
            Refinements = _refinements,
            Advice = _advice is null ? null : new Advice(_advice, _audience),
            Note = _note,
        };
    }
}
