using System.Text.Json;
using Spectre.Console;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Finding;

/// <summary>A word or reason of events: of a vendor, or of a catalog that vendors share.</summary>
internal sealed class FoundReason(string where, EventEntry entry) : Found
{
    internal override string Kind => "codes";

    internal override bool IsListed => true;

    internal override string[] Cells => [where, EventOutput.Code(entry), entry.Row.Name, Meaning, SnakeCase.Of(entry.Meaning.Effect)];

    internal override string? WhatToDo => entry.Meaning.Category?.ToAdvice().Text;

    private string Meaning => entry.Meaning.Category is { } category ? SnakeCase.Of(category) : entry.State is { } state ? SnakeCase.Of(state) : string.Empty;

    internal override void Write(IAnsiConsole console) => EventExplanation.Write(console, entry);

    // A shape has a kind of its own, which is not that of the thing found.
    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, entry.Shape is null ? "event_reason" : "event_word");
        json.WriteString("where"u8, where);
        foreach (EventField field in EventFields.All)
        {
            json.WritePropertyName(field.Name == "kind" ? "event_kind" : field.Name);
            CatalogJson.Write(json, field.Read(entry));
        }

        json.WriteEndObject();
    }
}
