using System.Globalization;
using System.Runtime;
using VendorErrors.Benchmarks.Comparators;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>The first error of a process: loading, compiling and building included.</summary>
internal static class ColdStart
{
    private static readonly byte[] s_success = """{"statusCode":0,"message":"Done","payload":{"id":4711,"status":"Idle"}}"""u8.ToArray();
    private static readonly byte[] s_error = """{"statusCode":10,"message":"Rate limit exceeded. Please try again in 30 seconds.","payload":null}"""u8.ToArray();

    /// <summary>In the fresh process: prints how many methods were compiled on this thread for the first error, and the milliseconds of it.</summary>
    public static int PrintFirstError()
    {
        // What an application has done before: JSON through a class and through a document. The clocks are compiled too.
        Sink.Number = SuccessVerdict.Poco(s_success) + SuccessVerdict.Document(s_success);
        _ = Read();
        (int methods, TimeSpan time) = Read();
        VendorError? error = Vendor.TalkdeskDialer.Classify(200, s_error.AsSpan()).Error;
        (int methodsAfter, TimeSpan timeAfter) = Read();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{methodsAfter - methods} {(timeAfter - time).TotalMilliseconds}"));
        return error?.Category == ErrorCategory.RateLimited ? 0 : 1;
    }

    /// <summary>Starts such a process and reads what it prints.</summary>
    public static (double Methods, double Milliseconds) Measure()
    {
        using System.Diagnostics.Process process = Self.Start(Self.FirstError);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double[] figures = process.ExitCode == 0
            ? [.. output.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))]
            : throw new VoidRunException($"'{Self.FirstError}' did not come to its error");
        return (figures[0], figures[1]);
    }

    private static (int Methods, TimeSpan Time) Read() => ((int)JitInfo.GetCompiledMethodCount(currentThread: true), JitInfo.GetCompilationTime(currentThread: true));
}
