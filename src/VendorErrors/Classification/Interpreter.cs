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
                EnvelopeInterpreter.Interpret(ref verdict, catalog, response, reading);
                break;

            // Cut by our own limit: what precedes the cut counts.
            case BodyKind.BrokenJson when reading.IsTruncated && reading is { Fault: JsonFault.Cut, Envelope: not null } && verdict.Code.HasValue:
                EnvelopeInterpreter.Interpret(ref verdict, catalog, response, reading);
                break;

            // What a header says does not depend on the body.
            case BodyKind.BrokenJson when reading.Envelope is not null && verdict.Code.HasValue && reading.Envelope.Code[verdict.CodePath].IsHeader:
                EnvelopeInterpreter.Interpret(ref verdict, catalog, response, reading);
                break;
            case BodyKind.BrokenJson when reading.IsTruncated && reading.Fault == JsonFault.Cut:
                verdict.DecideByStatus();
                break;

            // A body that breaks its own format, and a page for people where the status says that all is well.
            case BodyKind.BrokenJson:
                if (reading.Envelope is not null && verdict.Code.Kind is JsonKind.Number or JsonKind.Text)
                {
                    verdict.CodeRow = FindRow(catalog, reading.Envelope.Envelope, verdict.Code, response, reading.View).Row;
                }

                verdict.Violate(response);
                break;
            case BodyKind.Html when !verdict.StatusFails && !Download.IsAttachment(response):
            case BodyKind.Xml when !verdict.StatusFails && !IsData(reading) && !Download.IsDeclared(response):
            case BodyKind.UnsupportedEncoding when !verdict.StatusFails:
                verdict.Violate(response);
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
            verdict.Violate(response);
        }
        else if (response.Status is >= 200 and <= 299 && FailureShape.Is(reading.Kind == BodyKind.Json ? reading.Body : reading.Members, response, out int status))
        {
            verdict.HasFailureShape = true;
            verdict.Violate(response);
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
            verdict.DecideByStatus();
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

    /// <summary>A code that only repeats an HTTP status says no more than the status.</summary>
    internal static Confidence ConfidenceOf(RowMatch match) =>
        ReferenceEquals(match.Row!.Section, StatusTable.Section) ? (match.IsFamily && match.Row.Outcome == VendorOutcome.Failure ? Confidence.Default : Confidence.StatusOnly)
        : match.IsFamily || match.IsAmbiguous ? Confidence.Family
        : Confidence.Exact;
}
