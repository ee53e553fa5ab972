using System.Diagnostics;
using System.Globalization;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>A program of the shell, its output thrown away: how long it ran, and how much memory it held at most.</summary>
/// <param name="WallNanoseconds">From start to end.</param>
/// <param name="PeakBytes">The peak of its resident memory; 0 where it was over before it could be asked.</param>
internal sealed record ShellRun(double WallNanoseconds, double PeakBytes)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(20);

    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    public static ShellRun Of(string program, params string[] arguments)
    {
        // The shell becomes the program, so that its id is the program's.
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, ArgumentList = { "-c", "exec \"$0\" \"$@\" > /dev/null", program } };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        long began = Clock.Wall();
        using Process process = Process.Start(start)!;
        double peak = 0;
        while (!process.WaitForExit(s_interval))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
        }

        double wall = Clock.Wall() - began;
        return process.ExitCode == 0 ? new ShellRun(wall, peak) : throw new VoidRunException(string.Create(CultureInfo.InvariantCulture, $"{program} ended with status {process.ExitCode}"));
    }

    private static double PeakOf(int id)
    {
        try
        {
            string? line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/status")).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line["VmHWM:".Length..^"kB".Length], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // It has ended since.
            return 0;
        }
    }
}
