using VendorErrors.Classification;
using VendorErrors.Classification.Words;
using VendorErrors.Definitions;

namespace VendorErrors;

/// <summary>
/// What the vendor said, kept as it was said and never mixed with what we made of it. Immutable and safe for use by several threads.
/// Messages, fields and items are the vendor's text: they may hold names and phone numbers, so keep them out of metrics.
/// </summary>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(VendorAnswerJsonConverter))]
#endif
public class VendorAnswer
{
    private readonly MessageList _messages;
    private readonly int _httpStatus;

    // In bytes, because an answer holds four of them.
    private readonly byte _outcome;
    private readonly byte _effect;
    private readonly byte _confidence;
    private readonly byte _category;
    private readonly Trace _trace;
    private Evidence[]? _evidence;

    internal VendorAnswer(in VendorAnswerParts parts, in Trace trace)
    {
        Vendor = parts.Vendor;
        _httpStatus = parts.HttpStatus;
        Code = parts.Code;
        _messages = parts.Messages;
        Fields = parts.Fields ?? [];
        Items = parts.Items ?? [];
        CorrelationId = parts.CorrelationId;
        _outcome = (byte)parts.Outcome;
        _effect = (byte)parts.Effect;
        _confidence = (byte)parts.Confidence;
        _category = (byte)parts.Category;
        Advice = parts.Advice;
        _evidence = parts.Evidence;
        _trace = trace;
    }

    private protected VendorAnswer(VendorAnswer original, Effect effect, Advice advice, Evidence[] evidence)
    {
        Vendor = original.Vendor;
        _httpStatus = original._httpStatus;
        Code = original.Code;
        _trace = original._trace;
        _messages = original._messages;
        Fields = original.Fields;
        Items = original.Items;
        CorrelationId = original.CorrelationId;
        _outcome = original._outcome;
        _confidence = original._confidence;
        _category = original._category;
        _effect = (byte)effect;
        Advice = advice;
        _evidence = evidence;
    }

    /// <summary>Whose answer it is.</summary>
    public Vendor Vendor { get; }

    /// <summary>The HTTP status; <see langword="null"/> where it was not given.</summary>
    public int? HttpStatus => _httpStatus == 0 ? null : _httpStatus;

    /// <summary>The vendor's code as received, as text; <see langword="null"/> where the answer holds none.</summary>
    public string? Code { get; }

    /// <summary>The catalog's name for the code; <see langword="null"/> where the code is not in the catalog.</summary>
    public string? CodeName => _trace.Rare is { IsStored: true } stored ? stored.StoredCodeName : _trace.CodeRow is { LastCode: null } row ? row.Name : Items.Count > 0 ? Items[_trace.Lead].CodeName : null;

    /// <summary>All messages in one line; <see langword="null"/> where there is none.</summary>
    public string? Message => _messages.Joined;

    /// <summary>Every message: that of the worst entry of a list first, then in the vendor's order.</summary>
    public IReadOnlyList<string> Messages => _messages.ToArray();

    /// <summary>The fields the vendor complains about. None on a plain success, whose lists are data.</summary>
    public IReadOnlyList<FieldError> Fields { get; }

    /// <summary>All errors of a list, or the entries of a batch that were not done.</summary>
    public IReadOnlyList<VendorItem> Items { get; }

    /// <summary>The vendor's id of this answer, for its support.</summary>
    public string? CorrelationId { get; }

    /// <summary>Did the vendor do what was asked?</summary>
    public VendorOutcome Outcome => (VendorOutcome)_outcome;

    /// <summary>May the side effect exist?</summary>
    public Effect Effect => (Effect)_effect;

    /// <summary>How sure the classification is.</summary>
    public Confidence Confidence => (Confidence)_confidence;

    /// <summary>What a person should do; <see langword="null"/> where there is nothing to do.</summary>
    public Advice? Advice { get; }

    /// <summary>What was seen, which rules it fired, and which of them won; strongest first.</summary>
    // Written when it is asked for; two threads that ask at once write the same twice.
    public IReadOnlyList<Evidence> Evidence => _evidence ??= EvidenceWriter.Write(this, _trace);

    /// <summary>What went wrong, where something did.</summary>
    private protected ErrorCategory ErrorCategory => (ErrorCategory)_category;

    /// <summary>The row of the vendor's own catalog that made this a failure; null where another rule did, or what an HTTP status means everywhere.</summary>
    internal CodeRow? DecidingRow =>
        (_trace.IsCodeDecisive ? _trace.CodeRow : _trace.WasDecidedBy(EvidenceSource.SubField) ? _trace.LeadRow : _trace.WasDecidedBy(EvidenceSource.HttpStatus) ? _trace.StatusRow : null)
            is { Category: not null } row && !ReferenceEquals(row.Section, StatusTable.Section) ? row : null;

    /// <summary>Vendor, redacted code and outcome; nothing of the vendor's text, so it is safe to log.</summary>
    public override string ToString() => $"{Vendor.Id} {Redactor.Code(this)}: {SnakeCase.Of(Outcome)}";
}
