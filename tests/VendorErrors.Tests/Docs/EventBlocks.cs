using System.Globalization;
using System.Text;
using System.Text.Json;
using VendorErrors.Cli.Output;

namespace VendorErrors.Tests.Docs;

/// <summary>The generated tables on events.</summary>
internal static class EventBlocks
{
    /// <summary>What follows from each state.</summary>
    internal static string States()
    {
        var text = new StringBuilder("| state | outcome | final | effect | category | another attempt | meaning |\n|---|---|---|---|---|---|---|\n");
        foreach (EventStateFacts facts in EventStateTable.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{facts.State}` | {SnakeCase.Of(facts.Outcome)} | {(facts.IsFinal ? "yes" : "no")} | {SnakeCase.Of(facts.Effect)} | {(facts.Category is { } category ? $"`{category}`" : null)} | {SnakeCase.Of(facts.Category is { } wrong ? EventStateTable.NextAttemptAfter(wrong) : facts.NextAttempt)} | {facts.Meaning} |\n");
        }

        return text.ToString();
    }

    /// <summary>What another attempt is good for.</summary>
    internal static string NextAttempts()
    {
        var text = new StringBuilder("| another attempt | meaning |\n|---|---|\n");
        foreach (NextAttempt next in Enum.GetValues<NextAttempt>())
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{next}` | {EventPhrase.Meaning(next)} |\n");
        }

        return text.ToString();
    }

    /// <summary>What the shell prints of an event. The members are those of a real one; one that is not described here fails.</summary>
    internal static string Members()
    {
        string sample = Repository.Read("docs/samples/8x8-trunk-full.json");
        using JsonDocument json = JsonDocument.Parse(Vendor.EightByEightConnect.ReadEvent(sample).ToJson());
        var text = new StringBuilder("| member out | values |\n|---|---|\n| `id` | as in the record |\n");
        foreach (JsonProperty member in json.RootElement.EnumerateObject())
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{member.Name}` | {ValuesOf(member.Name)} |\n");
        }

        return text.ToString();
    }

    private static string ValuesOf(string name) => name switch
    {
        "vendor" => "as in the record",
        "kind" => Words<EventKind>(),
        "state" => Words<EventState>(),
        "final" => "whether nothing else follows, as a rule",
        "outcome" => string.Join(", ", EventStateTable.All.Select(facts => facts.Outcome).Distinct().Select(outcome => $"`{SnakeCase.Of(outcome)}`")),
        "effect" => Words<Effect>(),
        "category" or "group" => "what went wrong, in snake_case",
        "confidence" => Words<Confidence>([Confidence.NotInspected, Confidence.StatusOnly]),
        "billed" => "true or false, where the vendor says so",
        "next_attempt" => Words<NextAttempt>(),
        "next_attempt_delay_ms" => "the wait before another attempt, where the vendor's document names one",
        "retry" => "`{\"disposition\": \"never\"}`: an event is never sent again",
        "type" => "the vendor's name of the event",
        "vendor_state" => "the vendor's word for the state",
        "code" or "code_name" => "the code of the reason, and the catalog's name for it",
        "code_catalog" => $"the shared catalog of the code: {string.Join(", ", ReasonCatalog.All.Select(catalog => $"`{catalog.Id}`"))}",
        "message" => "the vendor's words",
        "event_id" => "the vendor's id of the event",
        "key" => "by which to take the event once; in stored JSON without the vendor's words a digest",
        "subject_id" => "the vendor's id of the call, message, session or number",
        "related_ids" => "further ids that tie it to a request",
        "client_reference" => "your own reference, which the vendor echoes",
        "occurred_at" => "when it happened",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no description"),
    };

    private static string Words<T>(params T[] except)
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Except(except).Select(value => $"`{SnakeCase.Of(value)}`"));
}
