#:property PublishAot=false
#:property NoWarn=$(NoWarn);MA0048
// Writes the result of the mutation runs into a page: dotnet run .ci/mutation-report.cs -- PAGE RESULTS REASONS
// RESULTS holds a table of .ci/mutation-alone.cs for each folder; REASONS says of each survivor why it is none that could be seen.
// Fails where fewer changes than asked for were noticed, and where a survivor has no reason.
// A program in one file: its class has the name that the compiler gives it, so MA0048 is off, and it is never published.
using System.Globalization;
using System.Text;

const double Least = 90;
const string Start = "<!-- printed: mutation -->\n";
const string End = "<!-- end -->";
string page = args[0];
string[][] reasons = [.. File.ReadLines(args[2]).Skip(1).Select(line => line.Split('\t'))];
var isLow = false;
var table = new StringBuilder("| folder | changes | noticed | endless | survived | score | date |\n|---|---|---|---|---|---|---|\n");
var survivors = new List<(string File, string Source, string Replacement)>();
foreach (string result in Directory.GetFiles(args[1], "*.tsv").Order(StringComparer.Ordinal))
{
    string[] lines = File.ReadAllLines(result);
    int Count(string status) => lines.Count(line => line.StartsWith(status + "\t", StringComparison.Ordinal));
    double score = 100.0 * (lines.Length - Count("Survived")) / lines.Length;
    isLow |= score < Least;
    table.Append(CultureInfo.InvariantCulture, $"| {Path.GetFileNameWithoutExtension(result)} | {lines.Length} | {Count("Killed")} | {Count("Timeout")} | {Count("Survived")} | {score:F1} % | {File.GetLastWriteTimeUtc(result):yyyy-MM-dd} |\n");
    survivors.AddRange(lines.Select(line => line.Split('\t')).Where(cells => cells[0] == "Survived").Select(cells => (cells[2], cells[4], cells[5])));
}

string text = File.ReadAllText(page);
int from = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
int to = text.IndexOf(End, from, StringComparison.Ordinal);
File.WriteAllText(page, string.Concat(text.AsSpan(0, from), table.ToString(), text.AsSpan(to)));
Console.WriteLine(table.ToString());
(string File, string Source, string Replacement)[] unexplained = [.. survivors.Except(reasons.Select(cells => (cells[0], cells[1], cells[2])))];
foreach ((string file, string source, string replacement) in unexplained)
{
    Console.WriteLine($"Survived, and has no reason in {args[2]}:\t{file}\t{source}\t{replacement}");
}

return isLow || unexplained.Length > 0 ? 1 : 0;
