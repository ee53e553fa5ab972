using Spectre.Console;

namespace VendorErrors.Cli.Output;

/// <summary>Words and reasons of events as a table, as JSON, or as CSV after RFC 4180.</summary>
internal static class EventOutput
{
    internal static void Write(IReadOnlyList<EventEntry> entries, string output)
    {
        switch (output)
        {
            case "json":
                WriteJson(entries);
                break;
            case "csv":
                CatalogCsv.WriteLine(EventFields.All.Select(field => field.Name));
                foreach (EventEntry entry in entries)
                {
                    CatalogCsv.WriteLine(EventFields.All.Select(field => CatalogCsv.Text(field.Read(entry))));
                }

                break;
            default:
                WriteTable(entries);
                break;
        }
    }

    /// <summary>The word or code for people.</summary>
    internal static string Code(EventEntry entry) =>
        entry.Code is null ? "(every one)"
        : entry.Row.LastCode is { } last ? $"{entry.Code} to {last}"
        : entry.Row.IsAnyCode ? "(any other)"
        : entry.Code;

    private static void WriteJson(IReadOnlyList<EventEntry> entries) => JsonOutput.WriteToConsole(json =>
    {
        json.WriteStartArray();
        foreach (EventEntry entry in entries)
        {
            json.WriteStartObject();
            foreach (EventField field in EventFields.All)
            {
                json.WritePropertyName(field.Name);
                CatalogJson.Write(json, field.Read(entry));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteTable(IReadOnlyList<EventEntry> entries)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("vendor", "shape or space", "word or code", "name", "state", "category", "final", "another attempt");
        foreach (EventEntry entry in entries)
        {
            string[] cells =
            [
                entry.Vendor?.Id ?? "(shared)",
                entry.Shape?.Name ?? entry.Space ?? string.Empty,
                Code(entry),
                entry.Row.Name,
                entry.State is { } state ? SnakeCase.Of(state) : string.Empty,
                entry.Meaning.Category is { } category ? SnakeCase.Of(category) : string.Empty,
                entry.Meaning.IsFinal ? "yes" : "no",
                EventPhrase.Of(entry.Meaning.NextAttempt),
            ];
            table.AddRow([.. cells.Select(Printable.Of).Select(Markup.Escape)]);
        }

        Terminal.Write(table);
    }
}
