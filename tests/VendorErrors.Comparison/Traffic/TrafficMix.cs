namespace VendorErrors.Comparison.Traffic;

/// <summary>What the traffic is made of: every number of it stands here, and the page prints them.</summary>
internal static class TrafficMix
{
    /// <summary>What becomes of an attempt. What a read is asked for changes nothing, so that before and after are the same to it.</summary>
    internal static IReadOnlyList<Share> Attempts { get; } =
    [
        new(88.0, FaultKind.Done, true, "done, and said so"),
        new(2.0, FaultKind.TooFast, false, "\"too fast\" in the vendor's own way; all but the PBX say how long to wait"),
        new(1.0, FaultKind.SystemError, false, "the vendor's code for an error of its system, not executed"),
        new(0.5, FaultKind.SystemError, true, "the same, executed"),
        new(0.75, FaultKind.Unavailable, false, "HTTP 503 with `Retry-After`, not executed"),
        new(0.75, FaultKind.GatewayPage, false, "a gateway's page with HTTP 502 or 504, not executed"),
        new(0.75, FaultKind.GatewayPage, true, "the same, executed"),
        new(0.5, FaultKind.NoConnection, false, "no connection"),
        new(0.5, FaultKind.Reset, false, "the connection breaks before an answer, not executed"),
        new(0.5, FaultKind.Reset, true, "the same, executed"),
        new(0.25, FaultKind.Silence, false, "no answer within the time of an attempt, not executed"),
        new(0.5, FaultKind.Silence, true, "the same, executed 2 to 20 s later"),
        new(0.5, FaultKind.CutBody, true, "executed, and the answer breaks off within its body"),
        new(3.5, FaultKind.RefusedForGood, false, "refused for good: field, number, destination, balance, right; only writes, and then every attempt"),
    ];

    /// <summary>How many attempts of each call the plan decides on; later ones would be done.</summary>
    internal const int PlannedAttempts = 8;

    /// <summary>The time from one call to the next, on average; it makes the length of the campaign.</summary>
    internal static TimeSpan PerCall { get; } = TimeSpan.FromSeconds(0.72);

    /// <summary>How many calls of a hundred come in bursts of a dialer; the others come by chance, evenly over the campaign.</summary>
    internal const int PercentInBursts = 60;

    /// <summary>How many calls a burst has, at least and at most.</summary>
    internal const int LeastInBurst = 20;

    /// <inheritdoc cref="LeastInBurst"/>
    internal const int MostInBurst = 50;

    /// <summary>In how much time a burst comes.</summary>
    internal static TimeSpan BurstLength { get; } = TimeSpan.FromSeconds(8);

    /// <summary>How many requests a vendor serves in a window; the PBX documents no limit and has none.</summary>
    internal const int RequestsPerWindow = 30;

    internal static TimeSpan RateWindow { get; } = TimeSpan.FromSeconds(10);

    /// <summary>How long answers take; refusals by limit, token or outage take the least time.</summary>
    internal static TimeSpan LeastLatency { get; } = TimeSpan.FromMilliseconds(60);

    internal static TimeSpan MostLatency { get; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How long an error asks to wait.</summary>
    internal static TimeSpan LeastWait { get; } = TimeSpan.FromSeconds(2);

    internal static TimeSpan MostWait { get; } = TimeSpan.FromSeconds(20);

    /// <summary>How long each vendor is out of order, once in the campaign.</summary>
    internal static TimeSpan LeastOutage { get; } = TimeSpan.FromMinutes(2);

    internal static TimeSpan MostOutage { get; } = TimeSpan.FromMinutes(4);

    /// <summary>How long a vendor asks to wait while it is out of order, where it says so.</summary>
    internal static TimeSpan OutageWait { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the PBX forgets all tokens, as a restart makes it.</summary>
    internal const int PbxRestarts = 3;
}
