using VendorErrors.Classification;
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
    private readonly string[] _messages;
    private readonly int _httpStatus;
    private readonly Trace _trace;
    private Evidence[]? _evidence;

    internal VendorAnswer(in VendorAnswerParts parts, in Trace trace)
    {
        Vendor = parts.Vendor;
        _httpStatus = parts.HttpStatus;
        Code = parts.Code;
        InnerCode = parts.InnerCode;
        _messages = parts.Messages ?? [];
        Fields = parts.Fields ?? [];
        Items = parts.Items ?? [];
        CorrelationId = parts.CorrelationId;
        Outcome = parts.Outcome;
        Effect = parts.Effect;
        Confidence = parts.Confidence;
        ErrorCategory = parts.Category;
        Advice = parts.Advice;
        _evidence = parts.Evidence;
        _trace = trace;
    }

    private protected VendorAnswer(VendorAnswer original, Effect effect, Advice advice, Evidence[] evidence)
    {
        Vendor = original.Vendor;
        _httpStatus = original._httpStatus;
        Code = original.Code;
        InnerCode = original.InnerCode;
        _trace = original._trace;
        _messages = original._messages;
        Fields = original.Fields;
        Items = original.Items;
        CorrelationId = original.CorrelationId;
        Outcome = original.Outcome;
        Confidence = original.Confidence;
        ErrorCategory = original.ErrorCategory;
        Effect = effect;
        Advice = advice;
        _evidence = evidence;
    }

    /// <summary>Whose answer it is.</summary>
    public Vendor Vendor { get; }

    /// <summary>The HTTP status; <see langword="null"/> where it was not given.</summary>
    public int? HttpStatus => _httpStatus == 0 ? null : _httpStatus;

    /// <summary>The vendor's code as received, as text; <see langword="null"/> where the answer holds none.</summary>
    public string? Code { get; }

    /// <summary>A second code beside <see cref="Code"/>, as received: of an upstream service, or a finer one; <see langword="null"/> where there is none.</summary>
    public string? InnerCode { get; }

    /// <summary>The catalog's name for the code; <see langword="null"/> where the code is not in the catalog.</summary>
    public string? CodeName => _trace.IsStored ? _trace.StoredCodeName : (_trace.CodeRow ?? _trace.InnerRow) is { IsFamily: false } row ? row.Name : Items.Count > 0 ? Items[_trace.Lead].CodeName : null;

    /// <summary>All messages in one line; <see langword="null"/> where there is none.</summary>
    public string? Message => _messages.Length == 0 ? null : string.Join("; ", _messages);

    /// <summary>Every message: that of the worst entry of a list first, then in the vendor's order.</summary>
    public IReadOnlyList<string> Messages => _messages;

    /// <summary>The fields the vendor complains about. None on a plain success, whose lists are data.</summary>
    public IReadOnlyList<FieldError> Fields { get; }

    /// <summary>All errors of a list, or the entries of a batch that were not done.</summary>
    public IReadOnlyList<VendorItem> Items { get; }

    /// <summary>The vendor's id of this answer, for its support.</summary>
    public string? CorrelationId { get; }

    /// <summary>Did the vendor do what was asked?</summary>
    public VendorOutcome Outcome { get; }

    /// <summary>May the side effect exist?</summary>
    public Effect Effect { get; }

    /// <summary>How sure the classification is.</summary>
    public Confidence Confidence { get; }

    /// <summary>What a person should do; <see langword="null"/> where there is nothing to do.</summary>
    public Advice? Advice { get; }

    /// <summary>What was seen, which rules it fired, and which of them won; strongest first.</summary>
    // Written when it is asked for; two threads that ask at once write the same twice.
    public IReadOnlyList<Evidence> Evidence => _evidence ??= EvidenceWriter.Write(this, _trace);

    /// <summary>What went wrong, where something did.</summary>
    private protected ErrorCategory ErrorCategory { get; }

    /// <summary>The row of the vendor's own catalog that made this a failure; null where another rule did, or what an HTTP status means everywhere.</summary>
    internal CodeRow? DecidingRow =>
        (_trace.IsCodeDecisive ? _trace.CodeRow : _trace.InnerRow ?? (_trace.DecidedBy == EvidenceSource.SubField ? _trace.LeadRow : _trace.DecidedBy == EvidenceSource.HttpStatus ? _trace.StatusRow : null))
            is { Category: not null } row && !ReferenceEquals(row.Section, StatusTable.Section) ? row : null;

    /// <summary>Vendor, redacted code and outcome; nothing of the vendor's text, so it is safe to log.</summary>
    public override string ToString() => $"{Vendor.Id} {Redactor.Code(this)}: {SnakeCase.Of(Outcome)}";
}
