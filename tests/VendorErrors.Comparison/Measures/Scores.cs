using VendorErrors.Comparison.Contestants;
using VendorErrors.Comparison.Stage;
using VendorErrors.Comparison.Traffic;

namespace VendorErrors.Comparison.Measures;

/// <summary>What the simulated vendors really did, set against what callers were told.</summary>
internal sealed class Scores(CampaignReport report)
{
    private readonly TimeSpan[] _times = [.. report.Calls.Where(call => call.Told == Told.Success && call.IsDone).Select(call => call.Took).Order()];

    public int CustomersTwice { get; } = report.Calls.Count(call => call.Executed > 1 && call.Call.Api.Purpose is CallPurpose.Dial or CallPurpose.Send);

    public int OthersTwice { get; } = report.Calls.Count(call => call.Executed > 1 && call.Call.Api.Purpose is CallPurpose.Create or CallPurpose.CheckCode);

    public WritingGets CodeChecks { get; } = WritingGets.Of(report, CallPurpose.CheckCode);

    public WritingGets DeletionsByGet { get; } = WritingGets.Of(report, CallPurpose.Delete);

    public int FalseSuccesses { get; } = report.Calls.Count(IsFalseSuccess);

    public int Lost { get; } = Count(report, _ => true);

    public int LostAndToldSuccess { get; } = Count(report, call => call.Told == Told.Success);

    public int LostAndToldUnknown { get; } = Count(report, call => call.Told == Told.Unknown);

    public int LostAndToldFailure { get; } = Count(report, call => call.Told == Told.Failure);

    public int DoneAndToldUnknown { get; } = report.Calls.Count(call => IsWriteDone(call) && call.Told == Told.Unknown);

    public int DoneAndToldFailure { get; } = report.Calls.Count(call => IsWriteDone(call) && call.Told == Told.Failure);

    public int LeftForPerson { get; } = report.Calls.Count(IsLeftForPerson);

    public int LeftWithRecipe { get; } = report.Calls.Count(call => IsLeftForPerson(call) && VendorTraffic.Of(call.Call.Vendor).HasRecipe);

    public int LookUps { get; } = report.LookUps.Count;

    public int HopelessRetries { get; } = report.Calls.Where(call => call.Call.IsRefusedForGood).Sum(RequestsAfterRefusal);

    public int InsideWaits { get; } = report.Calls.Sum(call => call.Requests.Count(request => request.IsInsideWait)) + report.LookUps.Count(request => request.IsInsideWait);

    public double RefreshesPerExpiry { get; } = (double)report.Refreshes / report.Plan.PbxRestarts.Count;

    public int DoneAndToldSuccess => _times.Length;

    public double RequestsPerCall { get; } = (report.Calls.Sum(call => call.Requests.Count) + report.LookUps.Count) / (double)report.Calls.Count;

    /// <summary>The time within which this share of the calls that were done, and whose callers were told so, came to that end.</summary>
    public TimeSpan TimeToSuccess(double share) => _times.Length == 0 ? TimeSpan.Zero : _times[Math.Max(0, (int)Math.Ceiling(share * _times.Length) - 1)];

    /// <summary>The caller was told that it was done, and it was not.</summary>
    internal static bool IsFalseSuccess(CallReport call) => call.Told == Told.Success && call.Executed == 0;

    /// <summary>Nobody knows whether it was done, and a second request could do it twice.</summary>
    internal static bool IsLeftForPerson(CallReport call) => call.Call.Api.IsPlainWrite && call.Told == Told.Unknown;

    /// <summary>The calls that should have succeeded and did not.</summary>
    internal static IEnumerable<CallReport> LostCalls(CampaignReport report) => report.Calls.Where(call => report.Plan.CanSucceed(call.Call) && !call.IsDone);

    /// <summary>The calls that ended without an answer, by what the caller got in its place.</summary>
    internal static IReadOnlyDictionary<string, int> Exceptions(CampaignReport report) =>
        report.Calls.Where(call => call.Told == Told.Unknown).CountBy(call => call.Judgment.Reason ?? "not told", StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static int Count(CampaignReport report, Func<CallReport, bool> condition) =>
        LostCalls(report).Count(condition);

    private static bool IsWriteDone(CallReport call) => !call.IsRead && call.Executed > 0;

    /// <summary>How many requests followed the first refusal; an outage, a token or a limit that stopped one before is none.</summary>
    private static int RequestsAfterRefusal(CallReport call) =>
        call.FirstServed is { } refused ? call.Requests.Count(request => request.Number > refused) : 0;
}
