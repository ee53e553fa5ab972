using System.Globalization;
using VendorErrors.Comparison.Page;
using VendorErrors.FleetComparison.Contestants;
using VendorErrors.FleetComparison.Cost;
using VendorErrors.FleetComparison.Measures;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.FleetComparison.Stores;

namespace VendorErrors.FleetComparison.Page;

/// <summary>The page, every figure of which comes from the file of results.</summary>
internal static class FleetPage
{
    private const string Command = "dotnet run -c Release --project tests/VendorErrors.FleetComparison";
    private const string ResultsPath = "tests/VendorErrors.FleetComparison/Results/fleet.json";
    private const string PagePath = "docs/fleet-comparison.md";

    internal static int Write()
    {
        File.WriteAllText(InRepository(PagePath), Of(Results.Read(InRepository(ResultsPath))));
        return 0;
    }

    internal static int Check()
    {
        if (File.Exists(InRepository(PagePath)) && File.ReadAllText(InRepository(PagePath)).ReplaceLineEndings("\n") == Of(Results.Read(InRepository(ResultsPath))))
        {
            return 0;
        }

        Console.Error.WriteLine($"{PagePath} is not current: run {Command} -- --write");
        return 1;
    }

    private static string Of(Results results)
    {
        FleetScale scale = FleetScale.Find(results.Fleets[0].Scale)!;
        FleetReport[] without = [.. FleetContestant.All.Where(contestant => !contestant.HasLedger).SelectMany(contestant => Find(results, contestant, store: null))];
        string first = StoreServer.TitleOf(StoreServer.Names[0]);
        FleetReport[] main = [.. without, .. FleetContestant.All.Where(contestant => contestant.HasLedger).SelectMany(contestant => Find(results, contestant, first))];
        FleetReport[] ledgers = [.. FleetContestant.All.Where(contestant => contestant.HasLedger).SelectMany(contestant => StoreServer.Names.SelectMany(store => Find(results, contestant, StoreServer.TitleOf(store))))];
        var text = new MarkdownText();
        text.Paragraph($"# {Number(scale.Jobs)} jobs, worked off by processes that are killed");
        text.Paragraph(
            "For people who run workers behind a queue: what becomes of calls when workers die, with and without the [call ledger](ledger.md). Real processes, real servers, real time;",
            $"measured from {results.Fleets.Min(report => report.StartedAt):yyyy-MM-dd HH:mm} to {results.Fleets.Max(report => report.StartedAt):yyyy-MM-dd HH:mm} UTC with `{Command} -- --scale {scale.Name} --results {ResultsPath}`, seed {results.Fleets[0].Seed}.",
            "A program writes this page from that file. The [first table](comparison.md) has the same calls without a fleet.");
        text.Table(["", .. main.Select(Head)], FleetRow.All.Select(row => (IReadOnlyList<string>)[row.Label, .. main.Select(row.Value)]));
        Summary(text, results, main, ledgers);
        text.Paragraph("## Each store");
        text.Table(["", .. ledgers.Select(Head)], FleetRow.All.Select(row => (IReadOnlyList<string>)[row.Label, .. ledgers.Select(row.Value)]));
        text.List("The stores:", StoreServer.Names.Select(store => $"**{StoreServer.TitleOf(store)}**: {StoreServer.SettingOf(store)}"));
        text.Paragraph(
            $"In the middle of each run the store is killed, and started again after {scale.StoreOutage.TotalSeconds} s. A process that is killed loses nothing that it has handed to the system, whatever `appendfsync` says;",
            "`everysec` loses with the machine. So its file is cut where the last second begins.");
        text.Paragraph("Why jobs were left for a person:");
        string[] reasons = [.. ledgers.SelectMany(report => report.Reasons.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        text.Table(["reason", .. ledgers.Select(Head)], reasons.Select(reason => (IReadOnlyList<string>)[reason, .. ledgers.Select(report => Number(report.Reasons.GetValueOrDefault(reason)))]));
        Costs(text, results.Costs);
        text.Paragraph("## How to read each row");
        text.Table(["row", "meaning"], FleetRow.All.DistinctBy(row => row.Meaning, StringComparer.Ordinal).Select(row => (IReadOnlyList<string>)[row.Label.TrimStart('-', ' '), row.Meaning]));
        Run(text, scale);
        text.Paragraph("## The workers");
        foreach (FleetContestant contestant in FleetContestant.All)
        {
            text.List($"**{contestant.Name}**:", contestant.Settings(scale));
        }

        text.Paragraph("## Run it");
        text.Code($"{Command}\n{Command} -- --scale long --results {ResultsPath}\n{Command} -- --cost --results {ResultsPath}\n{Command} -- --write");
        text.Paragraph(
            "The first runs a small fleet of each kind. `--contestant`, `--store` and `--seed` choose. The runs are not the same to the byte: processes and servers have their own time.",
            "It needs `redis-server` and PostgreSQL on the machine; what is not installed is left out.");
        return text.ToString();
    }

    private static void Summary(MarkdownText text, Results results, IReadOnlyList<FleetReport> main, IReadOnlyList<FleetReport> ledgers)
    {
        if (main.FirstOrDefault(report => report.Contestant == "vendor-errors") is { } alone)
        {
            text.Paragraph(
                $"Without the ledger the same client, which never sends a call of unknown effect again, called or messaged {Number(alone.CustomersTwice)} customers twice: the queue delivered their jobs again.",
                $"With it: {string.Join("; ", ledgers.Where(report => report.CustomersTwice == 0).Select(Head))}: nobody{string.Concat(ledgers.Where(report => report.CustomersTwice > 0).Select(report => $"; {Head(report)}: {Number(report.CustomersTwice)}"))}.");
        }

        List<string> drops = [];
        foreach (string store in StoreServer.Names.Select(StoreServer.TitleOf))
        {
            if (results.Fleets.FirstOrDefault(report => report.Contestant == "ledger" && report.Store == store) is { } plain && results.Fleets.FirstOrDefault(report => report.Contestant == "probe" && report.Store == store) is { } probed)
            {
                drops.Add($"on {store} {Number(probed.LeftForPersonWithLookUp)} of {Number(plain.LeftForPersonWithLookUp)}, {Percent(1 - ((double)probed.LeftForPersonWithLookUp / Math.Max(1, plain.LeftForPersonWithLookUp)))} fewer");
            }
        }

        if (drops.Count > 0)
        {
            text.Paragraph(
                "What the ledger pays: a call whose worker died is left for a person, unless a probe asks the vendor. Where the vendor has a look-up, the probe leaves",
                $"{string.Join("; ", drops)}. Talkdesk has none, nor have the vendors for the other writes.");
        }
    }

    private static void Costs(MarkdownText text, IReadOnlyList<CostReport> costs)
    {
        if (costs.Count == 0)
        {
            return;
        }

        text.Paragraph("## What the ledger costs");
        text.Paragraph(
            $"Calls a second in one process, against a vendor on this machine that answers at once, in pairs that take turns; measured at {costs.Max(cost => cost.At):yyyy-MM-dd HH:mm} UTC on {Environment.ProcessorCount} cores that vendor, store and client share.",
            "Against a real vendor the share is smaller: its answer takes longer than the store.");
        text.Table(
            ["store", "calls at once", "calls a second without an id", "with", "ratio", "questions to the store per call", "without an id", "commands on the wire per call", "writes to the disk a second, one writer"],
            costs.Select(cost => (IReadOnlyList<string>)
            [
                cost.Store, Number(cost.AtOnce), Text(cost.Without, "0"), Text(cost.With, "0"), Text(cost.Ratio, "0.00"), Text(cost.Questions, "0.00"), Text(cost.QuestionsWithout, "0.00"),
                cost.Trips is { } trips ? Text(trips, "0.00") : "-", Text(cost.DiskSyncs, "0"),
            ]));
        text.Paragraph(
            "One question before the call and one after it; a call without an id asks nothing. Each question is a write that the store brings to the disk before it answers, which bounds one call at a time;",
            "of several calls at once it brings down many writes together.");
    }

    private static void Run(MarkdownText text, FleetScale scale)
    {
        text.Paragraph("## The run");
        text.List(string.Empty,
        [
            $"{Number(scale.Jobs)} messages: the calls of the [first table](comparison.md), with its faults, but with waits of 1 or 2 s, and neither outages, limits nor tokens that time out",
            $"{scale.Workers} worker processes with up to {scale.Slots} messages each; their clocks are 30 s slow, right, and 30 s fast in turn",
            $"{Number(4 * scale.KillsPerWindow)} messages, chosen by chance among the dials and messages that the vendor would do at once, are aimed at: {scale.KillsPerWindow} for each window. The first time such a call comes to its window, it stays there, and its worker is killed by SIGKILL, with up to {scale.CallsPerKill} calls that are in their windows, whatever else it has",
            "in flight: the vendor has received the request, and executes it after the worker's death",
            $"the queue delivers again at once what a dead worker had, and after {scale.Visibility.TotalSeconds} s what nobody acknowledged; 1 of {FleetPlan.OddOnes} messages it delivers twice at once, and of 1 of {FleetPlan.OddOnes} the first acknowledgement gets lost",
            $"a message that is always given back is put aside after {FleetScale.MostDeliveries} deliveries",
            "the vendors are those of `VendorErrors.Testing`, on ports of this machine; where no connection is to be made, it breaks instead",
        ]);
    }

    private static IEnumerable<FleetReport> Find(Results results, FleetContestant contestant, string? store) =>
        results.Fleets.Where(report => report.Contestant == contestant.Id && report.Store == store);

    private static string Head(FleetReport report) => $"{FleetContestant.Find(report.Contestant)!.Name}{(report.Store is null ? string.Empty : $", {report.Store}")}";

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => $"{Text(100 * share, "0")} %";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string InRepository(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VendorErrors.sln")))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new InvalidOperationException("The program does not run from inside the repository.");
    }
}
