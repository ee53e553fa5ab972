using System.Globalization;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>The first call of a process: loading, compiling and building included.</summary>
internal static class ColdStart
{
    private static readonly byte[] s_body = """{"statusCode":0,"message":"Done","payload":{"id":4711,"status":"Idle","queue":"Support North"}}"""u8.ToArray();

    /// <summary>In the fresh process: prints the nanoseconds of CPU that one call took of its thread, which is what the caller waits for.</summary>
    public static int Print(Func<byte[], int> verdict)
    {
        _ = Clock.Thread();
        long start = Clock.Thread();
        Sink.Number = verdict(s_body);
        Console.WriteLine((Clock.Thread() - start).ToString(CultureInfo.InvariantCulture));
        return Sink.Number == (int)VendorOutcome.Success ? 0 : 1;
    }

    public static int PrintFirstVerdict() => Print(SuccessVerdict.Classify);

    public static int PrintFirstPoco() => Print(SuccessVerdict.Poco);

    /// <summary>Starts such a process and reads what it prints.</summary>
    public static double Measure(string verb)
    {
        using System.Diagnostics.Process process = Self.Start(verb);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? double.Parse(output, CultureInfo.InvariantCulture) : throw new VoidRunException($"'{verb}' did not come to a success");
    }
}
