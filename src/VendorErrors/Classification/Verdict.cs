using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>Step 2 done: what the answer means, and every finding that led there, so that the evidence can be written from it.</summary>
internal ref struct Verdict
{
    public VendorOutcome Outcome;
    public Effect Effect;
    public Confidence Confidence;
    public ErrorCategory Category;

    /// <summary>The row that decided; null where a kind of body or an outcome rule did.</summary>
    public CodeRow? Row;

    /// <summary>What decided.</summary>
    public EvidenceSource DecidedBy;

    /// <summary>Where the code is in the body, and which of the envelope's paths led to it.</summary>
    public JsonSlot Code;
    public int CodePath;

    /// <summary>The second code beside it, and which of the envelope's paths led to that.</summary>
    public JsonSlot InnerCode;
    public int InnerCodePath;

    /// <summary>The row of the code, which may have lost.</summary>
    public CodeRow? CodeRow;

    /// <summary>The row of the second code, where it decided in the place of the first.</summary>
    public CodeRow? InnerRow;

    /// <summary>The row of the HTTP status, which may have lost; null where the status is not known.</summary>
    public CodeRow? StatusRow;

    /// <summary>The outcome rule that held.</summary>
    public OutcomeRule? Rule;

    /// <summary>What the vendor's proof member states.</summary>
    public ProofState Proof;

    /// <summary>Body and HTTP status contradict each other.</summary>
    public bool IsConflict;

    /// <summary>The vendor's envelope is required, and the body has none.</summary>
    public bool LacksEnvelope;

    /// <summary>The body has the shape of a failure, though not one of the vendor's.</summary>
    public bool HasFailureShape;

    /// <summary>Nothing in the body may make the answer more retryable than its HTTP status is.</summary>
    public bool IsBoundByStatus;

    /// <summary>The code means different things by operation, and the operation is not known.</summary>
    public bool IsAmbiguous;

    /// <summary>The entries of a list of causes or of failed results.</summary>
    public ItemList Items;

    public readonly bool StatusFails => StatusRow is { Outcome: VendorOutcome.Failure };

    /// <summary>A code that is not in the catalog lets HTTP decide; where HTTP says that all is well, the gap is named as such.</summary>
    public void DecideByUnlistedCode()
    {
        if (StatusFails)
        {
            DecideByStatus();
            return;
        }

        Outcome = VendorOutcome.Failure;
        Category = ErrorCategory.Unrecognized;
        Effect = Effect.Unknown;
        Confidence = Confidence.Default;
        DecidedBy = EvidenceSource.Code;
    }

    /// <summary>What the HTTP status says.</summary>
    public void DecideByStatus()
    {
        if (StatusRow is null)
        {
            Outcome = VendorOutcome.Failure;
            Category = ErrorCategory.Unrecognized;
            Effect = Effect.Unknown;
            Confidence = Confidence.Default;
            DecidedBy = EvidenceSource.HttpStatus;
        }
        else if (StatusRow is { Outcome: VendorOutcome.Failure } failure)
        {
            Fail(failure, EvidenceSource.HttpStatus);
            Confidence = failure.LastCode is null ? Confidence.StatusOnly : Confidence.Default;
        }
        else
        {
            Succeed(StatusRow, Confidence.StatusOnly, EvidenceSource.HttpStatus);
        }
    }

    /// <summary>It failed, as a row says.</summary>
    public void Fail(CodeRow row, EvidenceSource by)
    {
        Outcome = VendorOutcome.Failure;
        Category = row.Category ?? ErrorCategory.Unrecognized;
        Effect = row.EffectiveEffect;
        Row = row;
        DecidedBy = by;
    }

    /// <summary>It worked, as a row says.</summary>
    public void Succeed(CodeRow row, Confidence confidence, EvidenceSource by)
    {
        Outcome = row.Outcome;
        Effect = row.EffectiveEffect;
        Confidence = confidence;
        Row = row;
        DecidedBy = by;
    }

    /// <summary>The format is broken. Under a 4xx, which is a refusal whatever its body, the status decides instead.</summary>
    public void Violate(in VendorResponse response)
    {
        if (StatusFails && response.Status is >= 400 and <= 499)
        {
            DecideByStatus();
            return;
        }

        Outcome = VendorOutcome.Failure;
        Category = ErrorCategory.ProtocolViolation;
        Effect = StatusFails ? StatusRow!.EffectiveEffect : Effect.Unknown;
        Confidence = Confidence.Family;
        Row = null;
        DecidedBy = EvidenceSource.Family;
    }
}
