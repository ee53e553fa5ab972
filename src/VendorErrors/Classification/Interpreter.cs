using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>
/// Step 2: what the vendor said to what it means. Evidence counts in the order of <see cref="EvidenceSource"/>; where body and HTTP
/// status contradict each other, the failing side names the category and the more pessimistic effect wins.
/// </summary>
internal static class Interpreter
{
    internal static void Interpret(Catalog catalog, in VendorResponse response, in Reading reading, out Verdict verdict)
    {
        verdict = default;
        verdict.StatusRow = catalog.Rows.StatusRowOf(response.Status, response, reading.View);
        if (reading.Envelope is not null)
        {
            verdict.Code = CompiledSource.FirstOf(reading.Envelope.Code, reading.View, out verdict.CodePath);
            verdict.InnerCode = CompiledSource.FirstOf(reading.Envelope.InnerCode, reading.View, out verdict.InnerCodePath);
        }

        switch (reading.Kind)
        {
            // JSON, or whatever else it is beside a header that says whose answer it is.
            case not BodyKind.BrokenJson when reading.Envelope is not null:
                FromEnvelope(ref verdict, catalog, response, reading);
                break;

            // Cut by our own limit: what precedes the cut counts.
            case BodyKind.BrokenJson when reading.IsTruncated && reading is { Fault: JsonFault.Cut, Envelope: not null } && verdict.Code.HasValue:
                FromEnvelope(ref verdict, catalog, response, reading);
                break;

            // What a header says does not depend on the body.
            case BodyKind.BrokenJson when reading.Envelope is not null && verdict.Code.HasValue && reading.Envelope.Code[verdict.CodePath].IsHeader:
                FromEnvelope(ref verdict, catalog, response, reading);
                break;
            case BodyKind.BrokenJson when reading.IsTruncated && reading.Fault == JsonFault.Cut:
                FromStatus(ref verdict);
                break;

            // A body that breaks its own format, and a page for people where the status says that all is well.
            case BodyKind.BrokenJson:
                if (reading.Envelope is not null && verdict.Code.Kind is JsonKind.Number or JsonKind.Text)
                {
                    verdict.CodeRow = FindRow(catalog, reading.Envelope.Envelope, verdict.Code, response, reading.View).Row;
                }

                Violate(ref verdict, response);
                break;
            case BodyKind.Html when !verdict.StatusFails && !Download.IsAttachment(response):
            case BodyKind.Xml when !verdict.StatusFails && !IsData(reading) && !Download.IsDeclared(response):
            case BodyKind.UnsupportedEncoding when !verdict.StatusFails:
                Violate(ref verdict, response);
                break;

            default:
                WithoutEnvelope(ref verdict, catalog, response, reading);
                break;
        }

        Contradiction.ByProof(ref verdict, reading);
        Contradiction.BindByStatus(ref verdict, response);
    }

    /// <summary>Whether it is XML as the vendor answers with, read without a fault as far as we read it.</summary>
    private static bool IsData(in Reading reading) => reading.IsXml && (reading.Fault == JsonFault.None || (reading.Fault == JsonFault.Cut && reading.IsTruncated));

    /// <summary>Nothing of the vendor's: the HTTP status decides, unless an envelope is required, or the body reports a failure of its own under a 2xx.</summary>
    private static void WithoutEnvelope(ref Verdict verdict, Catalog catalog, in VendorResponse response, in Reading reading)
    {
        if (response.Status is >= 200 and <= 299 && reading.Kind != BodyKind.Bytes && catalog.Requirement?.AppliesTo(response) == true)
        {
            verdict.LacksEnvelope = true;
            Violate(ref verdict, response);
        }
        else if (response.Status is >= 200 and <= 299 && FailureShape.Is(reading.Kind == BodyKind.Json ? reading.Body : reading.Members, response, out int status))
        {
            verdict.HasFailureShape = true;
            Violate(ref verdict, response);
            if (status != 0)
            {
                // It names the category; the effect stays unknown, since HTTP says the opposite.
                verdict.Row = catalog.Rows.StatusRowOf(status, response, reading.View);
                verdict.Category = verdict.Row?.Category ?? ErrorCategory.ProtocolViolation;
                verdict.IsConflict = true;
            }
        }
        else
        {
            FromStatus(ref verdict);
        }
    }

    private static void FromEnvelope(ref Verdict verdict, Catalog catalog, in VendorResponse response, in Reading reading)
    {
        CompiledEnvelope envelope = reading.Envelope!;
        if (!verdict.Code.HasValue)
        {
            FromEnvelopeWithoutCode(ref verdict, catalog, response, reading);
            return;
        }

        if (verdict.Code.Kind is not (JsonKind.Number or JsonKind.Text))
        {
            Violate(ref verdict, response);
            return;
        }

        RowMatch match = FindRow(catalog, envelope.Envelope, verdict.Code, response, reading.View);
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
            FromUnlistedCode(ref verdict);
        }
        else if (Contradiction.YieldsToStatus(match.Row, verdict.StatusRow))
        {
            FromStatus(ref verdict);
        }
        else if (match.Row.Outcome == VendorOutcome.Failure)
        {
            Fail(ref verdict, match.Row, EvidenceSource.Code);
            verdict.Confidence = ConfidenceOf(match);
            Contradiction.ByStatus(ref verdict, catalog, envelope.Envelope);
        }
        else if (verdict.StatusFails)
        {
            FromStatus(ref verdict);
            verdict.IsConflict = true;
            verdict.Effect = Effect.Unknown;
        }
        else
        {
            Succeed(ref verdict, match.Row, ConfidenceOf(match), EvidenceSource.Code);
            ApplyOutcomeRules(ref verdict, catalog, response, reading);
        }

        if (verdict.Outcome != VendorOutcome.Success && !verdict.Items.Any)
        {
            verdict.Items = ItemInterpreter.Read(catalog, envelope, response, reading.View);
        }
    }

    internal static RowMatch FindRow(Catalog catalog, Envelope envelope, JsonSlot code, in VendorResponse response, in JsonView view)
    {
        RowMatch match = envelope.CodeMeaning == CodeMeaning.HttpStatus ? default : catalog.Rows.FindCode(envelope, code, view, response.Status, response, view);
        if (match.Row is { IsAnyCode: false } || envelope.CodeMeaning == CodeMeaning.Vendor || !view.TryInt64(code, out long number))
        {
            return match;
        }

        if (number is < 100 or > 599 || (envelope.CodeMeaning == CodeMeaning.VendorOrHttpStatus && number < 400))
        {
            return match;
        }

        RowMatch own = catalog.Rows.FindOwnStatus(number, response.Status, response, view);
        return own.Row is not null ? own : StatusTable.Find(number);
    }

    /// <summary>The row of an error for the second code; none where that is a success, which proves nothing, or has only the row of any other code.</summary>
    private static RowMatch InnerRowOf(Catalog catalog, in Reading reading, in Verdict verdict, in VendorResponse response)
    {
        RowMatch match = verdict.InnerCode.HasValue
            ? catalog.Rows.FindCode(reading.Envelope!.Envelope, verdict.InnerCode, reading.View, response.Status, response, reading.View)
            : default;
        return match.Row is { Outcome: VendorOutcome.Failure, IsAnyCode: false } ? match : default;
    }

    /// <summary>A code that only repeats an HTTP status says no more than the status.</summary>
    internal static Confidence ConfidenceOf(RowMatch match) =>
        ReferenceEquals(match.Row!.Section, StatusTable.Section) ? (match.IsFamily && match.Row.Outcome == VendorOutcome.Failure ? Confidence.Default : Confidence.StatusOnly)
        : match.IsFamily || match.IsAmbiguous ? Confidence.Family
        : Confidence.Exact;

    private static void FromEnvelopeWithoutCode(ref Verdict verdict, Catalog catalog, in VendorResponse response, in Reading reading)
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
            FromStatus(ref verdict);
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
            Violate(ref verdict, response);
        }
        else
        {
            FromStatus(ref verdict);
            verdict.Confidence = verdict.StatusRow is null ? Confidence.Default : Confidence.Family;
        }
    }

    /// <summary>The worst entry of a list of errors speaks for the whole answer.</summary>
    private static void FromItems(ref Verdict verdict, Catalog catalog, Envelope envelope)
    {
        if (verdict.Items.LeadRow is not { Outcome: VendorOutcome.Failure } lead)
        {
            FromUnlistedCode(ref verdict);
            return;
        }

        Fail(ref verdict, lead, EvidenceSource.SubField);
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

    /// <summary>A code that is not in the catalog lets HTTP decide; where HTTP says that all is well, the gap is named as such.</summary>
    private static void FromUnlistedCode(ref Verdict verdict)
    {
        if (verdict.StatusFails)
        {
            FromStatus(ref verdict);
            return;
        }

        verdict.Outcome = VendorOutcome.Failure;
        verdict.Category = ErrorCategory.Unrecognized;
        verdict.Effect = Effect.Unknown;
        verdict.Confidence = Confidence.Default;
        verdict.DecidedBy = EvidenceSource.Code;
    }

    private static void FromStatus(ref Verdict verdict)
    {
        if (verdict.StatusRow is null)
        {
            verdict.Outcome = VendorOutcome.Failure;
            verdict.Category = ErrorCategory.Unrecognized;
            verdict.Effect = Effect.Unknown;
            verdict.Confidence = Confidence.Default;
            verdict.DecidedBy = EvidenceSource.HttpStatus;
        }
        else if (verdict.StatusRow is { Outcome: VendorOutcome.Failure } failure)
        {
            Fail(ref verdict, failure, EvidenceSource.HttpStatus);
            verdict.Confidence = failure.LastCode is null ? Confidence.StatusOnly : Confidence.Default;
        }
        else
        {
            Succeed(ref verdict, verdict.StatusRow, Confidence.StatusOnly, EvidenceSource.HttpStatus);
        }
    }

    private static void Fail(ref Verdict verdict, CodeRow row, EvidenceSource by)
    {
        verdict.Outcome = VendorOutcome.Failure;
        verdict.Category = row.Category ?? ErrorCategory.Unrecognized;
        verdict.Effect = row.EffectiveEffect;
        verdict.Row = row;
        verdict.DecidedBy = by;
    }

    private static void Succeed(ref Verdict verdict, CodeRow row, Confidence confidence, EvidenceSource by)
    {
        verdict.Outcome = row.Outcome;
        verdict.Effect = row.EffectiveEffect;
        verdict.Confidence = confidence;
        verdict.Row = row;
        verdict.DecidedBy = by;
    }

    /// <summary>The format is broken. Under a 4xx, which is a refusal whatever its body, the status decides instead.</summary>
    private static void Violate(ref Verdict verdict, in VendorResponse response)
    {
        if (verdict.StatusFails && response.Status is >= 400 and <= 499)
        {
            FromStatus(ref verdict);
            return;
        }

        verdict.Outcome = VendorOutcome.Failure;
        verdict.Category = ErrorCategory.ProtocolViolation;
        verdict.Effect = verdict.StatusFails ? verdict.StatusRow!.EffectiveEffect : Effect.Unknown;
        verdict.Confidence = Confidence.Family;
        verdict.Row = null;
        verdict.DecidedBy = EvidenceSource.Family;
    }
}
