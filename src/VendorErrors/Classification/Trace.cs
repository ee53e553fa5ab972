using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Waits;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>
/// What led to a verdict, as far as the answer does not say it itself: small, so that every answer can carry it, and enough to write
/// the evidence when somebody asks for it. Most answers are never asked.
/// </summary>
internal readonly struct Trace
{
    // Of an answer just read what the proof member says, of one that was kept the name of its code: every error carries this struct.
    private readonly string? _text;

    public Trace(in Reading reading, in Verdict verdict, Evidence[]? refinement, List<WaitFinding>? waits)
    {
        Envelope = reading.Envelope?.Envelope;
        CodeRow = verdict.CodeRow;
        StatusRow = verdict.StatusRow;
        LeadRow = verdict.Items.LeadRow;
        _text = verdict.Proof == ProofState.None ? null : reading.View.Text(reading.Envelope!.Proof);
        Rule = verdict.Rule;
        Refinement = refinement;
        Waits = waits;
        Lead = verdict.Items.Lead;
        CodePath = verdict.CodePath;
        CodeKind = verdict.Code.Kind;
        InnerRow = ReferenceEquals(verdict.InnerRow, verdict.Row) ? verdict.InnerRow : null;
        InnerCodePath = verdict.InnerCodePath;
        IsXml = reading.IsXml;
        Body = reading.Kind;
        Fault = reading.Fault;
        Proof = verdict.Proof;
        DecidedBy = verdict.DecidedBy;
        IsCodeDecisive = verdict.CodeRow is not null && (ReferenceEquals(verdict.CodeRow, verdict.Row) || verdict.Rule is not null);
        IsViolation = verdict.DecidedBy == EvidenceSource.Family;
        LacksEnvelope = verdict.LacksEnvelope;
        HasFailureShape = verdict.HasFailureShape;
        IsBoundByStatus = verdict.IsBoundByStatus;
        IsConflict = verdict.IsConflict;
        IsAmbiguous = verdict.IsAmbiguous;
        HasDuplicates = reading.HasDuplicates;
        HasMoreItems = verdict.Items.IsTruncated;
    }

    /// <summary>Of an answer that was kept.</summary>
    /// <param name="codeName">The catalog's name for its code.</param>
    public Trace(string? codeName) => (IsStored, _text) = (true, codeName);

    public Envelope? Envelope { get; }

    /// <summary>The row of the code, which may have lost.</summary>
    public CodeRow? CodeRow { get; }

    /// <summary>The row of the HTTP status, which may have lost.</summary>
    public CodeRow? StatusRow { get; }

    /// <summary>The row of the entry that leads a list.</summary>
    public CodeRow? LeadRow { get; }

    /// <summary>What the vendor's proof member says.</summary>
    public string? ProofText => IsStored ? null : _text;

    /// <summary>The outcome rule that held.</summary>
    public OutcomeRule? Rule { get; }

    /// <summary>What refined the category.</summary>
    public Evidence[]? Refinement { get; }

    /// <summary>Every wait that was looked at in headers and members.</summary>
    public List<WaitFinding>? Waits { get; }

    /// <summary>Whether the answer was read from where it was kept, so that no row and no envelope is known.</summary>
    public bool IsStored { get; }

    /// <summary>The catalog's name for the code, where the answer was kept.</summary>
    public string? StoredCodeName => IsStored ? _text : null;

    /// <summary>The position of the entry that leads.</summary>
    public int Lead { get; }

    /// <summary>Which of the envelope's paths led to the code.</summary>
    public int CodePath { get; }

    public JsonKind CodeKind { get; }

    /// <summary>The row of the second code, where it decided.</summary>
    public CodeRow? InnerRow { get; }

    /// <summary>Which of the envelope's paths led to the second code.</summary>
    public int InnerCodePath { get; }

    /// <summary>Whether the body is XML that was read as its members are.</summary>
    public bool IsXml { get; }

    public BodyKind Body { get; }

    public JsonFault Fault { get; }

    public ProofState Proof { get; }

    public EvidenceSource DecidedBy { get; }

    public bool IsCodeDecisive { get; }

    /// <summary>Whether it was the kind of body that decided.</summary>
    public bool IsViolation { get; }

    public bool LacksEnvelope { get; }

    public bool HasFailureShape { get; }

    public bool IsBoundByStatus { get; }

    public bool IsConflict { get; }

    public bool IsAmbiguous { get; }

    public bool HasDuplicates { get; }

    public bool HasMoreItems { get; }
}
