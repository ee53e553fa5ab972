using System.Globalization;
using VendorErrors.Benchmarks.Gates;

namespace VendorErrors.Benchmarks;

/// <summary>The arguments behind <c>gates</c>.</summary>
internal sealed record GateArguments(IReadOnlyList<Gate> Gates, string? JsonFile, string? MarkdownFile, bool ShowsTimes)
{
    public const string Help =
        """
        gates [--only P1,P7] [--times] [--json FILE] [--markdown FILE]

        Measures the gates pair by pair, each in a process of its own, and prints a line for each.
          --only LIST      some gates, by their ids
          --times          the times behind each ratio too
          --json FILE      the figures for programs
          --markdown FILE  the table; in a page with marked blocks, such as docs/performance.md, the rows of these gates are rewritten

        Exit status: 0 all pass, 1 a gate fails, 2 wrong usage, 3 the run is void.
        Anything but 'gates' goes to BenchmarkDotNet; try --list flat.
        """;

    /// <exception cref="FormatException">An argument is wrong; the message is one line.</exception>
    public static GateArguments Parse(ReadOnlySpan<string> arguments)
    {
        var parsed = new GateArguments(GateList.All, null, null, false);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--times")
            {
                parsed = parsed with { ShowsTimes = true };
                continue;
            }

            string? value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            parsed = (arguments[i], value) switch
            {
                ("--only" or "--json" or "--markdown", null) => throw new FormatException($"{arguments[i]} lacks its value"),
                ("--only", { } list) => parsed with { Gates = Select(list) },
                ("--json", { } file) => parsed with { JsonFile = InFolder(file) },
                ("--markdown", { } file) => parsed with { MarkdownFile = InFolder(file) },
                _ => throw new FormatException($"unknown argument '{arguments[i]}'; --help lists them"),
            };
            i++;
        }

        return parsed;
    }

    // Known only when the figures are written, it would cost all that was measured.
    private static string InFolder(string file) =>
        Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))) ? file : throw new FormatException($"there is no folder for '{file}'");

    private static Gate[] Select(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries).Select(Find).DistinctBy(gate => gate.Number).OrderBy(gate => gate.Number)];

    private static Gate Find(string id) =>
        GateList.All.FirstOrDefault(gate => string.Equals(gate.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"no gate '{id}'; there are {string.Join(", ", GateList.All.Select(gate => gate.Id))}"));
}
