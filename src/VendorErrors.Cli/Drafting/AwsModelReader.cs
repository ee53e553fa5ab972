using System.Text.Json;

namespace VendorErrors.Cli.Drafting;

/// <summary>Reads the exceptions of a service model of AWS. The code is what the model says that is sent, else the name of the shape.</summary>
internal static class AwsModelReader
{
    private const string Shapes = "shapes";

    internal static bool IsIn(JsonElement root) =>
        root.TryGetProperty("metadata"u8, out _) && root.TryGetProperty(Shapes, out JsonElement shapes) && shapes.ValueKind == JsonValueKind.Object;

    internal static void Read(JsonElement root, CodeCollector codes)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(Shapes, out JsonElement shapes) || shapes.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty shape in shapes.EnumerateObject())
        {
            if (IsError(shape.Value))
            {
                Add(shape.Name, shape.Value, codes);
            }
        }
    }

    private static bool IsError(JsonElement shape) =>
        shape.ValueKind == JsonValueKind.Object
        && ((shape.TryGetProperty("exception"u8, out JsonElement exception) && exception.ValueKind == JsonValueKind.True) || shape.TryGetProperty("error"u8, out _));

    private static void Add(string name, JsonElement shape, CodeCollector codes)
    {
        string code = name;
        int? status = null;
        if (shape.TryGetProperty("error"u8, out JsonElement error) && error.ValueKind == JsonValueKind.Object)
        {
            var entry = new Entry(error);
            code = entry.ExplicitCode ?? name;
            status = entry.Status;
        }

        string? text = shape.TryGetProperty("documentation"u8, out JsonElement documentation) ? Entry.TextOf(documentation) : null;
        codes.Add(code, status, name, Markup.Remove(text));
    }
}
