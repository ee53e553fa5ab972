using VendorErrors.Comparison.Contestants;
using VendorErrors.FleetComparison.Plan;

namespace VendorErrors.FleetComparison.Measures;

/// <summary>What came of one run, as it is kept in a file.</summary>
internal sealed record FleetReport
{
    private const int MostTraces = 20;

    public string Contestant { get; init; } = string.Empty;

    public string? Store { get; init; }

    public string Scale { get; init; } = string.Empty;

    public int Seed { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public double Seconds { get; init; }

    public int Jobs { get; init; }

    public int CustomersTwice { get; init; }

    public int CustomersTwiceAfterKill { get; init; }

    public int OthersTwice { get; init; }

    public int FalseSuccesses { get; init; }

    public int Lost { get; init; }

    public int LostAndToldSuccess { get; init; }

    public int LostAndToldUnknown { get; init; }

    public int LostAndToldFailure { get; init; }

    public int DoneAndToldUnknown { get; init; }

    public int DoneAndToldFailure { get; init; }

    public int DoneAndToldSuccess { get; init; }

    public int LeftForPerson { get; init; }

    public int LeftForPersonWithLookUp { get; init; }

    public int LeftForPersonAtTalkdesk { get; init; }

    public int HopelessRetries { get; init; }

    public int InsideWaits { get; init; }

    public int Requests { get; init; }

    public double Median { get; init; }

    public double Percentile95 { get; init; }

    public double Percentile99 { get; init; }

    public int Deliveries { get; init; }

    public int Overdue { get; init; }

    public int WorkersKilled { get; init; }

    public int WorkersCrashed { get; init; }

    /// <summary>Calls that were killed in their window, by window.</summary>
    public IReadOnlyList<int> Kills { get; init; } = [];

    /// <summary>Calls that a killed worker had besides.</summary>
    public int AlsoKilled { get; init; }

    public int StoreKills { get; init; }

    public int StoreWritesLost { get; init; }

    /// <summary>Why messages were left to a person.</summary>
    public IReadOnlyDictionary<string, int> Reasons { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The first of those that were done twice or taken for success, with all that happened.</summary>
    public IReadOnlyList<string> Traces { get; init; } = [];

    internal static FleetReport Of(IReadOnlyList<FleetCall> calls)
    {
        TimeSpan[] times = [.. calls.Where(call => call.Told == Told.Success && call.IsDone).Select(call => call.State.Took).Order()];
        return new FleetReport
        {
            Jobs = calls.Count,
            CustomersTwice = calls.Count(call => call.IsCustomerTwice),
            CustomersTwiceAfterKill = calls.Count(call => call.IsCustomerTwice && call.State.WasKilled),
            OthersTwice = calls.Count(call => call.IsOtherTwice),
            FalseSuccesses = calls.Count(call => call.IsFalseSuccess),
            Lost = calls.Count(call => call.IsLost),
            LostAndToldSuccess = calls.Count(call => call.IsLost && call.Told == Told.Success),
            LostAndToldUnknown = calls.Count(call => call.IsLost && call.Told == Told.Unknown),
            LostAndToldFailure = calls.Count(call => call.IsLost && call.Told == Told.Failure),
            DoneAndToldUnknown = calls.Count(call => !call.Job.IsRead && call.Executed > 0 && call.Told == Told.Unknown),
            DoneAndToldFailure = calls.Count(call => !call.Job.IsRead && call.Executed > 0 && call.Told == Told.Failure),
            DoneAndToldSuccess = times.Length,
            LeftForPerson = calls.Count(IsLeft),
            LeftForPersonWithLookUp = calls.Count(call => IsLeft(call) && call.Job.HasLookUp),
            LeftForPersonAtTalkdesk = calls.Count(call => IsLeft(call) && call.Job.Call.Vendor == Vendor.TalkdeskDialer),
            HopelessRetries = calls.Where(call => call.Job.Call.IsRefusedForGood).Sum(call => Math.Max(0, call.Requests.Count - 1)),
            InsideWaits = calls.Sum(call => call.Requests.Count(request => request.IsInsideWait)),
            Requests = calls.Sum(call => call.Requests.Count),
            Median = Percentile(times, 0.5),
            Percentile95 = Percentile(times, 0.95),
            Percentile99 = Percentile(times, 0.99),
            Reasons = calls.Where(IsLeft).CountBy(call => call.State.End?.Reason ?? "none", StringComparer.Ordinal).OrderByDescending(reason => reason.Value).ToDictionary(StringComparer.Ordinal),
            Traces = [.. calls.Where(call => call.IsCustomerTwice || call.IsFalseSuccess || call.IsOtherTwice).Take(MostTraces).SelectMany(call => call.Trace())],
        };
    }

    /// <summary>A read changes nothing: it is asked again.</summary>
    private static bool IsLeft(FleetCall call) => !call.Job.IsRead && call.State.IsLeftForPerson;

    private static double Percentile(TimeSpan[] times, double share) => times.Length == 0 ? 0 : times[Math.Max(0, (int)Math.Ceiling(share * times.Length) - 1)].TotalSeconds;
}
