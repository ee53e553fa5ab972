using System.Diagnostics;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>This program again, in a process of its own, by one of its verbs that no user needs.</summary>
internal static class Self
{
    /// <summary>Serves answers on loopback until its standard input closes.</summary>
    public const string Serve = "serve";

    /// <summary>Prints the CPU time of the first verdict of a process.</summary>
    public const string FirstVerdict = "first-verdict";

    /// <summary>Prints the CPU time of the first source-generated call of a process.</summary>
    public const string FirstPoco = "first-poco";

    public static Process Start(string verb)
    {
        string name = $"VendorErrors.Benchmarks{(OperatingSystem.IsWindows() ? ".exe" : string.Empty)}";
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, name), verb)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        // As in a program of anybody's: this one is started without profiles, see the project file.
        start.Environment["DOTNET_TieredPGO"] = "1";
        return Process.Start(start)!;
    }
}
