using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Classification.Gateways;
using VendorErrors.Classification.Waits;
using VendorErrors.Classification.Words;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>Turns a verdict into the object that a caller gets: the vendor's words, the refined category, the wait, the advice, the evidence.</summary>
internal static class AnswerBuilder
{
    internal static VendorAnswer Build(Catalog catalog, in VendorResponse response, in Reading reading, in Verdict verdict)
    {
        CollectedWords words = default;
        MessageReader.Read(reading, verdict.Items, verdict.Outcome == VendorOutcome.Success, ref words);
        MessageList messages = words.ToMessages();
        ErrorCategory category = verdict.Category;
        VendorItem? lead = verdict.Items.Any ? verdict.Items.Items![verdict.Items.Lead] : null;
        Evidence[]? refinement = Refine(verdict, response, messages, lead, ref category);
        GatewayFinding? gateway = verdict.Outcome == VendorOutcome.Failure && reading.Envelope is null ? GatewayFinder.Find(response, reading) : null;
        ByGateway(gateway, ref category, ref refinement);
        var waits = default(Collected<WaitFinding>);

        // Filled in place, as are reading and verdict: an initializer would put it together elsewhere, and copy it.
        VendorAnswerParts parts = default;
        parts.Vendor = catalog.Vendor;
        parts.HttpStatus = response.Status;
        parts.Code = CodeOf(reading, verdict) ?? lead?.Code;
        parts.Messages = messages;

        // The lists of a plain success are data, and may be long.
        parts.Fields = verdict.Outcome == VendorOutcome.Success ? null : FieldCollector.Read(reading, messages, words.ToFields());
        parts.Items = verdict.Items.Items;
        parts.CorrelationId = CorrelationReader.Read(reading, messages, verdict.Outcome == VendorOutcome.Failure, gateway);
        parts.Outcome = verdict.Outcome;
        parts.Effect = verdict.Effect;
        parts.Confidence = verdict.Confidence;
        parts.Category = category;
        if (verdict.Outcome == VendorOutcome.Failure)
        {
            // The words of a body that is not the vendor's are no word of the vendor's on when to come back.
            parts.Retry = verdict.IsBoundByStatus
                ? new RetryAdvice(RetryDisposition.Never)
                : AdviseRetry(catalog, response, reading, verdict.LacksEnvelope ? default : messages, verdict.Row, category, ref waits);
        }

        parts.Advice = gateway?.Answer?.Advice ?? OutcomeAdvice.Of(verdict, reading, gateway, category, parts.Retry);
        var trace = new Trace(reading, verdict, RareOf(reading, verdict, refinement, ref waits));
        return verdict.Outcome == VendorOutcome.Failure ? new VendorError(parts, trace) : new VendorAnswer(parts, trace);
    }

    // An entry of a list was refined by its own words already; what is left is what its HTTP status says with the headers.
    private static Evidence[]? Refine(in Verdict verdict, in VendorResponse response, MessageList messages, VendorItem? lead, ref ErrorCategory category)
    {
        if (verdict.Outcome != VendorOutcome.Failure)
        {
            return null;
        }

        bool byEntry = verdict.DecidedBy == EvidenceSource.SubField;
        return byEntry && verdict.Row is not { IsHttpStatus: true }
            ? null
            : Refinement.Refine(verdict.Row, byEntry && lead?.Message is { } words ? new MessageList(words) : messages, response, ref category);
    }

    // Who is not the vendor says nothing about the vendor's rights and records: where its meaning is sure, it is the category.
    private static void ByGateway(GatewayFinding? gateway, ref ErrorCategory category, ref Evidence[]? refinement)
    {
        if (gateway is null)
        {
            return;
        }

        category = gateway.Answer?.Category ?? category;
        refinement = [gateway.ToEvidence(), .. refinement ?? []];
    }

    private static RareFindings? RareOf(in Reading reading, in Verdict verdict, Evidence[]? refinement, ref Collected<WaitFinding> waits) =>
        verdict.Proof == ProofState.None && verdict.Rule is null && refinement is null && waits.Count == 0
            ? null
            : new RareFindings
            {
                ProofText = verdict.Proof == ProofState.None ? null : reading.View.Text(reading.Envelope!.Proof),
                Rule = verdict.Rule,
                Refinement = refinement ?? [],
                Waits = waits.ToArray() ?? [],
            };

    private static RetryAdvice AdviseRetry(
        Catalog catalog, in VendorResponse response, in Reading reading, MessageList messages, CodeRow? row, ErrorCategory category, ref Collected<WaitFinding> waits)
    {
        CategoryFacts facts = CategoryTable.Of(category);
        int? max = row?.MaxRetryAttempts ?? facts.MaxRetryAttempts;
        if (!WaitFinder.MayAsk(category))
        {
            return new RetryAdvice(facts.Retry, maxRetries: max, maxRetriesFromRow: row?.MaxRetryAttempts is not null);
        }

        TimeSpan? wait = WaitFinder.Find(catalog, response, reading, messages, category, ref waits, out WaitSource source);
        if (row?.Wait is { } rowWait && (wait is null || rowWait > wait))
        {
            (wait, source) = (rowWait, WaitSource.Row);
        }

        // A used-up quota is worth waiting for only when it is known until when.
        return facts.Retry == RetryDisposition.Never && wait is null
            ? new RetryAdvice(RetryDisposition.Never, maxRetries: max)
            : new RetryAdvice(facts.Retry == RetryDisposition.Never ? RetryDisposition.AfterDelay : facts.Retry, wait, source, max, row is { WaitDoubles: true } ? row.Wait : null, row?.MaxRetryAttempts is not null);
    }

    private static string? CodeOf(in Reading reading, in Verdict verdict) =>
        verdict.Code.HasValue && verdict.Code.Kind is not (JsonKind.Object or JsonKind.Array) ? CodeText.Of(reading.View, verdict.Code, verdict.CodeRow) : null;
}
