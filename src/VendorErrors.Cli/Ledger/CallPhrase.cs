using System.Globalization;
using System.Text.Json;
using VendorErrors.Cli.Output;
using VendorErrors.Http;

namespace VendorErrors.Cli.Ledger;

/// <summary>What is known of a call, in words for a person.</summary>
internal static class CallPhrase
{
    private const int KeyShown = 12;

    /// <summary>The beginning of its key, which names it.</summary>
    internal static string Key(CallLedgerRecord call) => call.Key[..Math.Min(KeyShown, call.Key.Length)];

    internal static string State(CallLedgerRecord call) =>
        call is { State: LedgerState.Sending, IsEffectUnknown: true } ? "sending, lease over" : SnakeCase.Of(call.State);

    /// <summary>For how long it has been so: a sender that died, since its lease was over.</summary>
    internal static TimeSpan For(CallLedgerRecord call) => call is { State: LedgerState.Sending, IsEffectUnknown: true } ? -call.LeaseLeft : call.Age;

    internal static string ForHow(CallLedgerRecord call) => WaitPhrase.Of(Seconds(For(call)));

    internal static string Since(CallLedgerRecord call) => Time(TimeProvider.System.GetUtcNow() - For(call));

    internal static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Why it is so.</summary>
    internal static string Why(CallLedgerRecord call) => call switch
    {
        { By: { } who, Reason: var reason } => $"{call.ResolvedBy ?? who}: {reason ?? (call.State == LedgerState.Done ? "it happened" : "it did not happen")}",
        { State: LedgerState.Sending, IsEffectUnknown: true } => "its sender died or sleeps",
        { State: LedgerState.Sending } => $"on its way; its lease ends in {WaitPhrase.Of(Seconds(call.LeaseLeft))}",
        { State: LedgerState.Unknown, LeaseLeft.Ticks: > 0 } => $"the vendor is being asked, or was a moment ago{Asked(call)}",
        _ => $"{Verdict(call)}{Asked(call)}",
    };

    private static string Asked(CallLedgerRecord call) =>
        call.Probes == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; the vendor was asked {call.Probes} {(call.Probes == 1 ? "time" : "times")}");

    private static string Verdict(CallLedgerRecord call)
    {
        if (call.Verdict is not { } text)
        {
            return call.HttpStatus == 0 ? "no answer" : string.Create(CultureInfo.InvariantCulture, $"HTTP status {call.HttpStatus}");
        }

        try
        {
            using var verdict = JsonDocument.Parse(text);
            string?[] words = [Member(verdict, "category") ?? Member(verdict, "outcome"), Member(verdict, "code")];
            return string.Join(' ', words.Where(word => word is not null));
        }
        catch (JsonException)
        {
            return "a verdict that cannot be read";
        }
    }

    private static string? Member(JsonDocument verdict, string name) =>
        verdict.RootElement.ValueKind == JsonValueKind.Object && verdict.RootElement.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TimeSpan Seconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Max(0, Math.Floor(time.TotalSeconds)));
}
