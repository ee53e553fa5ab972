using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;
using VendorErrors.Retries;

namespace VendorErrors.Rules;

/// <summary>Turns a verdict into the object that a caller gets: the vendor's words, the refined category, the wait, the advice, the evidence.</summary>
internal static class AnswerBuilder
{
    internal static VendorAnswer Build(Catalog catalog, in VendorResponse response, in Reading reading, in Verdict verdict)
    {
        string[]? messages = MessageReader.Read(reading, verdict.Items);
        ErrorCategory category = verdict.Category;
        VendorItem? lead = verdict.Items.Any ? verdict.Items.Items![verdict.Items.Lead] : null;
        Evidence? refinement = Refine(verdict, response, messages, lead, ref category);
        var waits = new List<WaitFinding>();
        RetryAdvice retry = verdict.Outcome == Outcome.Failure
            ? AdviseRetry(catalog, response, reading.View, messages, verdict.Row, category, waits)
            : default;
        var parts = new VendorAnswerParts
        {
            Vendor = catalog.Vendor,
            HttpStatus = response.Status,
            Code = CodeOf(reading, verdict) ?? lead?.Code,
            CodeName = CodeNameOf(verdict) ?? lead?.CodeName,
            Messages = messages,
            Fields = FieldCollector.Read(reading, messages),
            Items = verdict.Items.Items,
            CorrelationId = CorrelationReader.Read(reading, messages),
            Outcome = verdict.Outcome,
            Effect = verdict.Effect,
            Confidence = verdict.Confidence,
            Category = category,
            Retry = retry,
            Advice = OutcomeAdvice.Of(verdict, category, retry),
            Evidence = EvidenceWriter.Write(response, reading, verdict, refinement, waits, retry),
        };
        return verdict.Outcome == Outcome.Failure ? new VendorError(parts) : new VendorAnswer(parts);
    }

    // An entry of a list was refined by its own words already; what is left is what its HTTP status says with the headers.
    private static Evidence? Refine(in Verdict verdict, in VendorResponse response, string[]? messages, VendorItem? lead, ref ErrorCategory category)
    {
        if (verdict.Outcome != Outcome.Failure)
        {
            return null;
        }

        bool byEntry = verdict.DecidedBy == EvidenceSource.SubField;
        return byEntry && verdict.Row is not { IsHttpStatus: true }
            ? null
            : Refinement.Refine(verdict.Row, byEntry && lead?.Message is { } words ? [words] : messages, response, ref category);
    }

    private static RetryAdvice AdviseRetry(
        Catalog catalog, in VendorResponse response, in JsonView view, string[]? messages, CodeRow? row, ErrorCategory category, List<WaitFinding> waits)
    {
        CategoryFacts facts = CategoryTable.Of(category);
        bool mayWait = facts.Retry != RetryDisposition.Never || category == ErrorCategory.QuotaExhausted;
        int? max = row?.MaxRetries ?? facts.MaxRetries;
        if (!mayWait)
        {
            return new RetryAdvice(facts.Retry, maxRetries: max, maxRetriesFromRow: row?.MaxRetries is not null);
        }

        WaitFinding? found = WaitFinder.Find(catalog, response, view, messages, category, waits);
        TimeSpan? wait = found?.Wait;
        WaitSource source = found?.Source ?? WaitSource.None;
        if (row?.Wait is { } rowWait && (wait is null || rowWait > wait))
        {
            (wait, source) = (rowWait, WaitSource.Row);
        }

        // A used-up quota is worth waiting for only when it is known until when.
        return facts.Retry == RetryDisposition.Never && wait is null
            ? new RetryAdvice(RetryDisposition.Never, maxRetries: max)
            : new RetryAdvice(facts.Retry == RetryDisposition.Never ? RetryDisposition.AfterDelay : facts.Retry, wait, source, max, row is { WaitGrows: true } ? row.Wait : null, row?.MaxRetries is not null);
    }

    // A code the catalog knows is written as the catalog writes it, without allocation, where the body writes it alike.
    private static string? CodeOf(in Reading reading, in Verdict verdict)
    {
        if (!verdict.Code.HasValue || verdict.Code.Kind is JsonKind.Object or JsonKind.Array)
        {
            return null;
        }

        return verdict.CodeRow is { LastCode: null } row && reading.View.EqualsExactly(verdict.Code, row.Code)
            ? row.Code
            : reading.View.Text(verdict.Code);
    }

    private static string? CodeNameOf(in Verdict verdict) => verdict.CodeRow is { LastCode: null } row ? row.Name : null;
}
