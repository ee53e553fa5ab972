using System.Text.Json;
using VendorErrors.Rules;

namespace VendorErrors.Cli.Output;

/// <summary>Rows of the catalog as JSON.</summary>
internal static class CatalogJson
{
    internal static void Write((Vendor Vendor, CodeRow Row)[] rows) => JsonOutput.WriteToConsole(json =>
    {
        json.WriteStartArray();
        foreach ((Vendor vendor, CodeRow row) in rows)
        {
            Write(json, vendor, row);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Vendor vendor, CodeRow row)
    {
        json.WriteStartObject();
        json.WriteString("vendor"u8, vendor.Id);
        json.WriteString("code"u8, row.Code);
        json.WriteString("last_code"u8, row.LastCode);
        json.WriteBoolean("is_http_status"u8, row.IsHttpStatus);
        json.WriteString("space"u8, row.Section is { Space.Length: > 0 } section ? section.Space : null);
        json.WriteString("name"u8, row.Name);
        json.WriteString("outcome"u8, SnakeCase.Of(row.Outcome));
        json.WriteString("category"u8, row.Category is { } category ? SnakeCase.Of(category) : null);
        json.WriteString("effect"u8, SnakeCase.Of(row.EffectiveEffect));
        json.WriteString("retry"u8, CodeColumns.Retry(row));
        json.WriteString("wait"u8, CodeColumns.Wait(row));
        WriteNumber(json, "wait_ms"u8, row.Wait is { } wait ? (long)wait.TotalMilliseconds : null);
        WriteNumber(json, "max_retries"u8, row.MaxRetries);
        json.WriteString("operation"u8, row.Operation);
        WriteNumber(json, "on_http_status"u8, row.OnHttpStatus);
        json.WriteString("when"u8, row.When?.ToString());
        json.WriteString("source"u8, row.Source?.Address);
        json.WriteString("basis"u8, SnakeCase.Of(row.Basis));
        json.WriteString("note"u8, row.Note);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
