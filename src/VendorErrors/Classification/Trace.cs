using System.Runtime.InteropServices;
using VendorErrors.Classification.Bodies;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>
/// What led to a verdict, as far as the answer does not say it itself: small, so that every answer can carry it, and enough to write
/// the evidence when somebody asks for it. Most answers are never asked.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Trace
{
    public Trace(in Reading reading, in Verdict verdict, RareFindings? rare)
    {
        Envelope = reading.Envelope?.Envelope;
        CodeRow = verdict.CodeRow;
        StatusRow = verdict.StatusRow;
        LeadRow = verdict.Items.LeadRow;
        Rare = rare;
        Lead = (short)verdict.Items.Lead;
        CodePath = (short)verdict.CodePath;
        CodeKind = verdict.Code.Kind;
        Body = reading.Kind;
        Fault = reading.Fault;
        Proof = verdict.Proof;
        DecidedBy = (byte)verdict.DecidedBy;
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
    public Trace(RareFindings stored) => Rare = stored;

    public Envelope? Envelope { get; }

    /// <summary>The row of the code, which may have lost.</summary>
    public CodeRow? CodeRow { get; }

    /// <summary>The row of the HTTP status, which may have lost.</summary>
    public CodeRow? StatusRow { get; }

    /// <summary>The row of the entry that leads a list.</summary>
    public CodeRow? LeadRow { get; }

    public RareFindings? Rare { get; }

    /// <summary>The position of the entry that leads.</summary>
    public short Lead { get; }

    /// <summary>Which of the envelope's paths led to the code.</summary>
    public short CodePath { get; }

    public JsonKind CodeKind { get; }

    public BodyKind Body { get; }

    public JsonFault Fault { get; }

    public ProofState Proof { get; }

    private byte DecidedBy { get; }

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

    public bool WasDecidedBy(EvidenceSource source) => DecidedBy == (byte)source;
}
