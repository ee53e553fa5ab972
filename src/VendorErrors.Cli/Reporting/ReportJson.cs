using System.Text.Json;
using System.Text.Json.Serialization;

namespace VendorErrors.Cli.Reporting;

/// <summary>The report as JSON, with the names and words of a batch.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(NightReport))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>The report, readable: texts are not escaped for HTML.</summary>
    internal static string Write(NightReport report) =>
        JsonSerializer.Serialize(report, new ReportJson(new JsonSerializerOptions(Default.Options) { Encoder = Output.JsonOutput.Encoder }).NightReport);
}
