using System.Text.Json;

namespace VendorErrors.FleetComparison.Measures;

/// <summary>The file in which reports are kept, so that a run that is cut short keeps what it has.</summary>
internal static class Results
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    internal static IReadOnlyList<FleetReport> Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<FleetReport[]>(File.ReadAllText(path))! : [];

    /// <summary>Adds a report, in place of an older one of the same contestant and store.</summary>
    internal static void Add(string path, FleetReport report)
    {
        IEnumerable<FleetReport> others = Read(path).Where(known => known.Contestant != report.Contestant || known.Store != report.Store);
        File.WriteAllText(path, JsonSerializer.Serialize(others.Append(report), s_json) + "\n");
    }
}
