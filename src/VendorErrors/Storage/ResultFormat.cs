using VendorErrors.Problems;
using VendorErrors.Retries;

namespace VendorErrors.Storage;

/// <summary>
/// The one JSON format of a verdict, which the shell prints and queues keep: values in snake_case, null where there is none.
/// <see cref="ResultReader"/> reads it.
/// </summary>
internal static class ResultFormat
{
    /// <summary>A verdict to be kept.</summary>
    internal static void Write(JsonLine json, in VendorResult result, VendorJsonOptions options)
    {
        json.Raw("{"u8);
        WriteMembers(json, result.Answer?.Vendor, result, decision: null, options);
    }

    /// <summary>A record of the shell.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="id">The record's id as JSON; empty for null.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="result">What the answer means.</param>
    /// <param name="decision">What the default policy does.</param>
    /// <param name="options">What goes along.</param>
    internal static void Write(JsonLine json, ReadOnlySpan<byte> id, Vendor vendor, in VendorResult result, RetryDecision decision, VendorJsonOptions options)
    {
        WriteId(json, id);
        json.Raw(","u8);
        WriteMembers(json, vendor, result, decision, options);
    }

    /// <summary>The beginning of every record of the shell.</summary>
    internal static void WriteId(JsonLine json, ReadOnlySpan<byte> id)
    {
        json.Raw("{\"id\":"u8);
        json.Raw(id.IsEmpty ? "null"u8 : id);
    }

    private static void WriteMembers(JsonLine json, Vendor? vendor, in VendorResult result, RetryDecision? decision, VendorJsonOptions options)
    {
        VendorAnswer? answer = result.Answer;
        var words = new VendorWordsFilter(vendor, options.IncludeVendorWords);
        json.Text("\"vendor\":"u8, vendor?.Id);
        json.Word(",\"outcome\":"u8, result.Outcome);
        json.Word(",\"effect\":"u8, result.Effect);
        json.Word(",\"category\":"u8, result.Category);
        json.Word(",\"group\":"u8, result.Error?.Group);
        json.Word(",\"confidence\":"u8, result.Confidence);
        json.Text(",\"code\":"u8, answer is null ? result.Code : words.Code(answer.Code));
        json.Text(",\"code_name\":"u8, result.CodeName);
        json.Text(",\"inner_code\":"u8, words.Code(answer?.InnerCode));
        json.Text(",\"message\":"u8, words.Text(answer?.Message));
        json.List(",\"messages\":"u8, options.IncludeVendorWords ? answer?.Messages ?? [] : [], words, static (line, message, _) => line.Text(default, message));
        json.List(",\"fields\":"u8, answer?.Fields ?? [], words, WriteField);
        json.List(",\"items\":"u8, answer?.Items ?? [], words, WriteItem);
        json.Text(",\"correlation_id\":"u8, words.Id(answer?.CorrelationId));
        json.Number(",\"http_status\":"u8, answer?.HttpStatus);
        json.Raw(",\"retry\":"u8);
        WriteRetry(json, result.Retry);
        Advice? advice = answer?.Advice;
        if (decision is { } made)
        {
            json.Raw(",\"decision\":"u8);
            WriteDecision(json, made);
            advice = made.Advice ?? advice;
        }

        json.Text(",\"advice\":"u8, advice?.Text);
        json.Word(",\"audience\":"u8, advice?.Audience);
        if (options.IncludeEvidence)
        {
            json.List(",\"evidence\":"u8, result.Evidence, words, WriteEvidence);
        }

        json.Raw("}"u8);
    }

    private static void WriteRetry(JsonLine json, RetryAdvice retry)
    {
        json.Word("{\"disposition\":"u8, retry.Disposition);
        json.Number(",\"wait_ms\":"u8, Milliseconds(retry.MinimumWait));
        json.Word(",\"wait_source\":"u8, retry.WaitSource == WaitSource.None ? null : (WaitSource?)retry.WaitSource);
        json.Number(",\"doubling_wait_ms\":"u8, Milliseconds(retry.DoublingWait));
        json.Number(",\"max_retry_attempts\":"u8, retry.MaxRetryAttempts);
        json.Raw(retry.MaxRetryAttemptsFromCode ? ",\"max_retry_attempts_from_code\":true}"u8 : ",\"max_retry_attempts_from_code\":false}"u8);
    }

    private static void WriteDecision(JsonLine json, RetryDecision decision)
    {
        json.Word("{\"action\":"u8, decision.Action);
        json.Number(",\"wait_ms\":"u8, decision.Action == RetryAction.Stop ? null : Milliseconds(decision.Wait));
        json.Word(",\"reason\":"u8, decision.StopReason == StopReason.None ? null : (StopReason?)decision.StopReason);
        json.Raw("}"u8);
    }

    private static void WriteField(JsonLine json, FieldError field, VendorWordsFilter words)
    {
        json.Text("{\"field\":"u8, words.Name(field.Field));
        json.Text(",\"code\":"u8, words.Code(field.Code));
        json.Text(",\"message\":"u8, words.Text(field.Message));
        json.Text(",\"value\":"u8, words.Text(field.Value));
        json.Raw("}"u8);
    }

    private static void WriteItem(JsonLine json, VendorItem item, VendorWordsFilter words)
    {
        json.Number("{\"index\":"u8, item.Index);
        json.Text(",\"code\":"u8, words.Code(item.Code));
        json.Text(",\"code_name\":"u8, item.CodeName);
        json.Word(",\"category\":"u8, item.Category);
        json.Text(",\"message\":"u8, words.Text(item.Message));
        json.Number(",\"http_status\":"u8, item.HttpStatus);
        json.Text(",\"id\":"u8, words.Text(item.Id));
        json.Text(",\"path\":"u8, words.Text(item.Path));
        json.Text(",\"method\":"u8, words.Text(item.Method));
        json.Text(",\"timestamp\":"u8, words.Text(item.Timestamp));
        json.Raw("}"u8);
    }

    internal static void WriteEvidence(JsonLine json, Evidence evidence, VendorWordsFilter words)
    {
        json.Word("{\"source\":"u8, evidence.Source);
        json.Word(",\"verdict\":"u8, evidence.Verdict);
        json.Text(",\"location\":"u8, evidence.Location);
        json.Text(",\"value\":"u8, words.Text(evidence.Value));
        json.Text(",\"rule\":"u8, evidence.Rule);
        json.Raw("}"u8);
    }

    // Rounded up: never earlier than the vendor asks for.
    private static long? Milliseconds(TimeSpan? wait) => wait is { } span ? (long)Math.Ceiling(span.TotalMilliseconds) : null;
}
