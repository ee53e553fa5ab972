using System.Diagnostics;
using System.Text.Json;

namespace VendorErrors.Fleet.Tests.Comparison;

/// <summary>A run of the fleet comparison as a process of its own, with worker processes of its own.</summary>
internal sealed record FleetComparisonRun(int ExitCode, string Output, string Error, JsonElement? Report)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    internal static async Task<FleetComparisonRun> OfAsync(params string[] arguments)
    {
        string results = Path.GetTempFileName();
        File.Delete(results);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "VendorErrors.FleetComparison.dll"), .. arguments, "--results", results])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The fleet comparison with '{string.Join(' ', arguments)}' did not end: {await error}", e);
        }

        JsonElement? report = File.Exists(results) ? JsonDocument.Parse(await File.ReadAllTextAsync(results)).RootElement.GetProperty("Fleets")[0] : null;
        File.Delete(results);
        return new FleetComparisonRun(process.ExitCode, await output, await error, report);
    }

    /// <summary>A figure of the report.</summary>
    internal int Count(string name) => Report!.Value.GetProperty(name).GetInt32();

    /// <summary>How many calls were killed in each window.</summary>
    internal int[] Kills() => [.. Report!.Value.GetProperty("Kills").EnumerateArray().Select(kills => kills.GetInt32())];
}
