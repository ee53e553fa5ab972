using System.Text.Json;
using System.Text.Json.Serialization;
using VendorErrors.Storage;

namespace VendorErrors;

/// <summary>A vendor as its id. One that this library does not know becomes a vendor of that id without a catalog. Safe for use by several threads.</summary>
public sealed class VendorJsonConverter : JsonConverter<Vendor>
{
    /// <inheritdoc/>
    public override Vendor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.String
        ? ResultReader.VendorOf(reader.GetString()!, VendorJsonOptions.Default)
        : throw new JsonException("A vendor is written as its id.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Vendor value, JsonSerializerOptions options)
    {
        _ = writer ?? throw new ArgumentNullException(nameof(writer));
        _ = value ?? throw new ArgumentNullException(nameof(value));
        writer.WriteStringValue(value.Id);
    }
}
