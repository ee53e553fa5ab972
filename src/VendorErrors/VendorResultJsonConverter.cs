using System.Text.Json;
using System.Text.Json.Serialization;
using VendorErrors.Storage;

namespace VendorErrors;

/// <summary>
/// A verdict to and from JSON, in the format that <c>vendor-errors classify --output json</c> prints. Used by itself wherever a
/// <see cref="VendorResult"/> stands in a type that is serialized, also by source generation; add one with options to the serializer's
/// <see cref="JsonSerializerOptions.Converters"/> to keep the vendor's words. Safe for use by several threads.
/// </summary>
/// <param name="options">What goes along. Default: the verdict without the vendor's words.</param>
public sealed class VendorResultJsonConverter(VendorJsonOptions? options) : JsonConverter<VendorResult>
{
    private readonly VendorJsonOptions _options = options ?? VendorJsonOptions.Default;

    /// <summary>Creates one that leaves out the vendor's words.</summary>
    public VendorResultJsonConverter()
        : this(options: null)
    {
    }

    /// <inheritdoc/>
    public override VendorResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ResultReader.Read(JsonElement.ParseValue(ref reader), _options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VendorResult value, JsonSerializerOptions options)
    {
        _ = writer ?? throw new ArgumentNullException(nameof(writer));
        var json = new JsonLine(JsonLine.BytesOfARecord);
        ResultFormat.Write(json, value, _options);
        writer.WriteRawValue(json.Written, skipInputValidation: true);
    }
}
