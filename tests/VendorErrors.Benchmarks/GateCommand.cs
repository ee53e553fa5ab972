using System.Diagnostics;
using System.Reflection;
using VendorErrors.Benchmarks.Gates;
using VendorErrors.Benchmarks.Measuring;
using VendorErrors.Benchmarks.Processes;
using VendorErrors.Benchmarks.Reports;

namespace VendorErrors.Benchmarks;

/// <summary>Runs the gates and reports them.</summary>
internal static class GateCommand
{
    private const int GateFailed = 1;
    private const int WrongUsage = 2;
    private const int Void = 3;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments.ContainsAny("--help", "-h"))
        {
            Console.WriteLine(GateArguments.Help);
            return 0;
        }

        if (typeof(GateCommand).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
        {
            Console.Error.WriteLine("gates: this is a Debug build, which measures nothing; add --configuration Release");
            return WrongUsage;
        }

        try
        {
            return Run(GateArguments.Parse(arguments));
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine($"gates: {e.Message}");
            return WrongUsage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"gates: {e.Message}");
            return WrongUsage;
        }
    }

    private static int Run(GateArguments arguments)
    {
        var results = new List<GateResult>();
        foreach (Gate gate in arguments.Gates)
        {
            GateResult result = GateProcess.Measure(gate, arguments.ShowsTimes ? Console.Out : null);
            Console.WriteLine(result);
            results.Add(result);
        }

        int passed = results.Count(result => result.State == GateState.Pass);
        double selfGap = results.Max(result => result.SelfGap);
        Console.WriteLine(FormattableString.Invariant($"{passed} of {results.Count} gates pass; identical copies differ by at most {selfGap:P1}, of {PairRunner.SelfTolerance:P0} allowed"));
        GateReport.Write(arguments, results, selfGap);
        if (results.Exists(result => result.State == GateState.Void))
        {
            Console.Error.WriteLine($"the run is void: {string.Join(", ", results.Where(result => result.State == GateState.Void).Select(result => result.Id))}");
            return Void;
        }

        return results.Exists(result => result.State == GateState.Fail) ? GateFailed : 0;
    }
}
