using System.Globalization;
using Spectre.Console;
using VendorErrors.Classification.Events;

namespace VendorErrors.Cli.Output;

/// <summary>A word or reason of events for a person, as often as it is listed.</summary>
internal static class EventExplanation
{
    /// <summary>The entries of a word or code; none where it is not listed.</summary>
    internal static EventEntry[] Find(IEnumerable<EventEntry> entries, string code)
    {
        EventEntry[] all = [.. entries.Where(entry => entry.Code is not null)];
        EventEntry[] found = [.. all.Where(entry => IsCode(entry, code))];
        return found.Length > 0 ? found : [.. all.Where(entry => IsInRange(entry, code))];
    }

    /// <summary>Whether an entry is of this very code.</summary>
    internal static bool IsCode(EventEntry entry, string code) =>
        entry.Code is not null && entry.Row.LastCode is null && string.Equals(EventRowIndex.Normalize(entry.Row.Code), EventRowIndex.Normalize(code), StringComparison.Ordinal);

    /// <summary>Writes all that it means.</summary>
    internal static void Write(IAnsiConsole console, EventEntry entry)
    {
        string where = entry.Shape is { } shape ? $"word of the event '{shape.Name}'" : $"reason of events, {entry.Space}";
        string name = string.Equals(entry.Row.Name, entry.Code, StringComparison.Ordinal) ? string.Empty : $"  {entry.Row.Name}";
        console.MarkupLine($"[bold]{Markup.Escape(Printable.Of(EventOutput.Code(entry)))}[/]{Markup.Escape(Printable.Of(name))}  · {Markup.Escape(Printable.Of(entry.Vendor is { } vendor ? $"{vendor.Id} · {where}" : where))}");
        EventMeaning meaning = entry.Meaning;
        var facts = new Facts(console);
        facts.Add("state", entry.State is { } state ? SnakeCase.Of(state) : "as the event's own word says");
        facts.Add("category", meaning.Category is { } category ? $"{SnakeCase.Of(category)} ({SnakeCase.Of(category.ToGroup())})" : null);
        facts.Add("final", meaning.IsFinal ? "yes" : "no: more may follow");
        facts.Add("effect", EventPhrase.Of(meaning.Effect));
        facts.Add("billed", meaning.IsBilled switch { true => "yes", false => "no", null => null });
        facts.Add("another attempt", EventPhrase.Of(meaning.NextAttempt, meaning.NextAttemptDelay));
        facts.Add("only when", entry.Row.When?.ToString());
        facts.Add("note", entry.Row.Note);
        facts.Add("source", entry.Source is { } source ? $"{source.Title}, {source.Address}" : null);
    }

    private static bool IsInRange(EventEntry entry, string code) =>
        entry.Row.LastCode is { } last
        && long.TryParse(code, CultureInfo.InvariantCulture, out long number)
        && long.TryParse(entry.Row.Code, CultureInfo.InvariantCulture, out long from)
        && long.TryParse(last, CultureInfo.InvariantCulture, out long to)
        && number >= from && number <= to;
}
