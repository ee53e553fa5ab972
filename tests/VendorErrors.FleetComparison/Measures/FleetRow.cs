using System.Globalization;

namespace VendorErrors.FleetComparison.Measures;

/// <summary>One row of the table: what is measured, how to read it, and the value of a run.</summary>
/// <param name="Label">What is measured.</param>
/// <param name="Meaning">How to read it.</param>
/// <param name="Value">The value.</param>
internal sealed record FleetRow(string Label, string Meaning, Func<FleetReport, string> Value)
{
    internal static IReadOnlyList<FleetRow> All { get; } =
    [
        Count("customers called or messaged twice", "A dial or a message that the vendor executed more than once.", report => report.CustomersTwice),
        Count("- of these, a worker was killed with it", "The others were delivered twice by the queue, or sent again after a fault.", report => report.CustomersTwiceAfterKill),
        Count("other plain writes done twice", "Something created twice, or a customer's code checked twice.", report => report.OthersTwice),
        Count("failures taken for success", "The message was acknowledged as done, and the vendor had never done it.", report => report.FalseSuccesses),
        Count("calls that should have succeeded and did not", "The vendor would have done it on one of the first 4 attempts, and never did.", report => report.Lost),
        Count("- the worker said: done", "Nobody will look after these.", report => report.LostAndToldSuccess),
        Count("- the worker said: unknown", "Somebody has to look whether it happened, and it did not.", report => report.LostAndToldUnknown),
        Count("- the worker said: failed", "It may safely be asked for again.", report => report.LostAndToldFailure),
        Count("executed, and the worker said: unknown", "Somebody has to look whether it happened, and it did.", report => report.DoneAndToldUnknown),
        Count("executed, and the worker said: failed", "Whoever believes it and asks again does it twice.", report => report.DoneAndToldFailure),
        Count("jobs left for a person", "Writes of which the worker said in the end: unknown.", report => report.LeftForPerson),
        Count("- where the vendor has a look-up", "Calls of Dialnexa and Yeastar, messages of Dexatel and 8x8.", report => report.LeftForPersonWithLookUp),
        Count("- at Talkdesk, which has none", "Its calls are always left for a person.", report => report.LeftForPersonAtTalkdesk),
        Count("requests wasted on hopeless retries", "Requests of a call that the vendor had already refused for good.", report => report.HopelessRetries),
        Count("requests sent while the vendor had asked to wait", "After the error of a limit every request to that account counts, after any other error the repetition of that request.", report => report.InsideWaits),
        Count("calls done, and the worker said so", "What is left when all goes well.", report => report.DoneAndToldSuccess),
        Seconds("time to success, 50th percentile", report => report.Median),
        Seconds("time to success, 95th percentile", report => report.Percentile95),
        Seconds("time to success, 99th percentile", report => report.Percentile99),
        new("requests per call", "The load on the vendor. The questions of a probe are not counted.", report => Text((double)report.Requests / report.Jobs, "0.000")),
        new("deliveries per job", "How often the queue delivered a message.", report => Text((double)report.Deliveries / report.Jobs, "0.000")),
        new("calls a second", "From the first delivery to the last acknowledgement, with all that happened in between.", report => Text(report.Jobs / report.Seconds, "0")),
        Count("worker processes killed", "By SIGKILL.", report => report.WorkersKilled),
        Count("calls killed before the first byte left", "After the claim, where there is a ledger.", report => report.Kills[0]),
        Count("calls killed in flight", "The vendor had received the request, and executed it after the death of the worker.", report => report.Kills[1]),
        Count("calls killed after execution, before completion", "The answer had arrived, and nothing was written down yet.", report => report.Kills[2]),
        Count("calls killed before the acknowledgement", "All was written down, and the queue did not know it yet.", report => report.Kills[3]),
        Count("calls killed elsewhere", "What killed workers had besides.", report => report.AlsoKilled),
        Count("times the store was killed", "In the middle of the run; where there is one.", report => report.StoreKills),
        Count("writes that the store lost", "Only of `everysec`: those of the second that was cut off.", report => report.StoreWritesLost),
    ];

    private static FleetRow Count(string label, string meaning, Func<FleetReport, int> count) =>
        new(label, meaning, report => count(report).ToString("#,0", CultureInfo.InvariantCulture));

    private static FleetRow Seconds(string label, Func<FleetReport, double> seconds) => new(
        label, "From the first delivery of the message to its end, of the calls that were done and whose worker said so; the leases of dead workers are in it.", report => $"{Text(seconds(report), "0.00")} s");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
