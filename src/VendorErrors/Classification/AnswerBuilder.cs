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
    internal static VendorAnswer Build(Catalog catalog, in VendorResponse response, in Reading reading, in Verdict verdict, bool explain)
    {
        CollectedWords words = default;
        MessageReader.Read(reading, verdict.Items, verdict.Outcome == VendorOutcome.Success, ref words);
        string[] messages = words.ToMessages();
        ErrorCategory category = verdict.Category;
        VendorItem? lead = verdict.Items.Any ? verdict.Items.Items![verdict.Items.Lead] : null;
        Evidence[]? refinement = Refine(verdict, response, messages, lead, ref category);
        GatewayFinding? gateway = verdict.Outcome == VendorOutcome.Failure && reading.Envelope is null ? GatewayFinder.Find(response, reading) : null;
        ByGateway(gateway, ref category, ref refinement);
        if (explain && gateway is null && LookAlike.Find(catalog, response, reading, verdict.Outcome == VendorOutcome.Failure) is { } hint)
        {
            refinement = [.. refinement ?? [], hint];
        }

        List<WaitFinding>? waits = null;

        // Filled in place, as are reading and verdict: an initializer would put it together elsewhere, and copy it.
        VendorAnswerParts parts = default;
        parts.Vendor = catalog.Vendor;
        parts.HttpStatus = response.Status;
        parts.Code = CodeOf(reading, verdict) ?? lead?.Code;
        parts.InnerCode = InnerCodeOf(reading, verdict);
        parts.Messages = messages;

        // The lists of a plain success are data, and may be long.
        parts.Fields = verdict.Outcome == VendorOutcome.Success ? null : FieldCollector.Read(reading, messages, words.ToFields(), words.AreOfNoDefinition);
        parts.Items = verdict.Items.Items;
        parts.CorrelationId = CorrelationReader.Read(catalog, response, reading, messages, verdict.Outcome == VendorOutcome.Failure, gateway);
        parts.Outcome = verdict.Outcome;
        parts.Effect = verdict.Effect;
        parts.Confidence = verdict.Confidence;
        parts.Category = category;
        if (verdict.Outcome == VendorOutcome.Failure)
        {
            // The words of a body that is not the vendor's are no word of the vendor's on when to come back.
            parts.Retry = verdict.IsBoundByStatus
                ? new RetryAdvice(RetryDisposition.Never)
                : AdviseRetry(catalog, response, reading, verdict.LacksEnvelope ? [] : messages, verdict.Row, category, ref waits);
        }

        parts.Advice = gateway?.Answer?.Advice ?? OutcomeAdvice.Of(verdict, reading, gateway, category, parts.Retry);
        var trace = new Trace(reading, verdict, refinement, waits);
        return verdict.Outcome == VendorOutcome.Failure ? new VendorError(parts, trace) : new VendorAnswer(parts, trace);
    }

    // An entry of a list was refined by its own words already; what is left is what its HTTP status says with the headers.
    private static Evidence[]? Refine(in Verdict verdict, in VendorResponse response, string[] messages, VendorItem? lead, ref ErrorCategory category)
    {
        if (verdict.Outcome != VendorOutcome.Failure)
        {
            return null;
        }

        bool byEntry = verdict.DecidedBy == EvidenceSource.SubField;
        return byEntry && verdict.Row is not { IsHttpStatus: true }
            ? null
            : Refinement.Refine(verdict.Row, byEntry && lead?.Message is { } words ? [words] : messages, response, ref category);
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

    private static RetryAdvice AdviseRetry(
        Catalog catalog, in VendorResponse response, in Reading reading, string[] messages, CodeRow? row, ErrorCategory category, ref List<WaitFinding>? waits)
    {
        CategoryFacts facts = CategoryTable.Of(category);
        int? max = row?.MaxRetryAttempts ?? facts.MaxRetryAttempts;
        if (max == 0)
        {
            // The vendor says so, whatever the category.
            return new RetryAdvice(RetryDisposition.Never);
        }

        if (!WaitFinder.MayAsk(category))
        {
            return new RetryAdvice(facts.Retry, maxRetryAttempts: max, maxRetryAttemptsFromCode: row?.MaxRetryAttempts is not null);
        }

        TimeSpan? wait = WaitFinder.Find(catalog, response, reading, messages, category, waits = [], out WaitSource source);
        if (row?.Wait is { } rowWait && (wait is null || rowWait > wait))
        {
            (wait, source) = (rowWait, WaitSource.Row);
        }

        // A used-up quota is worth waiting for only when it is known until when.
        return facts.Retry == RetryDisposition.Never && wait is null
            ? new RetryAdvice(RetryDisposition.Never, maxRetryAttempts: max)
            : new RetryAdvice(facts.Retry == RetryDisposition.Never ? RetryDisposition.AfterDelay : facts.Retry, wait, source, max, row is { WaitDoubles: true } ? row.Wait : null, row?.MaxRetryAttempts is not null);
    }

    private static string? CodeOf(in Reading reading, in Verdict verdict) =>
        verdict.Code.HasValue && verdict.Code.Kind is not (JsonKind.Object or JsonKind.Array) ? CodeText.Of(reading.View, verdict.Code, verdict.CodeRow) : null;

    private static string? InnerCodeOf(in Reading reading, in Verdict verdict) =>
        verdict.InnerCode.Kind is JsonKind.Number or JsonKind.Text ? CodeText.Of(reading.View, verdict.InnerCode, verdict.InnerRow) : null;
}
