using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>The members of a shape, as far as they are read.</summary>
internal sealed class EnvelopeParts
{
    internal static readonly (string Word, int Value)[] Only = [("failure", 1)];

    private string? _name;
    private Condition? _when;
    private bool _onlyOnFailure;
    private string? _product;
    private string? _operation;
    private bool _contradicts;
    private ValueSource[] _code = [];
    private CodeMeaning _meaning;
    private string _space = string.Empty;
    private ValueSource[] _innerCode = [];
    private ValueSource[] _message = [];
    private ValueSource[] _id = [];
    private string? _idInText;
    private FieldShape[] _fields = [];
    private FieldText _inText;
    private ItemShape? _items;
    private OutcomeRule[] _outcomes = [];
    private Proof? _proof;
    private int? _failureStatus;
    private string? _template;

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
        else if (json.Is("only"u8))
        {
            _onlyOnFailure = PackValues.Word(ref json, Only) == 1;
        }
        else if (json.Is("product"u8))
        {
            _product = json.Text();
        }
        else if (json.Is("operation"u8))
        {
            _operation = json.Text();
        }
        else if (json.Is("contradictsSuccess"u8))
        {
            _contradicts = json.Flag();
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Reads a member on codes and words.</summary>
    public bool TryReadCode(ref PackCursor json)
    {
        if (json.Is("code"u8))
        {
            _code = PackValues.Sources(ref json);
        }
        else if (json.Is("codeIs"u8))
        {
            _meaning = (CodeMeaning)PackValues.Word(ref json, PackWords.Meanings);
        }
        else if (json.Is("space"u8))
        {
            _space = json.Text() ?? string.Empty;
        }
        else if (json.Is("innerCode"u8))
        {
            _innerCode = PackValues.Sources(ref json);
        }
        else if (json.Is("message"u8))
        {
            _message = PackValues.Sources(ref json);
        }
        else if (json.Is("id"u8))
        {
            _id = PackValues.Sources(ref json);
        }
        else if (json.Is("idInText"u8))
        {
            _idInText = json.Text();
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Reads any other member.</summary>
    public bool TryReadRest(ref PackCursor json)
    {
        if (json.Is("fields"u8))
        {
            _fields = PackLists.Read(ref json, "a list of fields", FieldPart.Read);
        }
        else if (json.Is("fieldInText"u8))
        {
            _inText = (FieldText)PackValues.Word(ref json, PackWords.FieldTexts);
        }
        else if (json.Is("items"u8))
        {
            _items = ItemPart.Read(ref json);
        }
        else if (json.Is("outcomes"u8))
        {
            _outcomes = PackLists.Read(ref json, "a list of outcomes", OutcomePart.Read);
        }
        else if (json.Is("proof"u8))
        {
            _proof = ProofPart.Read(ref json);
        }
        else if (json.Is("failureStatus"u8))
        {
            _failureStatus = json.Integer(100, 599);
        }
        else if (json.Is("template"u8))
        {
            _template = PackTemplate.ReadTemplate(ref json);
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

    /// <summary>The shape; null where something is missing, which is noted.</summary>
    public Envelope? ToEnvelope(ref PackCursor json, int start)
    {
        if (_name is null || _when is null)
        {
            if (_name is null)
            {
                json.Missing(start, "name", "an envelope needs 'name': a short name, for evidence");
            }

            if (_when is null)
            {
                json.Missing(start, "when", "an envelope needs 'when': how a body of this shape is known");
            }

            return null;
        }

        return json.Place(MakeEnvelope(_name, _when), start);
    }

    private Envelope MakeEnvelope(string name, Condition when) =>
        new(name, when)
        {
            Operation = _operation,
            Product = _product,
            OnlyOnFailure = _onlyOnFailure,
            ContradictsSuccess = _contradicts,
            Code = _code,
            CodeMeaning = _meaning,
            Space = _space,
            InnerCode = _innerCode,
            Message = _message,
            CorrelationId = _id,
            CorrelationIdInText = _idInText,
            Fields = _fields,
            FieldInText = _inText,
            Items = _items,
            Outcomes = _outcomes,
            Proof = _proof,
            FailureStatus = _failureStatus,
            Template = _template,
        };
}
