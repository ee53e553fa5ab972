using System.Diagnostics;

namespace VendorErrors.Testing.Tests.Comparison;

/// <summary>A run of the comparison as a process of its own, because it needs a thread pool of its own.</summary>
internal sealed record ComparisonRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    internal static ComparisonRun Of(string arguments, Action<ProcessStartInfo>? configure = null)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "VendorErrors.Comparison.dll");
        var start = new ProcessStartInfo("dotnet", $"\"{program}\" {arguments}") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        configure?.Invoke(start);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The comparison with '{arguments}' did not end.");
        }

        return new ComparisonRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>The values of a row of the table, one for each contestant.</summary>
    internal string[] Row(string label)
    {
        string line = Output.Split('\n').Single(line => line.StartsWith(label, StringComparison.Ordinal));
        return line[label.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
