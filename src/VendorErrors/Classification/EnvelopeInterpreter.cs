using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>What an envelope of the vendor's says: its code, else its entries, its outcome rules, or the HTTP status.</summary>
internal static class EnvelopeInterpreter
{
    internal static void Interpret(ref Verdict verdict, Catalog catalog, in VendorResponse response, in Reading reading)
    {
        CompiledEnvelope envelope = reading.Envelope!;
        if (!verdict.Code.HasValue)
        {
            WithoutCode(ref verdict, catalog, response, reading);
            return;
        }

        if (verdict.Code.Kind is not (JsonKind.Number or JsonKind.Text))
        {
            verdict.Violate(response);
            return;
        }

        RowMatch match = Interpreter.FindRow(catalog, envelope.Envelope, verdict.Code, response, reading.View);
        verdict.CodeRow = match.Row;
        verdict.IsAmbiguous = match.IsAmbiguous;
        if (match.Row is null or { IsAnyCode: true } && InnerRowOf(catalog, reading, verdict, response) is { Row: not null } inner)
        {
            // The second code says what the first leaves open.
            verdict.InnerRow = inner.Row;
            match = inner;
        }

        if (match.Row is null)
        {
            verdict.DecideByUnlistedCode();
        }
        else if (Contradiction.YieldsToStatus(match.Row, verdict.StatusRow))
        {
            verdict.DecideByStatus();
        }
        else if (match.Row.Outcome == VendorOutcome.Failure)
        {
            verdict.Fail(match.Row, EvidenceSource.Code);
            verdict.Confidence = Interpreter.ConfidenceOf(match);
            Contradiction.ByStatus(ref verdict, catalog, envelope.Envelope);
        }
        else if (verdict.StatusFails)
        {
            verdict.DecideByStatus();
            verdict.IsConflict = true;
            verdict.Effect = Effect.Unknown;
        }
        else
        {
            verdict.Succeed(match.Row, Interpreter.ConfidenceOf(match), EvidenceSource.Code);
            ApplyOutcomeRules(ref verdict, catalog, response, reading);
        }

        if (verdict.Outcome != VendorOutcome.Success && !verdict.Items.Any)
        {
            verdict.Items = ItemInterpreter.Read(catalog, envelope, response, reading.View);
        }
    }

    /// <summary>The row of an error for the second code; none where that is a success, which proves nothing, or has only the row of any other code.</summary>
    private static RowMatch InnerRowOf(Catalog catalog, in Reading reading, in Verdict verdict, in VendorResponse response)
    {
        RowMatch match = verdict.InnerCode.HasValue
            ? catalog.Rows.FindCode(reading.Envelope!.Envelope, verdict.InnerCode, reading.View, response.Status, response, reading.View)
            : default;
        return match.Row is { Outcome: VendorOutcome.Failure, IsAnyCode: false } ? match : default;
    }

    private static void WithoutCode(ref Verdict verdict, Catalog catalog, in VendorResponse response, in Reading reading)
    {
        CompiledEnvelope envelope = reading.Envelope!;
        bool areCauses = envelope.Items is { AreCauses: true };
        if (areCauses)
        {
            verdict.Items = ItemInterpreter.Read(catalog, envelope, response, reading.View);
        }

        if (areCauses && verdict.Items.Any)
        {
            FromItems(ref verdict, catalog, envelope.Envelope);
        }
        else if (verdict.StatusFails)
        {
            verdict.DecideByStatus();
            verdict.Items = areCauses ? verdict.Items : ItemInterpreter.Read(catalog, envelope, response, reading.View);
        }
        else if (!ApplyOutcomeRules(ref verdict, catalog, response, reading))
        {
            FromResults(ref verdict, catalog, response, reading);
        }
    }

    private static void FromResults(ref Verdict verdict, Catalog catalog, in VendorResponse response, in Reading reading)
    {
        verdict.Items = ItemInterpreter.Read(catalog, reading.Envelope!, response, reading.View, silenceIsUnknown: true);
        if (verdict.Items is { Any: true, SomeWorked: true })
        {
            verdict.Outcome = VendorOutcome.PartialSuccess;
            verdict.Effect = Effect.Partial;
            verdict.Confidence = Confidence.Family;
            verdict.DecidedBy = EvidenceSource.SubField;
        }
        else if (verdict.Items.Any)
        {
            FromItems(ref verdict, catalog, reading.Envelope!.Envelope);
        }
        else if (reading.Envelope!.Code.Length > 0)
        {
            // The envelope is there and its code is missing or null: the vendor's own format is broken.
            verdict.Violate(response);
        }
        else
        {
            verdict.DecideByStatus();
            verdict.Confidence = verdict.StatusRow is null ? Confidence.Default : Confidence.Family;
        }
    }

    /// <summary>The worst entry of a list of errors speaks for the whole answer.</summary>
    private static void FromItems(ref Verdict verdict, Catalog catalog, Envelope envelope)
    {
        if (verdict.Items.LeadRow is not { Outcome: VendorOutcome.Failure } lead)
        {
            verdict.DecideByUnlistedCode();
            return;
        }

        verdict.Fail(lead, EvidenceSource.SubField);
        verdict.Category = verdict.Items.Items![verdict.Items.Lead].Category;
        verdict.Confidence = verdict.Items.LeadConfidence;
        Contradiction.ByStatus(ref verdict, catalog, envelope);
    }

    private static bool ApplyOutcomeRules(ref Verdict verdict, Catalog catalog, in VendorResponse response, in Reading reading)
    {
        CompiledEnvelope envelope = reading.Envelope!;
        if (envelope.OutcomeOf(reading.View) is not { } rule)
        {
            return false;
        }

        verdict.Rule = rule;
        verdict.DecidedBy = EvidenceSource.SubField;
        verdict.Outcome = rule.Outcome;
        verdict.Confidence = verdict.CodeRow is null ? Confidence.Family : verdict.Confidence;
        verdict.Effect = rule.Outcome == VendorOutcome.PartialSuccess ? Effect.Partial : Effect.Applied;
        verdict.Items = ItemInterpreter.Read(catalog, envelope, response, reading.View);
        bool someFailed = verdict.Items.Any || rule.Outcome == VendorOutcome.Failure;
        bool someWorked = verdict.Items.SomeWorked || (verdict.Items.Any && rule.Outcome == VendorOutcome.Success);
        if (envelope.Items is { AreCauses: false } && someFailed && someWorked)
        {
            // Whatever is counted, counts and entries together say that some worked and some did not.
            verdict.Outcome = VendorOutcome.PartialSuccess;
            verdict.Effect = Effect.Partial;
        }
        else if (rule.Outcome == VendorOutcome.Failure)
        {
            verdict.Row = verdict.Items.LeadRow is { Outcome: VendorOutcome.Failure } lead && verdict.Items.IsLeadByCode ? lead : null;
            verdict.Category = verdict.Row is not null ? verdict.Items.Items![verdict.Items.Lead].Category : rule.Category ?? ErrorCategory.VendorUnspecified;
            verdict.Effect = verdict.Items.SomeUnknown ? Effect.Unknown : rule.Effect ?? verdict.Category.ToDefaultEffect();
        }

        return true;
    }
}
