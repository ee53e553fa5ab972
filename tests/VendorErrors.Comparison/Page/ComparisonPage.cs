using System.Globalization;
using VendorErrors.Comparison.Contestants;
using VendorErrors.Comparison.Measures;
using VendorErrors.Comparison.Stage;
using VendorErrors.Comparison.Traffic;

namespace VendorErrors.Comparison.Page;

/// <summary>The page, every figure of which comes from the program.</summary>
internal static class ComparisonPage
{
    private const string Command = "dotnet run --project tests/VendorErrors.Comparison";

    internal static string Of(Arguments arguments, IReadOnlyList<CampaignReport> reports, IReadOnlyList<Scores> scores)
    {
        TrafficPlan plan = reports[0].Plan;
        (Scores standard, Scores safe, Scores ours, Scores probed) = (scores[1], scores[2], scores[3], scores[4]);
        IEnumerable<string> contestants = Contestant.All.Select(contestant => contestant.Name);
        var text = new MarkdownText();
        text.Paragraph($"# {Number(arguments.Calls)} calls, made in {Contestant.All.Count} ways");
        text.Paragraph(
            $"The same {Number(arguments.Calls)} calls to the five vendors, with the same faults before and after execution, made by each of {Contestant.All.Count} clients. The vendors are those of",
            "`VendorErrors.Testing`: they execute, refuse and lose requests as the plan says, and count what they really did. That is set against",
            $"what the callers were told. It all happens in virtual time, {plan.Length.TotalHours:0.#} hours of it, under seed {arguments.Seed}. A program writes this page, and all its figures;",
            "a test holds that it is current. What becomes of such calls when the processes that make them are killed: [a comparison of fleets](fleet-comparison.md).");
        text.Table(["", .. contestants], ScoreRow.All.Select(row => (IReadOnlyList<string>)[row.Label, .. scores.Select(row.Value)]));
        text.Paragraph(
            "What VendorErrors pays: a plain write whose effect is unknown is not sent again. Where the vendor had in truth not executed it, the call is lost until",
            $"somebody looks: {Number(ours.LostAndToldUnknown)} calls above, next to {Number(ours.DoneAndToldUnknown)} that were executed. The {Contestant.All[1].Name} sends such requests again: it leaves {Number(standard.LostAndToldUnknown)} and {Number(standard.DoneAndToldUnknown)},",
            $"and does {Number(standard.CustomersTwice + standard.OthersTwice)} things twice. And waiting as long as the vendor asks takes time, which the 95th percentile shows.");
        LeftForPerson(text, reports[4], ours, probed);
        text.Paragraph(
            $"`DisableForUnsafeHttpMethods()` goes by the HTTP method, so it misses GETs that write. The {Contestant.All[2].Name}, repeated",
            $"{Number(safe.CodeChecks.SentAgain)} checks of a customer's code (Dexatel's `GET verifications`, which uses the code up), {Number(safe.CodeChecks.AfterExecution)} of them after the vendor had executed them,",
            $"and {Number(safe.DeletionsByGet.SentAgain)} deletions (Yeastar's `GET extension/delete`), {Number(safe.DeletionsByGet.AfterExecution)} of them after execution, where a second one changes nothing more.",
            $"VendorErrors repeated {Number(ours.CodeChecks.SentAgain)} checks, {Number(ours.CodeChecks.AfterExecution)} after execution, and {Number(ours.DeletionsByGet.SentAgain)} deletions, {Number(ours.DeletionsByGet.AfterExecution)} after execution.");
        text.Paragraph("Why VendorErrors did not send again what it lost:");
        text.Table(["reason", "calls"], Scores.LostCalls(reports[3]).CountBy(call => call.Judgment.Reason ?? "not told", StringComparer.Ordinal).OrderByDescending(reason => reason.Value).Select(reason => (IReadOnlyList<string>)[reason.Key, Number(reason.Value)]));
        text.Paragraph("What the callers of the other clients got where no answer came:");
        text.Table(["exception", .. contestants.SkipLast(2)], ExceptionRows([.. reports.SkipLast(2).Select(Scores.Exceptions)]));
        text.Paragraph(
            "`BrokenCircuitException` is the circuit breaker of the standard handler: while it is open, calls are refused unsent, and those that it stops between two",
            "attempts may have been executed. `TimeoutRejectedException` is one of its two timeouts.");
        text.Paragraph("## How to read each row");
        text.Table(["row", "meaning"], ScoreRow.All.DistinctBy(row => row.Meaning, StringComparer.Ordinal).Select(row => (IReadOnlyList<string>)[Trim(row.Label), row.Meaning]));
        text.Paragraph(
            "Where no answer came, \"unknown\" is counted for every client, because an exception does not say that nothing happened. An HTTP status that is no",
            "success is \"failed\" to those who look at the status alone.");
        text.Paragraph("## Which failures were taken for success");
        text.Paragraph(
            "The vendor's last word on them. A client that reads the bodies of its vendors by itself would find these; it would then have written a part of this library.",
            $"The PBX forgets its tokens {plan.PbxRestarts.Count} times; a client that does not notice goes on with the old token until the documented lifetime ends, and each of its calls is refused with code 10004.");
        text.Table(["last word", .. contestants], FalseSuccessCauses.Of(reports).Select(row => (IReadOnlyList<string>)[row.Cause, .. row.Counts.Select(Number)]));
        text.Paragraph("## The clients");
        text.Paragraph(
            $"All have {Contestant.MaxRetryAttempts} retries at most, those that make any, and {Contestant.AttemptTimeout.TotalSeconds} s for an attempt. The application around them is the same: it signs in at the PBX at the start,",
            "and again one minute before the documented lifetime of the token ends. All but VendorErrors have a handler that signs in again after an HTTP 401, which the PBX never sends.",
            $"The time for a whole call is each client's default: those of the {Contestant.All[1].Name} and of VendorErrors differ, which is a part of the difference in lost calls and in time to success.");
        foreach (Contestant contestant in Contestant.All)
        {
            text.List($"**{contestant.Name}**: {contestant.Explanation}", contestant.Settings);
        }

        Traffic(text, plan);
        text.Paragraph("## Run it");
        text.Code($"{Command}\n{Command} -- --write\n{Command} -- --calls 2000 --seed 7");
        text.Paragraph(
            "The first prints the table, the second writes this page, the third takes other traffic of the same mix.",
            $"Real `HttpClient`s, {StandardSettings.Package} and this library run under a clock that jumps from event to event, on a thread pool with one worker.",
            "That package takes its clock from the `TimeProvider` of the container; only its dates in `Retry-After` go by the clock of the machine, and no vendor here sends one.",
            "Its jitter is seeded by `Retry.Randomizer`. Two runs with one seed are the same to the byte.");
        return text.ToString();
    }

    private static void LeftForPerson(MarkdownText text, CampaignReport report, Scores ours, Scores probed)
    {
        text.Paragraph(
            $"With a ledger and probes the vendor is asked: at the four vendors with a recipe {Number(probed.LeftWithRecipe)} jobs are left for a person instead of {Number(ours.LeftWithRecipe)}. The {Number(probed.LookUps)} requests of look-ups",
            "are part of the requests per call. Two probes that ask for the same page at the same time are counted as a repetition, so that a wait which one of them was told can count against the other.");
        text.Table(
            ["left for a person, with a probe", "jobs"],
            report.Calls.Where(Scores.IsLeftForPerson)
                .CountBy(call => $"{call.Call.Vendor.Id}: `{call.Call.Api.Method} {Uri.UnescapeDataString(call.Call.Api.Path)}`, {call.Judgment.Reason}", StringComparer.Ordinal)
                .OrderByDescending(left => left.Value).ThenBy(left => left.Key, StringComparer.Ordinal)
                .Select(left => (IReadOnlyList<string>)[left.Key, Number(left.Value)]));
        text.Paragraph("`EffectUnknown` has no recipe. `AwaitingProbe` was refused again after each look-up, by a code that leaves the effect open, until the queue's limit of deliveries.");
    }

    internal static int Write(string page)
    {
        File.WriteAllText(PathOfPage(), page);
        return 0;
    }

    internal static int Check(string page)
    {
        string path = PathOfPage();
        if (File.Exists(path) && string.Equals(File.ReadAllText(path).ReplaceLineEndings("\n"), page, StringComparison.Ordinal))
        {
            return 0;
        }

        Console.Error.WriteLine($"docs/comparison.md is not current: run {Command} -- --write");
        return 1;
    }

    private static void Traffic(MarkdownText text, TrafficPlan plan)
    {
        text.Paragraph("## The traffic");
        text.Paragraph(
            $"{TrafficMix.PercentInBursts} % of the calls come in bursts of {TrafficMix.LeastInBurst} to {TrafficMix.MostInBurst} within {TrafficMix.BurstLength.TotalSeconds} s, as dialers send them; the others by chance. Each write has a customer of its own.",
            "What becomes of the n-th attempt of a call is decided by the plan, whoever makes it and whenever:");
        text.Table(["what becomes of it", "of 100 attempts"], TrafficMix.Attempts.Select(share => (IReadOnlyList<string>)[share.Words, share.Percent.ToString("0.00", CultureInfo.InvariantCulture)]));
        text.Paragraph(
            $"Answers take {TrafficMix.LeastLatency.TotalMilliseconds} to {TrafficMix.MostLatency.TotalMilliseconds} ms; errors that ask to wait ask for {TrafficMix.LeastWait.TotalSeconds} to {TrafficMix.MostWait.TotalSeconds} s. Beside that, and before it:");
        text.List(string.Empty,
        [
            $"every vendor but the PBX serves {TrafficMix.RequestsPerWindow} requests in {TrafficMix.RateWindow.TotalSeconds} s, and tells those above how long to wait",
            $"each vendor is out of order once: {string.Join(", ", plan.Outages.Select(outage => $"{outage.Vendor.Id} for {Math.Round(outage.Length.TotalSeconds)} s with HTTP {VendorTraffic.Of(outage.Vendor).OutageStatus}"))}; it executes nothing meanwhile",
            $"the PBX forgets all tokens {plan.PbxRestarts.Count} times",
        ]);
        text.Table(
            ["vendor", "of 100 calls", "\"too fast\" is", "refused for good with"],
            VendorTraffic.All.Select(traffic => (IReadOnlyList<string>)
            [
                traffic.Vendor.Id,
                string.Join("<br>", traffic.Calls.Select(call => $"{call.Weight} `{call.Method} {Uri.UnescapeDataString(call.Path)}`")),
                $"code {traffic.TooFast}",
                string.Join(", ", (traffic.DialRefusals ?? []).Concat(traffic.Refusals).Distinct(StringComparer.Ordinal)),
            ]));
    }

    private static IEnumerable<IReadOnlyList<string>> ExceptionRows(IReadOnlyList<IReadOnlyDictionary<string, int>> counts) => counts
        .SelectMany(known => known.Keys)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(name => (IReadOnlyList<string>)[$"`{name}`", .. counts.Select(known => Number(known.GetValueOrDefault(name)))]);

    private static string Trim(string label)
    {
        int comma = label.IndexOf(" percentile", StringComparison.Ordinal);
        return comma < 0 ? label.TrimStart('-', ' ') : "time to success";
    }

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string PathOfPage()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VendorErrors.sln")))
            {
                return Path.Combine(folder.FullName, "docs", "comparison.md");
            }
        }

        throw new InvalidOperationException("The program does not run from inside the repository.");
    }
}
