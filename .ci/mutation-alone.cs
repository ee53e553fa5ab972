#:property PublishAot=false
#:property NoWarn=$(NoWarn);MA0048;MA0004
// Tries each survivor of a mutation run once more, in a process of its own: dotnet run .ci/mutation-alone.cs -- REPORT TESTS [OPTIONS]
// The run itself tries many changes in one process, where a table that was built before the change was made survives whatever the tests say.
// REPORT is the run's mutation-report.json, whose survivors become "Killed" where a test noticed; TESTS is the folder with the changed assembly,
// OPTIONS are for the tests, such as those to leave out.
// A program in one file: its class has the name that the compiler gives it, so MA0048 is off;
// it has no synchronization context, so MA0004 is; and it is never published.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

string report = args[0];
string tests = Path.GetFullPath(args[1]);
JsonNode root = JsonNode.Parse(File.ReadAllBytes(report))!;
JsonNode[] survivors = [.. root["files"]!.AsObject().SelectMany(file => file.Value!["mutants"]!.AsArray()).Select(mutant => mutant!)
    .Where(mutant => mutant["status"]!.GetValue<string>() is "Survived" or "NoCoverage")];

// The unchanged code has to pass, or everything would count as noticed; and with no test nothing would.
(bool fails, string said) = await TryAsync(-1);
if (fails || said.Contains("Total: 0", StringComparison.Ordinal))
{
    Console.Error.WriteLine($"The tests in {tests} fail without a change, or there are none:{Environment.NewLine}{said}");
    return 1;
}

int done = 0;
int killed = 0;
var clock = Stopwatch.StartNew();
await Parallel.ForEachAsync(survivors, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (mutant, _) =>
{
    (bool isNoticed, string _) = await TryAsync(int.Parse(mutant["id"]!.GetValue<string>(), CultureInfo.InvariantCulture));
    if (isNoticed)
    {
        mutant["status"] = "Killed";
        mutant["statusReason"] = "in a process of its own";
        Interlocked.Increment(ref killed);
    }

    int count = Interlocked.Increment(ref done);
    if (count % 10 == 0 || count == survivors.Length)
    {
        Console.WriteLine($"{count} of {survivors.Length} survivors tried alone, {killed} killed, {clock.Elapsed:hh\\:mm\\:ss}");
    }
});

File.WriteAllText(report, root.ToJsonString());
return 0;

async Task<(bool Fails, string Said)> TryAsync(int mutant)
{
    string file = Path.GetTempFileName();
    try
    {
        await File.WriteAllBytesAsync(file, BitConverter.GetBytes(mutant));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(tests, "VendorErrors.Tests.dll"), "-noLogo", "-noColor", "-stopOnFail", .. args[2..]])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STRYKER_MUTANT_FILE"] = file;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // A change that never ends is noticed by everybody.
            process.Kill(entireProcessTree: true);
            return (true, string.Empty);
        }

        return (process.ExitCode != 0, await output + await errors);
    }
    finally
    {
        File.Delete(file);
    }
}
