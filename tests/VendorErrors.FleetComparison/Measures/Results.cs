using System.Text.Json;
using VendorErrors.FleetComparison.Cost;

namespace VendorErrors.FleetComparison.Measures;

/// <summary>The file in which reports are kept, so that a run that is cut short keeps what it has.</summary>
internal sealed record Results
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    public IReadOnlyList<FleetReport> Fleets { get; init; } = [];

    public IReadOnlyList<CostReport> Costs { get; init; } = [];

    internal static Results Read(string path) => File.Exists(path) ? JsonSerializer.Deserialize<Results>(File.ReadAllText(path))! : new Results();

    /// <summary>Adds a report, in place of an older one of the same contestant and store.</summary>
    internal static void Add(string path, FleetReport report)
    {
        Results known = Read(path);
        Write(path, known with { Fleets = [.. known.Fleets.Where(other => other.Contestant != report.Contestant || other.Store != report.Store), report] });
    }

    /// <summary>Adds costs, in place of older ones of the same store.</summary>
    internal static void Add(string path, IReadOnlyList<CostReport> reports)
    {
        Results known = Read(path);
        Write(path, known with { Costs = [.. known.Costs.Where(other => reports.All(report => report.Store != other.Store)), .. reports] });
    }

    private static void Write(string path, Results results) => File.WriteAllText(path, JsonSerializer.Serialize(results, s_json) + "\n");
}
