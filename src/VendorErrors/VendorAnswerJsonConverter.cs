using System.Text.Json;
using System.Text.Json.Serialization;

namespace VendorErrors;

/// <summary>An answer to and from JSON; see <see cref="VendorResultJsonConverter"/>. Safe for use by several threads.</summary>
/// <param name="options">What goes along. Default: the verdict without the vendor's words.</param>
public sealed class VendorAnswerJsonConverter(VendorJsonOptions? options) : JsonConverter<VendorAnswer>
{
    private readonly VendorResultJsonConverter _results = new(options);

    /// <summary>Creates one that leaves out the vendor's words.</summary>
    public VendorAnswerJsonConverter()
        : this(options: null)
    {
    }

    /// <inheritdoc/>
    public override VendorAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        _results.Read(ref reader, typeof(VendorResult), options).Answer ?? throw new JsonException("The verdict names no vendor.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VendorAnswer value, JsonSerializerOptions options)
    {
        _ = value ?? throw new ArgumentNullException(nameof(value));
        _results.Write(writer, new VendorResult(value), options);
    }
}
