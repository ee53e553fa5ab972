using System.Text.Json;
using System.Text.Json.Serialization;

namespace VendorErrors;

/// <summary>A failure to and from JSON; see <see cref="VendorResultJsonConverter"/>. Safe for use by several threads.</summary>
/// <param name="options">What goes along. Default: the verdict without the vendor's words.</param>
public sealed class VendorErrorJsonConverter(VendorJsonOptions? options) : JsonConverter<VendorError>
{
    private readonly VendorResultJsonConverter _results = new(options);

    /// <summary>Creates one that leaves out the vendor's words.</summary>
    public VendorErrorJsonConverter()
        : this(options: null)
    {
    }

    /// <inheritdoc/>
    public override VendorError Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        _results.Read(ref reader, typeof(VendorResult), options).Error ?? throw new JsonException("The verdict is no failure.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VendorError value, JsonSerializerOptions options)
    {
        _ = value ?? throw new ArgumentNullException(nameof(value));
        _results.Write(writer, new VendorResult(value), options);
    }
}
