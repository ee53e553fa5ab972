#:property PublishAot=false
#:property NoWarn=$(NoWarn);MA0048;MA0047;MA0004
// Tries the changes of a mutation run: dotnet run .ci/mutation-alone.cs -- REPORT TESTS RESULTS FOLDER OPTIONS...
// Each change gets a process of its own, in which it is switched on before the first instruction: in one process for many, what was computed
// before a change (a table, a compiled definition) hides it, and what an earlier change left behind is taken for an effect of a later one.
// REPORT is Stryker's mutation-report.json; TESTS the folder of the tests with the changed assembly; FOLDER the one of the library whose
// changes are tried. OPTIONS select tests; what passes them is tried with the next ones. Writes RESULTS/FOLDER.tsv.
// A program in one file: its class has the name that the compiler gives it, and a record beside it no namespace, so MA0048 and MA0047 are off;
// it has no synchronization context, so MA0004 is; and it is never published.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

const int Unchanged = -1;
const string Library = "/src/VendorErrors/";
string tests = Path.GetFullPath(args[1]);
string results = args[2];
string folder = args[3];
string[] selections = args[4..];
var limits = new TimeSpan[selections.Length];

// The unchanged code has to pass, or everything would count as noticed; and with no test nothing would.
for (var i = 0; i < selections.Length; i++)
{
    var took = Stopwatch.StartNew();
    limits[i] = TimeSpan.FromMinutes(5);
    (string status, string said) = await TryAsync(Unchanged, i);
    if (status != "Survived" || said.Contains("Total: 0", StringComparison.Ordinal))
    {
        Console.Error.WriteLine($"The tests '{selections[i]}' in {tests} do not pass without a change, or there are none:{Environment.NewLine}{said}");
        return 1;
    }

    limits[i] = TimeSpan.FromSeconds(5) + (5 * took.Elapsed);
}

Mutant[] mutants = [.. MutantsOf(JsonNode.Parse(File.ReadAllBytes(args[0]))!)];
var statuses = new string[mutants.Length];
var done = 0;
var clock = Stopwatch.StartNew();
await Parallel.ForAsync(0, mutants.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (at, _) =>
{
    statuses[at] = "Survived";
    for (var i = 0; i < selections.Length && statuses[at] == "Survived"; i++)
    {
        (statuses[at], string _) = await TryAsync(mutants[at].Id, i);
    }

    int count = Interlocked.Increment(ref done);
    if (count % 50 == 0 || count == mutants.Length)
    {
        Console.WriteLine($"{folder}: {count} of {mutants.Length} changes tried, {statuses.Count(status => status == "Survived")} survived, {clock.Elapsed:hh\\:mm\\:ss}");
    }
});

Directory.CreateDirectory(results);
File.WriteAllLines(Path.Combine(results, folder + ".tsv"), mutants.Select((mutant, at) => $"{statuses[at]}\t{mutant.Id}\t{mutant.File}\t{mutant.Line}\t{mutant.Source}\t{mutant.Replacement}"));
return 0;

IEnumerable<Mutant> MutantsOf(JsonNode report)
{
    foreach ((string path, JsonNode? file) in report["files"]!.AsObject())
    {
        string[] lines = file!["source"]!.GetValue<string>().Split('\n');
        int inFolder = path.IndexOf($"{Library}{folder}/", StringComparison.Ordinal);
        foreach (JsonNode? mutant in inFolder < 0 ? [] : file["mutants"]!.AsArray())
        {
            // What Stryker leaves out, or cannot compile, has another status.
            if (mutant!["status"]!.GetValue<string>() is "Killed" or "Timeout" or "Survived" or "NoCoverage")
            {
                int line = mutant["location"]!["start"]!["line"]!.GetValue<int>();
                yield return new Mutant(
                    int.Parse(mutant["id"]!.GetValue<string>(), CultureInfo.InvariantCulture), path[(inFolder + Library.Length)..], line, OneLine(lines[line - 1]), OneLine(mutant["replacement"]!.GetValue<string>()));
            }
        }
    }
}

async Task<(string Status, string Said)> TryAsync(int mutant, int selection)
{
    string file = Path.GetTempFileName();
    try
    {
        await File.WriteAllBytesAsync(file, BitConverter.GetBytes(mutant));
        string[] options = selections[selection].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(tests, "VendorErrors.Tests.dll"), "-noLogo", "-noColor", "-stopOnFail", "-parallel", "none", .. options])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STRYKER_MUTANT_FILE"] = file;

        // A hundredth of the random cases, a thousand times as often; no time for profiles; and a change that eats memory without end is noticed, too.
        start.Environment["VENDOR_ERRORS_EFFORT"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x80000000";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(limits[selection]);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // A change that never ends is noticed by everybody.
            process.Kill(entireProcessTree: true);
            return ("Timeout", string.Empty);
        }

        return (process.ExitCode == 0 ? "Survived" : "Killed", await output + await errors);
    }
    finally
    {
        File.Delete(file);
    }
}

static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

/// <summary>A change, and where in the library it is.</summary>
internal sealed record Mutant(int Id, string File, int Line, string Source, string Replacement);
