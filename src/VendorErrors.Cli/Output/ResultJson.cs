using System.Text.Json;
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
    internal static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> id, Vendor vendor, in VendorResult result, RetryDecision decision, bool withEvidence = false)
    {
        VendorAnswer? answer = result.Answer;
        json.WriteStartObject();
        WriteId(json, id);
        json.WriteString("vendor"u8, vendor.Id);
        json.WriteString("outcome"u8, SnakeCase.Of(result.Outcome));
        json.WriteString("effect"u8, SnakeCase.Of(result.Effect));
        WriteOptional(json, "category"u8, result.Category is { } category ? SnakeCase.Of(category) : null);
        WriteOptional(json, "group"u8, result.Error is { } error ? SnakeCase.Of(error.Group) : null);
        json.WriteString("confidence"u8, SnakeCase.Of(result.Confidence));
        WriteOptional(json, "code"u8, result.Code);
        WriteOptional(json, "code_name"u8, result.CodeName);
        WriteOptional(json, "message"u8, answer?.Message);
        WriteList(json, "messages"u8, answer?.Messages ?? [], static (writer, message) => writer.WriteStringValue(message));
        WriteList(json, "fields"u8, answer?.Fields ?? [], WriteField);
        WriteList(json, "items"u8, answer?.Items ?? [], WriteItem);
        WriteOptional(json, "correlation_id"u8, answer?.CorrelationId);
        WriteOptional(json, "http_status"u8, answer?.HttpStatus);
        WriteRetry(json, result.Retry);
        WriteDecision(json, decision);
        WriteOptional(json, "advice"u8, (decision.Advice ?? answer?.Advice)?.Text);
        if (withEvidence)
        {
            WriteList(json, "evidence"u8, result.Evidence, WriteEvidence);
        }

        json.WriteEndObject();
    }

    internal static void WriteId(Utf8JsonWriter json, ReadOnlySpan<byte> id)
    {
        json.WritePropertyName("id"u8);
        if (id.IsEmpty)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteRawValue(id, skipInputValidation: true);
        }
    }

    private static void WriteRetry(Utf8JsonWriter json, RetryAdvice retry)
    {
        json.WriteStartObject("retry"u8);
        json.WriteString("disposition"u8, SnakeCase.Of(retry.Disposition));
        WriteOptional(json, "wait_ms"u8, Milliseconds(retry.MinimumWait));
        WriteOptional(json, "wait_source"u8, retry.WaitSource == WaitSource.None ? null : SnakeCase.Of(retry.WaitSource));
        WriteOptional(json, "max_retries"u8, retry.MaxRetries);
        json.WriteEndObject();
    }

    private static void WriteDecision(Utf8JsonWriter json, RetryDecision decision)
    {
        json.WriteStartObject("decision"u8);
        json.WriteString("action"u8, SnakeCase.Of(decision.Action));
        WriteOptional(json, "wait_ms"u8, decision.Action == RetryAction.Stop ? null : Milliseconds(decision.Wait));
        WriteOptional(json, "reason"u8, decision.StopReason == StopReason.None ? null : SnakeCase.Of(decision.StopReason));
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, FieldError field)
    {
        json.WriteStartObject();
        WriteOptional(json, "field"u8, field.Field);
        WriteOptional(json, "code"u8, field.Code);
        WriteOptional(json, "message"u8, field.Message);
        WriteOptional(json, "value"u8, field.Value);
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, VendorItem item)
    {
        json.WriteStartObject();
        json.WriteNumber("index"u8, item.Index);
        WriteOptional(json, "code"u8, item.Code);
        WriteOptional(json, "code_name"u8, item.CodeName);
        json.WriteString("category"u8, SnakeCase.Of(item.Category));
        WriteOptional(json, "message"u8, item.Message);
        WriteOptional(json, "http_status"u8, item.HttpStatus);
        WriteOptional(json, "id"u8, item.Id);
        WriteOptional(json, "path"u8, item.Path);
        WriteOptional(json, "method"u8, item.Method);
        WriteOptional(json, "timestamp"u8, item.Timestamp);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject();
        json.WriteString("source"u8, SnakeCase.Of(evidence.Source));
        json.WriteString("verdict"u8, SnakeCase.Of(evidence.Verdict));
        json.WriteString("location"u8, evidence.Location);
        WriteOptional(json, "value"u8, evidence.Value);
        json.WriteString("rule"u8, evidence.Rule);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<T> list, Action<Utf8JsonWriter, T> write)
    {
        if (list.Count == 0)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (T element in list)
        {
            write(json, element);
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteOptional(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static long? Milliseconds(TimeSpan? wait) => wait is { } span ? (long)Math.Ceiling(span.TotalMilliseconds) : null;
}
