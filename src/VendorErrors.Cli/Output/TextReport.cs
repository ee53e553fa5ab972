using System.Globalization;
using Spectre.Console;
using VendorErrors.Retries;

namespace VendorErrors.Cli.Output;

/// <summary>One classified answer for a person.</summary>
internal static class TextReport
{
    internal static void Write(IAnsiConsole console, Vendor vendor, in VendorResult result, VendorOperation operation, RetryDecision decision, bool explain, bool looksLikeEvent = false)
    {
        string color = result.IsFailure ? "red" : result.Outcome == VendorOutcome.Success ? "green" : "yellow";
        string category = result.Category is { } c ? $" · [bold]{SnakeCase.Of(c)}[/]" : string.Empty;
        console.MarkupLine($"[{color}]{SnakeCase.Of(result.Outcome)}[/]{category} · {vendor.Id}");
        var facts = new Facts(console);
        facts.Add("vendor's code", result.Code is null ? null : $"{result.Code}  {result.CodeName ?? WhyNoName(vendor, result.Code)}");
        facts.Add("inner code", result.Answer?.InnerCode);
        facts.AddList("vendor's words", result.Answer?.Messages ?? []);
        facts.AddList("fields", [.. (result.Answer?.Fields ?? []).Select(Describe)]);
        facts.AddList("items", [.. (result.Answer?.Items ?? []).Select(Describe)]);
        facts.Add("correlation id", result.Answer?.CorrelationId);
        facts.Add("HTTP status", result.Answer?.HttpStatus?.ToString(CultureInfo.InvariantCulture));
        facts.Add("effect", Describe(result.Effect));
        facts.Add("confidence", SnakeCase.Of(result.Confidence));
        facts.Add("what to do", result.Answer?.Advice is { } advice ? $"{advice.Text} ({SnakeCase.Of(advice.Audience)})" : null);
        facts.Add("send again?", DecisionPhrase.Answer(decision));
        facts.Add("why", DecisionPhrase.Why(result, decision, operation.Safety));
        facts.Add("the wait is from", result.Retry.WaitSource == WaitSource.None ? null : $"{SnakeCase.Of(result.Retry.WaitSource)}: {WaitPhrase.Of(result.Retry.MinimumWait ?? TimeSpan.Zero)}");
        facts.Add("at most", decision.Action == RetryAction.Retry && result.Retry.MaxRetryAttempts is { } most ? $"{most.ToString(CultureInfo.InvariantCulture)} {(most == 1 ? "retry" : "retries")}" : null);
        facts.Add("looks like", looksLikeEvent ? "an event, which is sent later, and no answer: classify --event reads it" : null);
        if (explain)
        {
            EvidenceTable.Write(console, result.Evidence);
        }
    }

    private static string WhyNoName(Vendor vendor, string code) => vendor.Codes.Any(row => row.Code == code && row.Operation is not null)
        ? "(means different things by operation: give --method and --path)"
        : "(not in the catalog)";

    private static string Describe(FieldError field) =>
        string.Join(": ", new[] { field.Field, field.Code, field.Message }.Where(part => part is not null));

    private static string Describe(VendorItem item) => string.Create(
        CultureInfo.InvariantCulture,
        $"[{item.Index}] {item.Code ?? "(no code)"} {SnakeCase.Of(item.Category)}{(item.Message is null ? null : $": {item.Message}")}{(item.Id is null ? null : $" (id {item.Id})")}");

    private static string Describe(Effect effect) => effect switch
    {
        Effect.None => "none: nothing was done",
        Effect.Applied => "applied: it was done",
        Effect.Partial => "partial: some of it was done",
        _ => "unknown: it may have been done",
    };
}
