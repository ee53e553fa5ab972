using System.Text;

namespace VendorErrors.Cli.Output;

/// <summary>Words and reasons of events as tables of Markdown.</summary>
internal static class EventTable
{
    /// <summary>What the words of one shape mean.</summary>
    internal static void WriteWords(StringBuilder page, IEnumerable<EventEntry> entries) =>
        Write(page, ["word", "state", "category", "final", "another attempt", "note"], entries, entry => [.. Head(entry), State(entry), Category(entry), .. Tail(entry)]);

    /// <summary>What the reasons of one space mean, on the page of a vendor, which has the categories.</summary>
    internal static void WriteReasons(StringBuilder page, IEnumerable<EventEntry> entries) =>
        Write(page, ["code", "name", "state", "category", "final", "another attempt", "note"], entries, entry => [.. Head(entry), Markdown.Escape(entry.Row.Name), State(entry), Category(entry), .. Tail(entry)]);

    /// <summary>What the reasons of a shared catalog mean, each with its document.</summary>
    internal static void WriteCatalog(StringBuilder page, IEnumerable<EventEntry> entries) =>
        Write(page, ["code", "name", "state", "category", "final", "another attempt", "note", "document"], entries, entry =>
        [
            .. Head(entry),
            Markdown.Escape(entry.Row.Name),
            State(entry),
            entry.Meaning.Category is { } category ? Markdown.Code(SnakeCase.Of(category)) : string.Empty,
            .. Tail(entry),
            entry.Source is { } source ? $"{Markdown.Escape(source.Title)}, {Markdown.Escape(source.Address)}" : string.Empty,
        ]);

    private static void Write(StringBuilder page, string[] columns, IEnumerable<EventEntry> entries, Func<EventEntry, string[]> cells)
    {
        page.Append("| ").AppendJoin(" | ", columns).Append(" |\n|").Insert(page.Length, "---|", columns.Length).Append('\n');
        foreach (EventEntry entry in entries)
        {
            page.Append("| ").AppendJoin(" | ", cells(entry)).Append(" |\n");
        }
    }

    private static string[] Head(EventEntry entry) => [entry.Code is null || entry.Row.IsAnyCode ? EventOutput.Code(entry) : Markdown.Code(EventOutput.Code(entry).Replace("|", "\\|", StringComparison.Ordinal))];

    private static string State(EventEntry entry) => entry.State is { } state ? Markdown.Code(SnakeCase.Of(state)) : string.Empty;

    private static string Category(EventEntry entry) => entry.Meaning.Category is { } category ? RowSection.CategoryLink(category) : string.Empty;

    private static string[] Tail(EventEntry entry) =>
    [
        entry.Meaning.IsFinal ? "yes" : "no",
        entry.Meaning.NextAttemptDelay is { } delay ? $"{EventPhrase.Of(entry.Meaning.NextAttempt)}, after {WaitPhrase.Of(delay)}" : EventPhrase.Of(entry.Meaning.NextAttempt),
        string.Join("; ", new[] { entry.Row.When is { } when ? $"only when {Markdown.Escape(when.ToString())}" : null, entry.Row.Note is { } note ? Markdown.Escape(note) : null }.OfType<string>()),
    ];
}
