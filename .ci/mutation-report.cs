#:property PublishAot=false
#:property NoWarn=$(NoWarn);MA0048
// Writes the result of the mutation runs into a page: dotnet run .ci/mutation-report.cs -- PAGE FOLDER
// Fails where fewer changes than asked for were noticed.
// A program in one file: its class has the name that the compiler gives it, so MA0048 is off, and it is never published.
using System.Globalization;
using System.Text;
using System.Text.Json;

const double Least = 90;
var isLow = false;
string page = args[0];
const string Start = "<!-- printed: mutation -->\n";
const string End = "<!-- end -->";
var table = new StringBuilder("| folder | mutants | killed | timed out | survived | not covered | score | date |\n|---|---|---|---|---|---|---|---|\n");
var survivors = new StringBuilder();
foreach (string folder in Directory.GetDirectories(args[1]).Order(StringComparer.Ordinal))
{
    string report = Path.Combine(folder, "reports", "mutation-report.json");
    using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(report));
    var counts = new Dictionary<string, int>(StringComparer.Ordinal);
    foreach (JsonProperty file in json.RootElement.GetProperty("files").EnumerateObject())
    {
        string[] lines = file.Value.GetProperty("source").GetString()!.Split('\n');
        foreach (JsonElement mutant in file.Value.GetProperty("mutants").EnumerateArray())
        {
            string status = mutant.GetProperty("status").GetString()!;
            counts[status] = counts.GetValueOrDefault(status) + 1;
            if (status is "Survived" or "NoCoverage")
            {
                int line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
                string change = mutant.TryGetProperty("replacement", out JsonElement replacement) ? replacement.GetString()! : string.Empty;
                survivors.Append(CultureInfo.InvariantCulture, $"{Path.GetFileName(file.Name)}\t{line}\t{mutant.GetProperty("mutatorName").GetString()}\t{OneLine(lines[line - 1])}\t{OneLine(change)}\n");
            }
        }
    }

    int killed = counts.GetValueOrDefault("Killed");
    int timedOut = counts.GetValueOrDefault("Timeout");
    int survived = counts.GetValueOrDefault("Survived");
    int notCovered = counts.GetValueOrDefault("NoCoverage");
    int all = killed + timedOut + survived + notCovered;
    double score = 100.0 * (killed + timedOut) / Math.Max(1, all);
    isLow |= score < Least;
    table.Append(CultureInfo.InvariantCulture, $"| {Path.GetFileName(folder)} | {all} | {killed} | {timedOut} | {survived} | {notCovered} | {score:F1} % | {File.GetLastWriteTimeUtc(report):yyyy-MM-dd} |\n");
}

string text = File.ReadAllText(page);
int from = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
int to = text.IndexOf(End, from, StringComparison.Ordinal);
File.WriteAllText(page, string.Concat(text.AsSpan(0, from), table.ToString(), text.AsSpan(to)));
File.WriteAllText(Path.Combine(args[1], "survivors.tsv"), survivors.ToString());
Console.WriteLine(table.ToString());
Console.WriteLine($"Survivors: {Path.Combine(args[1], "survivors.tsv")}");
return isLow ? 1 : 0;

static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
