using System.Text.Json;
using VendorErrors.Classification;
using VendorErrors.Classification.Waits;
using VendorErrors.Classification.Words;
using VendorErrors.Definitions;
using VendorErrors.Retries;

namespace VendorErrors.Storage;

/// <summary>
/// Reads what <see cref="ResultFormat"/> wrote, in this version or another. Members that are not known are skipped. A name that is not known is
/// read as what is worst for whoever trusts it: an outcome as undetermined, an effect as unknown, a category as unrecognized, a disposition as never.
/// What contradicts itself is undetermined too, so that nothing becomes a success that was none.
/// </summary>
internal static class ResultReader
{
    private const int LargestStatus = 999;

    /// <exception cref="JsonException">It is no object, or a failure that names no vendor.</exception>
    internal static VendorResult Read(JsonElement json, VendorJsonOptions options)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A verdict is a JSON object.");
        }

        try
        {
            return ReadObject(json, options);
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair in a text.
            throw new JsonException("A text of the verdict is not valid Unicode.", e);
        }
    }

    /// <summary>The vendor of an id: one of those that were given, one of the library, or one that has this id and no catalog.</summary>
    /// <exception cref="JsonException">The id is none.</exception>
    internal static Vendor VendorOf(string id, VendorJsonOptions options)
    {
        if (options.Vendors.FirstOrDefault(own => string.Equals(own.Id, id, StringComparison.Ordinal)) is { } given)
        {
            return given;
        }

        if (Vendor.Find(id) is { } known)
        {
            return known;
        }

        try
        {
            return new Vendor(id, id, new VendorDefinition());
        }
        catch (ArgumentException e)
        {
            throw new JsonException("The id of the vendor is not made of lower-case letters, digits and single hyphens.", e);
        }
    }

    private static VendorResult ReadObject(JsonElement json, VendorJsonOptions options)
    {
        VendorOutcome outcome = Word<VendorOutcome>(json, "outcome") ?? VendorOutcome.Undetermined;
        Effect effect = Word<Effect>(json, "effect") ?? Effect.Unknown;
        Confidence confidence = Word<Confidence>(json, "confidence") ?? Confidence.NotInspected;
        if (!IsPossible(outcome, effect, hasCategory: Text(json, "category") is not null))
        {
            (outcome, effect) = (VendorOutcome.Undetermined, Effect.Unknown);
        }

        string? code = Text(json, "code");
        string? name = Text(json, "code_name");
        if (Text(json, "vendor") is not { } vendor)
        {
            // A plain success keeps nothing but its row.
            return outcome is VendorOutcome.Success or VendorOutcome.SuccessWithWarning or VendorOutcome.Accepted or VendorOutcome.Undetermined
                ? new VendorResult(outcome, effect, confidence, code is null || outcome == VendorOutcome.Undetermined ? null : new CodeRow(code, name ?? string.Empty, outcome))
                : throw new JsonException("The verdict names no vendor.");
        }

        var parts = new VendorAnswerParts
        {
            Vendor = VendorOf(vendor, options),
            HttpStatus = Number(json, "http_status") is { } status and > 0 and <= LargestStatus ? (int)status : 0,
            Code = code,
            InnerCode = Text(json, "inner_code"),
            Messages = MessagesOf(json),
            Fields = List(json, "fields", static field => new FieldError(Text(field, "field"), Text(field, "code"), Text(field, "message"), Text(field, "value"))),
            Items = List(json, "items", ItemOf),
            CorrelationId = Text(json, "correlation_id"),
            Outcome = outcome,
            Effect = effect,
            Confidence = confidence,
            Advice = Text(json, "advice") is { } advice ? new Advice(advice, Word<Audience>(json, "audience") ?? Audience.Program) : null,
            Evidence = List(json, "evidence", EvidenceOf),
            Category = Word<ErrorCategory>(json, "category") ?? ErrorCategory.Unrecognized,
            Retry = json.TryGetProperty("retry", out JsonElement retry) && retry.ValueKind == JsonValueKind.Object ? RetryOf(retry) : default,
        };
        var trace = new Trace(codeName: name);
        return new VendorResult(outcome == VendorOutcome.Failure ? new VendorError(parts, trace) : new VendorAnswer(parts, trace));
    }

    private static bool IsPossible(VendorOutcome outcome, Effect effect, bool hasCategory) => outcome switch
    {
        VendorOutcome.Failure => true,
        VendorOutcome.PartialSuccess => effect == Effect.Partial && !hasCategory,
        VendorOutcome.Undetermined => true,
        _ => effect == Effect.Applied && !hasCategory,
    };

    private static RetryAdvice RetryOf(JsonElement retry) => new(
        Word<RetryDisposition>(retry, "disposition") ?? RetryDisposition.Never,
        Wait(retry, "wait_ms"),
        Word<WaitSource>(retry, "wait_source") ?? WaitSource.None,
        Number(retry, "max_retry_attempts") is { } most and > 0 and <= int.MaxValue ? (int)most : null,
        Wait(retry, "doubling_wait_ms"),
        retry.TryGetProperty("max_retry_attempts_from_code", out JsonElement isFromCode) && isFromCode.ValueKind == JsonValueKind.True);

    private static VendorItem ItemOf(JsonElement item) => new()
    {
        Index = Number(item, "index") is { } index and >= 0 and <= int.MaxValue ? (int)index : 0,
        Code = Text(item, "code"),
        CodeName = Text(item, "code_name"),
        Category = Word<ErrorCategory>(item, "category") ?? ErrorCategory.Unrecognized,
        Message = Text(item, "message"),
        HttpStatus = Number(item, "http_status") is { } status and > 0 and <= LargestStatus ? (int)status : null,
        Id = Text(item, "id"),
        Path = Text(item, "path"),
        Method = Text(item, "method"),
        Timestamp = Text(item, "timestamp"),
    };

    private static Evidence EvidenceOf(JsonElement evidence) => new(
        Word<EvidenceSource>(evidence, "source") ?? EvidenceSource.Note,
        Word<EvidenceVerdict>(evidence, "verdict") ?? EvidenceVerdict.Noted,
        Text(evidence, "location") ?? string.Empty,
        Text(evidence, "value"),
        Text(evidence, "rule") ?? string.Empty);

    private static string[] MessagesOf(JsonElement json)
    {
        string[] messages = json.TryGetProperty("messages", out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(message => message.ValueKind == JsonValueKind.String).Select(message => message.GetString()!)]
            : [];
        return messages.Length > 0 ? messages : Text(json, "message") is { } message ? [message] : [];
    }

    private static T[] List<T>(JsonElement json, string name, Func<JsonElement, T> read) => json.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object).Select(read)]
        : [];

    private static TimeSpan? Wait(JsonElement json, string name) =>
        Number(json, name) is { } wait and >= 0 && wait <= WaitBounds.Longest.TotalMilliseconds ? TimeSpan.FromMilliseconds((double)wait) : null;

    private static T? Word<T>(JsonElement json, string name)
        where T : struct, Enum => JsonWord.Parse<T>(Text(json, name));

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : null;
}
