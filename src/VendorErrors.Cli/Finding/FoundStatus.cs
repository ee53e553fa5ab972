using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using VendorErrors.Cli.Output;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Finding;

/// <summary>An HTTP status: what an answer means by it where no code is known.</summary>
internal sealed class FoundStatus(int status, CodeRow row) : Found
{
    internal override string Kind => "HTTP status";

    internal override string[] Cells => ["HTTP", Number, row.Name, CodeColumns.Meaning(row), SnakeCase.Of(row.EffectiveEffect)];

    internal override string? WhatToDo => RowPhrase.Advice(row)?.Text;

    private string Number => status.ToString(CultureInfo.InvariantCulture);

    internal override void Write(IAnsiConsole console)
    {
        console.MarkupLine($"[bold]HTTP {Number}[/]  {Markup.Escape(row.Name)}  · where no code is known");
        CodeExplanation.WriteFacts(console, row);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, "http_status");
        json.WriteNumber("status"u8, status);
        json.WriteString("name"u8, row.Name);
        json.WriteString("outcome"u8, SnakeCase.Of(row.Outcome));
        json.WritePropertyName("category"u8);
        CatalogJson.Write(json, row.Category is { } category ? SnakeCase.Of(category) : null);
        json.WriteString("effect"u8, SnakeCase.Of(row.EffectiveEffect));
        json.WriteString("retry"u8, CodeColumns.Retry(row));
        json.WritePropertyName("advice"u8);
        CatalogJson.Write(json, WhatToDo);
        json.WriteString("source"u8, row.Source?.Address);
        json.WriteEndObject();
    }
}
