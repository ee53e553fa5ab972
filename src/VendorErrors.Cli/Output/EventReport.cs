using System.Globalization;
using Spectre.Console;

namespace VendorErrors.Cli.Output;

/// <summary>Events for a person, one below the other.</summary>
internal static class EventReport
{
    internal static void Write(IAnsiConsole console, IReadOnlyList<VendorEvent> events, bool explain)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (i > 0)
            {
                console.WriteLine();
            }

            Write(console, events[i], events.Count == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{i + 1} of {events.Count} · "));
            if (explain)
            {
                EvidenceTable.Write(console, events[i].Evidence);
            }
        }
    }

    private static void Write(IAnsiConsole console, VendorEvent read, string place)
    {
        string color = read.Outcome switch { VendorOutcome.Success => "green", VendorOutcome.Failure => "red", _ => "yellow" };
        string category = read.Category is { } c ? $" · [bold]{SnakeCase.Of(c)}[/]" : string.Empty;
        console.MarkupLine($"{place}[{color}]{EventPhrase.Of(read.Kind)} {EventPhrase.Of(read.State)}[/]{category} · {read.Vendor.Id}");
        var facts = new Facts(console);
        facts.Add("final", read.IsFinal ? "yes" : "no: more may follow");
        facts.AddList("why unknown", read.State == EventState.Unknown ? [.. read.Evidence.Select(evidence => evidence.Rule)] : []);
        facts.Add("vendor's event", read.Type);
        facts.Add("vendor's state", read.VendorState);
        facts.Add("vendor's code", Code(read));
        facts.Add("vendor's words", read.Message);
        facts.Add("effect", EventPhrase.Of(read.Effect));
        facts.Add("billed", read.IsBilled switch { true => "yes", false => "no", null => null });
        facts.Add("confidence", SnakeCase.Of(read.Confidence));
        facts.Add("another attempt", EventPhrase.Of(read.NextAttempt, read.NextAttemptDelay));
        facts.Add("id", read.SubjectId);
        facts.AddList("related ids", read.RelatedIds);
        facts.Add("your reference", read.ClientReference);
        facts.Add("event id", read.EventId);
        facts.Add("time", read.OccurredAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
    }

    private static string? Code(VendorEvent read) => read.Code is null ? null
        : $"{read.Code}  {read.CodeName ?? "(not in the catalog)"}{(read.CodeCatalog is { } id && ReasonCatalog.Of(id) is { } catalog ? $" ({catalog.Name})" : null)}";
}
