using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VendorErrors.Tests.Cli;

/// <summary>The few keywords of JSON Schema 2020-12 that our schema uses. One it does not know is an error, not a pass.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    internal static JsonSchema Parse(string json) => new(JsonDocument.Parse(json).RootElement);

    /// <summary>What is wrong with a value, a line each, with the path to it.</summary>
    internal string[] FaultsOf(JsonElement value) => [.. Check(root, value, "$")];

    private static IEnumerable<string> Check(JsonElement schema, JsonElement value, string path)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            IEnumerable<string> faults = keyword.Name switch
            {
                "$schema" or "title" or "description" => [],
                "type" => Fault(Options(keyword.Value).Any(type => IsType(type.GetString()!, value)), path, "has another type"),
                "enum" => Fault(keyword.Value.EnumerateArray().Any(member => JsonElement.DeepEquals(member, value)), path, "is none of the values"),
                "pattern" => Fault(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)), path, "does not match"),
                "minLength" => Fault(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32(), path, "is too short"),
                "minimum" => Fault(value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= keyword.Value.GetDecimal(), path, "is too small"),
                "maximum" => Fault(value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= keyword.Value.GetDecimal(), path, "is too great"),
                "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((item, index) => Check(keyword.Value, item, $"{path}[{index.ToString(CultureInfo.InvariantCulture)}]")),
                "properties" => Members(value).Where(member => keyword.Value.TryGetProperty(member.Name, out _)).SelectMany(member => Check(keyword.Value.GetProperty(member.Name), member.Value, $"{path}.{member.Name}")),
                "required" => keyword.Value.EnumerateArray().SelectMany(name => Fault(value.ValueKind != JsonValueKind.Object || value.TryGetProperty(name.GetString()!, out _), $"{path}.{name}", "is missing")),
                "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.False => Members(value).SelectMany(member => Fault(schema.GetProperty("properties").TryGetProperty(member.Name, out _), $"{path}.{member.Name}", "is not known")),
                _ => throw new NotSupportedException($"The keyword {keyword.Name} is not checked here."),
            };
            foreach (string fault in faults)
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Fault(bool holds, string path, string fault) => holds ? [] : [$"{path} {fault}"];

    private static JsonElement[] Options(JsonElement type) => type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray()] : [type];

    private static IEnumerable<JsonProperty> Members(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    private static bool IsType(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "null" => value.ValueKind == JsonValueKind.Null,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"The type {type} is not checked here."),
    };
}
