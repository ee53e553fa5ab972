using VendorErrors.Benchmarks.Bodies;
using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Benchmarks.Processes;

namespace VendorErrors.Benchmarks.Gates;

/// <summary>The command line as a process, start and all, against a program that only parses the same lines.</summary>
internal sealed class P16() : Gate(16, "vendor-errors classify --batch, 64 MB of mixed records ÷ jq -c .statusCode")
{
    private const long FileBytes = 64 * 1024 * 1024;
    private const int Rounds = 3;

    public override IReadOnlyList<Figure> Measure(PairRunner runner)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new NotRunException("it needs Linux");
        }

        if (!ShellRun.Exists("jq"))
        {
            throw new NotRunException("jq is not installed");
        }

        string file = Path.GetTempFileName();
        try
        {
            BatchFile.Write(file, FileBytes);
            return Measure(runner, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Figure[] Measure(PairRunner runner, string file)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "vendor-errors");
        double peak = 0;
        double jq = 0;
        double wall = runner.CompareRuns("vendor-errors", Rounds, () => RunOurs(program, file, ref peak), () => jq = ShellRun.Of("jq", "-c", ".statusCode", file).WallNanoseconds);
        double start = ShellRun.Of(program, "classify", "--batch", "/dev/null").WallNanoseconds;
        return
        [
            new Figure("wall", wall, FigureKind.Fraction) { Bar = 1.0 / 4, Note = "a tool that the runtime compiles when it starts; none is packed as native code yet" },
            new Figure("its start alone, wall", start / jq),
            new Figure("peak memory", peak, FigureKind.Bytes) { Bar = 200_000_000 },
        ];
    }

    private static double RunOurs(string program, string file, ref double peak)
    {
        ShellRun run = ShellRun.Of(program, "classify", "--batch", file);
        peak = Math.Max(peak, run.PeakBytes);
        return run.WallNanoseconds;
    }
}
