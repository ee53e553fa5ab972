using VendorErrors.Retries;

namespace VendorErrors.Cli.Output;

/// <summary>One classified answer as JSON: values in snake_case, null where there is none.</summary>
internal static class ResultJson
{
    /// <param name="json">Where to write.</param>
    /// <param name="id">The record's id as JSON; empty for null.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="result">What the answer means.</param>
    /// <param name="decision">What the default policy does.</param>
    /// <param name="withEvidence">Whether to add the evidence.</param>
    internal static void Write(JsonLine json, ReadOnlySpan<byte> id, Vendor vendor, in VendorResult result, RetryDecision decision, bool withEvidence = false)
    {
        VendorAnswer? answer = result.Answer;
        WriteId(json, id);
        json.Text(",\"vendor\":"u8, vendor.Id);
        json.Word(",\"outcome\":"u8, result.Outcome);
        json.Word(",\"effect\":"u8, result.Effect);
        json.Word(",\"category\":"u8, result.Category);
        json.Word(",\"group\":"u8, result.Error?.Group);
        json.Word(",\"confidence\":"u8, result.Confidence);
        json.Text(",\"code\":"u8, result.Code);
        json.Text(",\"code_name\":"u8, result.CodeName);
        json.Text(",\"message\":"u8, answer?.Message);
        json.List(",\"messages\":"u8, answer?.Messages ?? [], static (line, message) => line.Text(default, message));
        json.List(",\"fields\":"u8, answer?.Fields ?? [], WriteField);
        json.List(",\"items\":"u8, answer?.Items ?? [], WriteItem);
        json.Text(",\"correlation_id\":"u8, answer?.CorrelationId);
        json.Number(",\"http_status\":"u8, answer?.HttpStatus);
        json.Raw(",\"retry\":"u8);
        WriteRetry(json, result.Retry);
        json.Raw(",\"decision\":"u8);
        WriteDecision(json, decision);
        json.Text(",\"advice\":"u8, (decision.Advice ?? answer?.Advice)?.Text);
        if (withEvidence)
        {
            json.List(",\"evidence\":"u8, result.Evidence, WriteEvidence);
        }

        json.Raw("}"u8);
    }

    /// <summary>The beginning of every record.</summary>
    internal static void WriteId(JsonLine json, ReadOnlySpan<byte> id)
    {
        json.Raw("{\"id\":"u8);
        json.Raw(id.IsEmpty ? "null"u8 : id);
    }

    private static void WriteRetry(JsonLine json, RetryAdvice retry)
    {
        json.Word("{\"disposition\":"u8, retry.Disposition);
        json.Number(",\"wait_ms\":"u8, Milliseconds(retry.MinimumWait));
        json.Word(",\"wait_source\":"u8, retry.WaitSource == WaitSource.None ? null : (WaitSource?)retry.WaitSource);
        json.Number(",\"max_retry_attempts\":"u8, retry.MaxRetryAttempts);
        json.Raw("}"u8);
    }

    private static void WriteDecision(JsonLine json, RetryDecision decision)
    {
        json.Word("{\"action\":"u8, decision.Action);
        json.Number(",\"wait_ms\":"u8, decision.Action == RetryAction.Stop ? null : Milliseconds(decision.Wait));
        json.Word(",\"reason\":"u8, decision.StopReason == StopReason.None ? null : (StopReason?)decision.StopReason);
        json.Raw("}"u8);
    }

    private static void WriteField(JsonLine json, FieldError field)
    {
        json.Text("{\"field\":"u8, field.Field);
        json.Text(",\"code\":"u8, field.Code);
        json.Text(",\"message\":"u8, field.Message);
        json.Text(",\"value\":"u8, field.Value);
        json.Raw("}"u8);
    }

    private static void WriteItem(JsonLine json, VendorItem item)
    {
        json.Number("{\"index\":"u8, item.Index);
        json.Text(",\"code\":"u8, item.Code);
        json.Text(",\"code_name\":"u8, item.CodeName);
        json.Word(",\"category\":"u8, item.Category);
        json.Text(",\"message\":"u8, item.Message);
        json.Number(",\"http_status\":"u8, item.HttpStatus);
        json.Text(",\"id\":"u8, item.Id);
        json.Text(",\"path\":"u8, item.Path);
        json.Text(",\"method\":"u8, item.Method);
        json.Text(",\"timestamp\":"u8, item.Timestamp);
        json.Raw("}"u8);
    }

    private static void WriteEvidence(JsonLine json, Evidence evidence)
    {
        json.Word("{\"source\":"u8, evidence.Source);
        json.Word(",\"verdict\":"u8, evidence.Verdict);
        json.Text(",\"location\":"u8, evidence.Location);
        json.Text(",\"value\":"u8, evidence.Value);
        json.Text(",\"rule\":"u8, evidence.Rule);
        json.Raw("}"u8);
    }

    private static long? Milliseconds(TimeSpan? wait) => wait is { } span ? (long)Math.Ceiling(span.TotalMilliseconds) : null;
}
