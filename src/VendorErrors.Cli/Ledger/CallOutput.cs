using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using VendorErrors.Cli.Output;
using VendorErrors.Http;

namespace VendorErrors.Cli.Ledger;

/// <summary>Calls of the ledger for people and for programs. Neither the vendor's words nor a whole id is among what is printed.</summary>
internal static class CallOutput
{
    private static readonly LedgerState[] s_states = [LedgerState.Unknown, LedgerState.Sending, LedgerState.Refused, LedgerState.Done];

    internal static void WriteTable(IReadOnlyList<CallLedgerRecord> calls)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("key", "state", "for", "since", "vendor", "operation", "id", "owner", "why");
        foreach (CallLedgerRecord call in calls)
        {
            string[] cells =
            [
                CallPhrase.Key(call), CallPhrase.State(call), CallPhrase.ForHow(call), CallPhrase.Since(call), call.VendorId, call.Operation ?? "-",
                call.MaskedId ?? "(erased)", call.Owner[..Math.Min(8, call.Owner.Length)], CallPhrase.Why(call),
            ];
            table.AddRow([.. cells.Select(cell => Markup.Escape(Printable.Of(cell)))]);
        }

        Terminal.Write(table);
    }

    /// <summary>How many are shown, and how many there are.</summary>
    internal static void WriteCounts(int shown, IReadOnlyDictionary<LedgerState, long> counts, string place)
    {
        string all = string.Join(", ", s_states.Select(state => string.Create(CultureInfo.InvariantCulture, $"{CountOf(counts, state):N0} {SnakeCase.Of(state)}")));
        Console.Out.WriteLine(Printable.Of(string.Create(CultureInfo.InvariantCulture, $"{shown:N0} shown; {all} in {place}")));
    }

    internal static void WriteFacts(CallLedgerRecord call)
    {
        IAnsiConsole console = Terminal.Out();
        console.MarkupLine($"[{(call.IsEffectUnknown ? "red" : "green")}]{CallPhrase.State(call)}[/] · {Markup.Escape(Printable.Of(call.MaskedId ?? "(erased)"))}");
        var facts = new Facts(console);
        facts.Add("key", call.Key);
        facts.Add("since", $"{CallPhrase.Since(call)}, for {CallPhrase.ForHow(call)}");
        facts.Add("why", CallPhrase.Why(call));
        facts.Add("vendor", call.VendorId.Length == 0 ? null : call.VendorId);
        facts.Add("account", call.Account);
        facts.Add("operation", call.Operation);
        facts.Add("message of", call.CreatedAt == default ? null : CallPhrase.Time(call.CreatedAt));
        facts.Add("claimed at", call.SentAt == default ? null : CallPhrase.Time(call.SentAt));
        facts.Add("owner", call.Owner);
        facts.Add("HTTP status", call.HttpStatus == 0 ? null : call.HttpStatus.ToString(CultureInfo.InvariantCulture));
        facts.Add("vendor's id", call.FoundId);
        facts.Add("answer", call.HasAnswer ? "kept, protected" : null);
        facts.Add("a delivery", Meaning(call));
    }

    /// <summary>What the next delivery of its message does.</summary>
    internal static string Meaning(CallLedgerRecord call) => call switch
    {
        { State: LedgerState.Done } => "is not sent; it gets this verdict",
        { State: LedgerState.Refused } => "is sent",
        { IsEffectUnknown: true } => "is not sent until a probe or a person settles it",
        _ => "is not sent while this one is on its way",
    };

    internal static void WriteJson(IReadOnlyList<CallLedgerRecord> calls, IReadOnlyDictionary<LedgerState, long> counts) => JsonOutput.WriteToConsole(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("calls"u8);
        foreach (CallLedgerRecord call in calls)
        {
            Write(json, call);
        }

        json.WriteEndArray();
        json.WriteStartObject("counts"u8);
        foreach (LedgerState state in s_states)
        {
            json.WriteNumber(SnakeCase.Of(state), CountOf(counts, state));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    internal static void WriteJson(CallLedgerRecord call) => JsonOutput.WriteToConsole(json => Write(json, call));

    private static long CountOf(IReadOnlyDictionary<LedgerState, long> counts, LedgerState state) => counts.TryGetValue(state, out long count) ? count : 0;

    private static void Write(Utf8JsonWriter json, CallLedgerRecord call)
    {
        json.WriteStartObject();
        json.WriteString("key"u8, call.Key);
        json.WriteString("id"u8, call.MaskedId);
        json.WriteString("state"u8, SnakeCase.Of(call.State));
        json.WriteBoolean("effect_unknown"u8, call.IsEffectUnknown);
        json.WriteNumber("age_ms"u8, (long)call.Age.TotalMilliseconds);
        json.WriteNumber("lease_left_ms"u8, (long)call.LeaseLeft.TotalMilliseconds);
        json.WriteString("vendor"u8, call.VendorId.Length == 0 ? null : call.VendorId);
        json.WriteString("account"u8, call.Account);
        json.WriteString("operation"u8, call.Operation);
        json.WriteString("owner"u8, call.Owner);
        Write(json, "created_at", call.CreatedAt);
        Write(json, "sent_at", call.SentAt);
        json.WriteNumber("http_status"u8, call.HttpStatus);
        json.WriteNumber("probes"u8, call.Probes);
        json.WriteString("found_id"u8, call.FoundId);
        json.WriteString("by"u8, call.By);
        json.WriteString("resolved_by"u8, call.ResolvedBy);
        json.WriteString("reason"u8, call.Reason);
        json.WriteBoolean("has_answer"u8, call.HasAnswer);
        json.WritePropertyName("verdict"u8);
        json.WriteRawValue(call.Verdict ?? "null");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset time)
    {
        if (time == default)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, time);
        }
    }
}
