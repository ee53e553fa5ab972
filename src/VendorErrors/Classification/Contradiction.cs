using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;

namespace VendorErrors.Classification;

/// <summary>What becomes of a verdict that another statement in the same answer contradicts: the more pessimistic effect wins, except against proof.</summary>
internal static class Contradiction
{
    /// <summary>
    /// A failure under a 2xx that should carry none, and a refusal that the body states as an HTTP status while HTTP itself states a
    /// failure of the server: either side may be wrong, so the effect is not known.
    /// </summary>
    internal static void ByStatus(ref Verdict verdict, Catalog catalog, Envelope envelope)
    {
        bool underSuccess = verdict.StatusRow is { Outcome: not VendorOutcome.Failure } && (envelope.ContradictsSuccess || !catalog.Definition.SuccessMayCarryError);
        bool underServerError = verdict is { Row.IsHttpStatus: true, StatusRow: { Outcome: VendorOutcome.Failure, EffectiveEffect: Effect.Unknown } };
        if (verdict.Effect != Effect.Unknown && (underSuccess || underServerError))
        {
            verdict.IsConflict = true;
            verdict.Effect = Effect.Unknown;
        }
    }

    /// <summary>
    /// Nothing in a body makes a 4xx more retryable than that status is by itself, unless it is a code of the vendor's own that a document
    /// names. The cause keeps its name.
    /// </summary>
    internal static void BindByStatus(ref Verdict verdict, in VendorResponse response) =>
        verdict.IsBoundByStatus = response.Status is >= 400 and <= 499
            && verdict is { Outcome: VendorOutcome.Failure, StatusRow.Category: { } category }
            && category.ToRetryDisposition() == RetryDisposition.Never
            && verdict.Category.ToRetryDisposition() != RetryDisposition.Never
            && verdict.Row is not { IsHttpStatus: false, IsFamily: false, Basis: Basis.Documented or Basis.Observed };

    /// <summary>
    /// Whether the HTTP status says more than the row of any other code does. That row is the default of an open list, so it decides where HTTP says
    /// that all is well or nothing at all, and under a 4xx that is as general as itself. A status of its own meaning, and every failure of the
    /// server, whose effect is not known, decides instead.
    /// </summary>
    internal static bool YieldsToStatus(CodeRow row, CodeRow? status) =>
        row.IsAnyCode && status is { Outcome: VendorOutcome.Failure } && !(ReferenceEquals(status.Section, StatusTable.Section) && status.Code == StatusTable.General);

    /// <summary>The vendor's own statement that something was, or was not, executed.</summary>
    internal static void ByProof(ref Verdict verdict, in Reading reading)
    {
        if (reading.Envelope is not { Envelope.Proof: not null } envelope || reading.Kind != BodyKind.Json)
        {
            return;
        }

        if (reading.View.IsOneOf(envelope.Proof, envelope.NotExecuted))
        {
            verdict.Proof = ProofState.NotExecuted;
            if (verdict.Outcome != VendorOutcome.Failure)
            {
                verdict.Outcome = VendorOutcome.Failure;
                verdict.Category = ErrorCategory.VendorUnspecified;
                verdict.Confidence = Confidence.Family;
                verdict.Row = null;
                verdict.DecidedBy = EvidenceSource.Proof;
                verdict.IsConflict = true;
            }

            verdict.Effect = Effect.None;
        }
        else if (reading.View.IsOneOf(envelope.Proof, envelope.Executed))
        {
            verdict.Proof = ProofState.Executed;
            if (verdict.Outcome == VendorOutcome.Failure)
            {
                verdict.Effect = Effect.Unknown;
                verdict.IsConflict = true;
            }
        }
    }
}
