using System.Text.Json;
using VendorErrors.Definitions;

namespace VendorErrors.Cli.Output;

/// <summary>Rows of the catalog as JSON, as <c>docs/schemas/codes.schema.json</c> describes it.</summary>
internal static class CatalogJson
{
    private const string SchemaResource = "codes.schema.json";

    internal static void Write((Vendor Vendor, CodeRow Row)[] rows) => JsonOutput.WriteToConsole(json =>
    {
        json.WriteStartArray();
        foreach ((Vendor vendor, CodeRow row) in rows)
        {
            WriteRow(json, vendor, row);
        }

        json.WriteEndArray();
    });

    /// <summary>Writes one row as an object.</summary>
    internal static void WriteRow(Utf8JsonWriter json, Vendor vendor, CodeRow row)
    {
        json.WriteStartObject();
        foreach (CatalogField field in CatalogFields.All)
        {
            json.WritePropertyName(field.Name);
            Write(json, field.Read(vendor, row));
        }

        json.WriteEndObject();
    }

    /// <summary>The schema itself, as it is published.</summary>
    internal static void WriteSchema()
    {
        using Stream schema = typeof(CatalogJson).Assembly.GetManifestResourceStream(SchemaResource)!;
        using Stream stdout = Console.OpenStandardOutput();
        schema.CopyTo(stdout);
    }

    /// <summary>A value of a row.</summary>
    internal static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case IReadOnlyList<TextRule> refinements:
                Write(json, refinements);
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<TextRule> refinements)
    {
        json.WriteStartArray();
        foreach (TextRule rule in refinements)
        {
            json.WriteStartObject();
            json.WriteString("contains"u8, rule.Contains);
            json.WriteString("category"u8, SnakeCase.Of(rule.Category));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
