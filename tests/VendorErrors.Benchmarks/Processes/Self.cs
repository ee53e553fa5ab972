using System.Diagnostics;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>This program again, in a process of its own, by one of its verbs that no user needs.</summary>
internal static class Self
{
    /// <summary>Serves answers on loopback until its standard input closes.</summary>
    public const string Serve = "serve";

    /// <summary>Prints how many methods are compiled for the first error of a process, and how long that takes.</summary>
    public const string FirstError = "first-error";

    /// <summary>Measures one gate.</summary>
    public const string Gate = "gate";

    public static Process Start(params IEnumerable<string> arguments)
    {
        string name = $"VendorErrors.Benchmarks{(OperatingSystem.IsWindows() ? ".exe" : string.Empty)}";
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, name), arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        return Process.Start(start)!;
    }
}
