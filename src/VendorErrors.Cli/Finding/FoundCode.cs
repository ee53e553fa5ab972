using System.Text.Json;
using Spectre.Console;
using VendorErrors.Cli.Output;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Finding;

/// <summary>A code of a vendor's answers.</summary>
internal sealed class FoundCode(Vendor vendor, CodeRow row) : Found
{
    internal override string Kind => "codes";

    internal override bool IsListed => true;

    internal override string[] Cells => [vendor.Id, CodeColumns.Code(row), row.Name, CodeColumns.Meaning(row), SnakeCase.Of(row.EffectiveEffect)];

    internal override string? WhatToDo => RowPhrase.Advice(row)?.Text;

    internal override void Write(IAnsiConsole console) => CodeExplanation.Write(console, vendor, row);

    internal override void WriteJson(Utf8JsonWriter json) => CatalogJson.WriteRow(json, vendor, row);
}
