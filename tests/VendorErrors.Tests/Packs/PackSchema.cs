using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using VendorErrors.Tests.Docs;

namespace VendorErrors.Tests.Packs;

/// <summary>The published schema of packs.</summary>
internal static class PackSchema
{
    internal const string File = "docs/schemas/vendor-pack.schema.json";

    private static readonly Lazy<JsonSchema> s_schema = new(() => JsonSchema.FromText(Repository.Read(File)));

    internal static JsonElement Root { get; } = JsonDocument.Parse(Repository.Read(File)).RootElement;

    internal static bool Accepts(JsonNode? pack) => s_schema.Value.Evaluate(JsonSerializer.SerializeToElement(pack)).IsValid;

    /// <summary>What is wrong with a pack, a line each.</summary>
    internal static string[] FaultsOf(Stream pack)
    {
        EvaluationResults results = s_schema.Value.Evaluate(JsonDocument.Parse(pack).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid ? [] : [.. (results.Details ?? []).Prepend(results).SelectMany(place => (place.Errors ?? []).Select(error => $"{place.InstanceLocation} {error.Key}: {error.Value}"))];
    }
}
