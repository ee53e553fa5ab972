using System.Globalization;

namespace VendorErrors.Comparison.Measures;

/// <summary>One row of the table: what is measured, how to read it, and the value of each contestant.</summary>
/// <param name="Label">What is measured.</param>
/// <param name="Meaning">How to read it.</param>
/// <param name="Value">The value.</param>
internal sealed record ScoreRow(string Label, string Meaning, Func<Scores, string> Value)
{
    internal static IReadOnlyList<ScoreRow> All { get; } =
    [
        Count("customers called or messaged twice", "A dial or a message that the vendor executed more than once.", scores => scores.CustomersTwice),
        Count("other plain writes done twice", "Something created twice, or a customer's code checked twice, which uses it up. A second deletion changes nothing and is not counted.", scores => scores.OthersTwice),
        Count("failures taken for success", "The caller was told that it was done, and the vendor had never done it.", scores => scores.FalseSuccesses),
        Count(
            "calls that should have succeeded and did not",
            $"The vendor would have done it on one of the first {1 + Contestants.Contestant.MaxRetryAttempts} attempts and within {Traffic.TrafficPlan.Patience.TotalSeconds} s, and never did; of a read, the answer never came.",
            scores => scores.Lost),
        Count("- the caller was told: done", "Nobody will look after these.", scores => scores.LostAndToldSuccess),
        Count("- the caller was told: unknown", "Somebody has to look whether it happened, and it did not.", scores => scores.LostAndToldUnknown),
        Count("- the caller was told: failed", "The caller may safely ask again.", scores => scores.LostAndToldFailure),
        Count("executed, and the caller was told: unknown", "Somebody has to look whether it happened, and it did. Writes only.", scores => scores.DoneAndToldUnknown),
        Count("executed, and the caller was told: failed", "Whoever believes it and asks again does it twice. Writes only.", scores => scores.DoneAndToldFailure),
        Count("jobs left for a person", "A plain write of which the caller does not know whether it was done: whoever sends it again may do it twice, so a person has to look. Deletions are not counted.", scores => scores.LeftForPerson),
        Count("- at the four vendors with a recipe for a probe", "Those of dialnexa, dexatel, yeastar-p-series and 8x8-connect.", scores => scores.LeftWithRecipe),
        Count("- at talkdesk-dialer, which has none", "The vendor documents no look-up of what it did.", scores => scores.LeftForPerson - scores.LeftWithRecipe),
        Count("requests wasted on hopeless retries", "Requests of a call that the vendor had already refused for good.", scores => scores.HopelessRetries),
        Count("requests sent while the vendor had asked to wait", "After the error of a limit every request to that account counts, after any other error the repetition of that request.", scores => scores.InsideWaits),
        new("refreshes per unexpected expiry", "How often a new token was got because the PBX refused the present one, for each time that the PBX had forgotten its tokens; 0 means that nobody noticed.", scores => scores.RefreshesPerExpiry.ToString("0.0", CultureInfo.InvariantCulture)),
        Count("calls done, and the caller told so", "What is left when all goes well, with or without retries.", scores => scores.DoneAndToldSuccess),
        Time("time to success, 50th percentile", 0.5),
        Time("time to success, 95th percentile", 0.95),
        Time("time to success, 99th percentile", 0.99),
        new("requests per call", "The load on the vendor, look-ups of probes included. Requests for tokens are not counted.", scores => scores.RequestsPerCall.ToString("0.000", CultureInfo.InvariantCulture)),
    ];

    private static ScoreRow Count(string label, string meaning, Func<Scores, int> count) =>
        new(label, meaning, scores => count(scores).ToString("#,0", CultureInfo.InvariantCulture));

    private static ScoreRow Time(string label, double share) => new(
        label,
        "From the call to the answer in virtual time, of the calls that were done and whose callers were told so. Who succeeds where others gave up, takes longer here.",
        scores => string.Create(CultureInfo.InvariantCulture, $"{scores.TimeToSuccess(share).TotalSeconds:0.00} s"));
}
