using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VendorErrors.Benchmarks.Measuring;

/// <summary>The clocks a gate may read, in nanoseconds.</summary>
internal static partial class Clock
{
    private const int ProcessCpu = 2;
    private const int ThreadCpu = 3;

    /// <summary>What this thread has computed, whatever else runs on the machine; wall time where the system has no such clock.</summary>
    public static long Thread() => OperatingSystem.IsLinux() ? Read(ThreadCpu) : Wall();

    /// <summary>What all threads of this process have computed.</summary>
    public static long Process() => OperatingSystem.IsLinux() ? Read(ProcessCpu) : (long)Environment.CpuUsage.TotalTime.TotalNanoseconds;

    public static long Wall() => (long)Stopwatch.GetElapsedTime(0).TotalNanoseconds;

    private static long Read(int clock)
    {
        _ = GetTime(clock, out TimeSpec time);
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
