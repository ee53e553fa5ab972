using System.Diagnostics;
using System.Text.Json;
using VendorErrors.Benchmarks.Gates;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>
/// One gate in a process of its own, started as any program is: what is compiled for it, and by which profile, depends on no other gate.
/// It prints the times as they come, and the result as its last line.
/// </summary>
internal static class GateProcess
{
    /// <summary>In the fresh process: measures and prints.</summary>
    public static int Print(string id)
    {
        GateResult result = Measure(GateList.All.Single(gate => gate.Id == id));
        Console.WriteLine(JsonSerializer.Serialize(result));
        return 0;
    }

    /// <summary>Starts such a process and reads what it prints.</summary>
    public static GateResult Measure(Gate gate, TextWriter? times)
    {
        using Process process = Self.Start(Self.Gate, gate.Id);
        string last = string.Empty;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (last.Length > 0)
            {
                times?.WriteLine(last);
            }

            last = line;
        }

        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<GateResult>(last)!
            : new GateResult(gate.Id, gate.Work, GateState.Void, [], 0, FormattableString.Invariant($"its process ended with status {process.ExitCode}"));
    }

    private static GateResult Measure(Gate gate)
    {
        var runner = new PairRunner(Console.Out);
        try
        {
            IReadOnlyList<Figure> figures = gate.Measure(runner);
            return new GateResult(gate.Id, gate.Work, figures.All(figure => figure.Passes) ? GateState.Pass : GateState.Fail, figures, runner.WorstSelfGap);
        }
        catch (NotRunException e)
        {
            return new GateResult(gate.Id, gate.Work, GateState.NotRun, [], runner.WorstSelfGap, e.Message);
        }
        catch (VoidRunException e)
        {
            return new GateResult(gate.Id, gate.Work, GateState.Void, [], runner.WorstSelfGap, e.Message);
        }
    }
}
