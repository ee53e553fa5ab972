using System.Text.Json;
using Spectre.Console;
using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Finding;

/// <summary>A reason why a request is not sent again.</summary>
internal sealed class FoundStopReason(StopReasonText text) : Found
{
    internal override string Kind => "stop reason";

    internal override string[] Cells => ["retry policy", Name, text.Meaning, string.Empty, string.Empty];

    internal override string? WhatToDo => text.WhatToDo;

    private string Name => SnakeCase.Of(text.Reason);

    internal override void Write(IAnsiConsole console)
    {
        console.MarkupLine($"[bold]{Name}[/]  · why a request is not sent again (StopReason.{text.Reason})");
        var facts = new Facts(console);
        facts.Add("means", text.Meaning);
        facts.Add("what to do", text.WhatToDo);
    }

    internal override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, "stop_reason");
        json.WriteString("name"u8, Name);
        json.WriteString("meaning"u8, text.Meaning);
        json.WriteString("what_to_do"u8, text.WhatToDo);
        json.WriteEndObject();
    }
}
