using System.Globalization;
using System.Text.Json;
using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>The members of the outermost object, as far as they are read.</summary>
internal sealed class PackRoot
{
    private readonly Dictionary<string, SourceDocument> _documents = new(StringComparer.Ordinal);
    private readonly List<PackContent> _shapes = [];
    private readonly PackEvents _events = new();
    private long? _version;
    private string? _id;
    private string? _name;
    private string _summary = string.Empty;
    private string? _readOn;
    private bool _isShape;
    private bool _replaces;
    private string[] _otherNames = [];
    private bool _successMayCarryError = true;
    private bool _readsXml;
    private RequiredEnvelope? _required;
    private string? _idempotencyKey;
    private string[] _keyOperations = [];
    private VendorProduct[] _products = [];
    private Envelope[] _envelopes = [];
    private List<CodeSection> _codes = [];
    private WaitHint[] _waits = [];
    private List<OperationRule> _operations = [];
    private int? _codesDocumented;
    private PackSimulation? _simulation;
    private List<PackAnswer> _answers = [];

    public bool TryReadHead(ref PackCursor json)
    {
        if (json.Is("$schema"u8) || json.Is("note"u8))
        {
            _ = json.Text();
        }
        else if (json.Is("pack"u8))
        {
            ReadVersion(ref json);
        }
        else if (json.Is("id"u8))
        {
            _id = json.Text();
        }
        else if (json.Is("name"u8))
        {
            _name = json.Text();
        }
        else if (json.Is("summary"u8))
        {
            _summary = json.Text() ?? string.Empty;
        }
        else if (json.Is("read"u8))
        {
            ReadDay(ref json);
        }
        else if (json.Is("shape"u8))
        {
            _isShape = json.Flag();
        }
        else if (json.Is("replace"u8))
        {
            _replaces = json.Flag();
        }
        else if (json.Is("formerly"u8))
        {
            _otherNames = PackValues.Texts(ref json);
        }
        else if (json.Is("use"u8))
        {
            ReadUse(ref json);
        }
        else if (json.Is("documents"u8))
        {
            PackDocuments.Read(ref json, _documents);
        }
        else
        {
            return false;
        }

        return true;
    }

    public bool TryReadRules(ref PackCursor json)
    {
        if (json.Is("successMayCarryError"u8))
        {
            _successMayCarryError = json.Flag();
        }
        else if (json.Is("xml"u8))
        {
            _readsXml = json.Flag();
        }
        else if (json.Is("requiredEnvelope"u8))
        {
            _required = RequiredPart.Read(ref json);
        }
        else if (json.Is("idempotencyKey"u8))
        {
            ReadKey(ref json);
        }
        else if (json.Is("products"u8))
        {
            _products = ProductPart.Read(ref json);
        }
        else if (json.Is("envelopes"u8))
        {
            _envelopes = PackLists.Read(ref json, "a list of envelopes", EnvelopePart.Read);
        }
        else if (json.Is("codes"u8))
        {
            _codes = PackLists.Read(ref json, "a list of sections", _documents, CodePart.Read);
        }
        else if (json.Is("waits"u8))
        {
            _waits = PackLists.Read(ref json, "a list of waits", WaitPart.Read);
        }
        else if (json.Is("operations"u8))
        {
            _operations = PackLists.Read(ref json, "a list of operations", _documents, OperationPart.Read);
        }
        else
        {
            return false;
        }

        return true;
    }

    public bool TryReadSamples(ref PackCursor json, bool isWhole)
    {
        if (json.Is("codesDocumented"u8))
        {
            _codesDocumented = json.Integer(0, int.MaxValue);
        }
        else if (!json.Is("simulate"u8) && !json.Is("answers"u8) && !json.Is("events"u8) && !json.Is("reasons"u8) && !json.Is("eventSignature"u8) && !json.Is("eventSamples"u8))
        {
            return false;
        }
        else if (!isWhole)
        {
            _ = json.Raw();
        }
        else if (!_events.TryRead(ref json, _documents))
        {
            ReadAnswers(ref json);
        }

        return true;
    }

    private void ReadAnswers(ref PackCursor json)
    {
        if (json.Is("simulate"u8))
        {
            _simulation = SimulationPart.Read(ref json);
        }
        else
        {
            _answers = PackLists.Read(ref json, "a list of answers", _documents, AnswerPart.Read);
        }
    }

    public PackContent ToContent(ref PackCursor json)
    {
        if (_version is null)
        {
            json.Missing(0, "pack", "'pack' is missing; the present format is 1");
        }

        if (_id is null)
        {
            json.Missing(0, "id", "'id' is missing, such as \"acme-voice\"");
        }

        if (string.IsNullOrWhiteSpace(_name))
        {
            json.Missing(0, "name", "'name' is missing: the product's name for people");
        }

        var definition = new VendorDefinition
        {
            Summary = _summary,
            ReadOn = _readOn,
            DocumentedCodes = _codesDocumented,
            OtherNames = _otherNames,
            Products = _products,
            ReadsXml = _readsXml || _shapes.Exists(shape => shape.Definition.ReadsXml),
            Envelopes = [.. _envelopes, .. _shapes.SelectMany(EnvelopesOf)],
            Codes = WithCodesOfShapes(),
            WaitHints = [.. _waits, .. _shapes.SelectMany(shape => shape.Definition.WaitHints)],
            Operations = _operations,
            SuccessMayCarryError = _successMayCarryError,
            RequiredEnvelope = _required,
            IdempotencyKeyHeader = _idempotencyKey,
            IdempotencyKeyOperations = _keyOperations,
        };
        return new PackContent
        {
            Id = _id ?? string.Empty,
            Name = _name ?? string.Empty,
            IsShape = _isShape,
            Replaces = _replaces,
            Definition = definition,
            Documents = _documents,
            Simulation = _simulation,
            Answers = _answers,
            Events = _events.ToDefinition(),
            EventSamples = _events.Samples,
        };
    }

    // Each pack names its envelopes for itself; evidence has to say whose one is.
    private static IEnumerable<Envelope> EnvelopesOf(PackContent shape) => shape.Definition.Envelopes.Select(envelope => envelope.WithName($"{shape.Id}: {envelope.Name}"));

    // What the pack itself says of a code counts, also where a shape has a row for it.
    private CodeSection[] WithCodesOfShapes()
    {
        List<CodeSection> sections = [.. _codes];
        foreach (CodeSection section in _shapes.SelectMany(shape => shape.Definition.Codes))
        {
            HashSet<string> known = new(
                sections.Where(own => own.IsHttpStatus == section.IsHttpStatus && string.Equals(own.Space, section.Space, StringComparison.Ordinal)).SelectMany(own => own.Rows).Select(row => row.Code),
                StringComparer.OrdinalIgnoreCase);
            sections.Add(section.Without(row => known.Contains(row.Code)));
        }

        return [.. sections];
    }

    private void ReadVersion(ref PackCursor json)
    {
        _version = json.Integer();
        if (_version is { } version and not PackContent.Version)
        {
            json.Fault($"the format {version} is unknown; this version of the library reads {PackContent.Version}");
        }
    }

    private void ReadDay(ref PackCursor json)
    {
        _readOn = json.Text();
        if (_readOn is not null && !DateTime.TryParseExact(_readOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            json.Fault("a day is written as 2026-11-30");
        }
    }

    private void ReadUse(ref PackCursor json)
    {
        int start = json.Position;
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (string id in PackValues.Texts(ref json))
        {
            if (!used.Add(id))
            {
                json.Fault(start, $"the shape '{PackText.Printable(id)}' is used twice");
            }
            else if (BuiltInPacks.FindShape(id) is { } shape)
            {
                _shapes.Add(shape);
            }
            else
            {
                json.Fault(start, $"no shape has the id '{PackText.Printable(id)}'; there are {string.Join(", ", BuiltInPacks.Shapes)}");
            }
        }
    }

    private void ReadKey(ref PackCursor json)
    {
        if (json.Kind == JsonTokenType.String)
        {
            _idempotencyKey = json.Text();
        }
        else
        {
            ReadKeyObject(ref json);
        }
    }

    private void ReadKeyObject(ref PackCursor json)
    {
        int start = json.Position;
        if (json.BeginObject("the name of a header, or an object with 'header' and 'operations'"))
        {
            while (json.NextMember())
            {
                if (json.Is("header"u8))
                {
                    _idempotencyKey = json.Text();
                }
                else if (json.Is("operations"u8))
                {
                    _keyOperations = PackValues.Texts(ref json);
                }
                else if (json.Is("note"u8))
                {
                    _ = json.Text();
                }
                else
                {
                    json.Unknown(PackReader.KeyMembers);
                }
            }

            if (_idempotencyKey is null)
            {
                json.Missing(start, "header", "an idempotency key needs 'header'");
            }
        }
    }
}
