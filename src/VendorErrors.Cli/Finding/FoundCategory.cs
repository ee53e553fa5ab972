using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Finding;

/// <summary>A category of the taxonomy, with how many codes of how many vendors are of it.</summary>
internal sealed class FoundCategory(CategoryFacts facts, int codes, int vendors) : Found
{
    internal override string Kind => "category";

    internal override string[] Cells => ["taxonomy", SnakeCase.Of(facts.Category), $"category, {SnakeCase.Of(facts.Group)}", SnakeCase.Of(facts.Category), SnakeCase.Of(facts.Effect)];

    internal override string? WhatToDo => facts.Advice.Text;

    internal override void Write(IAnsiConsole console)
    {
        console.MarkupLine($"[bold]{SnakeCase.Of(facts.Category)}[/]  · category");
        var shown = new Facts(console);
        shown.Add("group", SnakeCase.Of(facts.Group));
        shown.Add("effect", SnakeCase.Of(facts.Effect));
        shown.Add("send again?", RowPhrase.SendAgain(facts.Category, facts.Effect));
        shown.Add("at most", facts.MaxRetryAttempts is { } most ? $"{most.ToString(CultureInfo.InvariantCulture)} {(most == 1 ? "retry" : "retries")}" : null);
        shown.Add("what to do", facts.Advice.Text);
        shown.Add("who", SnakeCase.Of(facts.Advice.Audience));
        shown.Add("google.rpc", SnakeCase.Of(facts.RpcCode).ToUpperInvariant());
        shown.Add("HTTP to export", facts.HttpStatus?.ToString(CultureInfo.InvariantCulture));
        shown.Add("codes", string.Create(CultureInfo.InvariantCulture, $"{codes} of {vendors} vendors and shapes"));
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, "category");
        json.WriteString("name"u8, SnakeCase.Of(facts.Category));
        json.WriteString("group"u8, SnakeCase.Of(facts.Group));
        json.WriteString("effect"u8, SnakeCase.Of(facts.Effect));
        json.WriteString("retry"u8, SnakeCase.Of(facts.Retry));
        json.WritePropertyName("max_retry_attempts"u8);
        CatalogJson.Write(json, (long?)facts.MaxRetryAttempts);
        json.WriteString("google_rpc"u8, SnakeCase.Of(facts.RpcCode).ToUpperInvariant());
        json.WritePropertyName("http_status"u8);
        CatalogJson.Write(json, (long?)facts.HttpStatus);
        json.WriteString("advice"u8, facts.Advice.Text);
        json.WriteString("audience"u8, SnakeCase.Of(facts.Advice.Audience));
        json.WriteNumber("codes"u8, codes);
        json.WriteNumber("vendors"u8, vendors);
        json.WriteEndObject();
    }
}
