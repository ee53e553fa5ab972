namespace VendorErrors.FleetComparison.Plan;

/// <summary>How large a run is, and its times. They are shorter than the defaults, so that a run takes minutes; the same for each contestant.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Jobs">How many jobs there are.</param>
/// <param name="KillsPerWindow">In how many calls of each window a worker is killed.</param>
/// <param name="Workers">How many worker processes run at once.</param>
/// <param name="Slots">How many jobs a worker has at once.</param>
/// <param name="CallsPerKill">How many calls are in their window when a worker is killed, at the most.</param>
/// <param name="Spares">How many processes are kept ready to take the place of killed ones.</param>
internal sealed record FleetScale(string Name, int Jobs, int KillsPerWindow, int Workers, int Slots, int CallsPerKill, int Spares)
{
    internal static IReadOnlyList<FleetScale> All { get; } =
    [
        new("long", Jobs: 10_000, KillsPerWindow: 620, Workers: 4, Slots: 16, CallsPerKill: 16, Spares: 3)
        {
            AttemptTimeout = TimeSpan.FromSeconds(4),
            TotalTimeout = TimeSpan.FromSeconds(30),
            Lease = TimeSpan.FromSeconds(10),
            StoreTimeout = TimeSpan.FromSeconds(3),
            QuietTime = TimeSpan.FromSeconds(5),
            Visibility = TimeSpan.FromSeconds(40),
            StoreOutage = TimeSpan.FromSeconds(3),
        },
        new("small", Jobs: 240, KillsPerWindow: 6, Workers: 2, Slots: 16, CallsPerKill: 6, Spares: 1)
        {
            AttemptTimeout = TimeSpan.FromSeconds(2),
            TotalTimeout = TimeSpan.FromSeconds(5),
            Lease = TimeSpan.FromSeconds(4),
            StoreTimeout = TimeSpan.FromSeconds(2),
            QuietTime = TimeSpan.FromSeconds(1),
            Visibility = TimeSpan.FromSeconds(7),
            StoreOutage = TimeSpan.FromSeconds(1),
        },
    ];

    /// <summary>The time of one attempt.</summary>
    public required TimeSpan AttemptTimeout { get; init; }

    /// <summary>The time of a whole call with its retries.</summary>
    public required TimeSpan TotalTimeout { get; init; }

    /// <summary>The ledger's lease.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>How long the ledger waits for its store.</summary>
    public required TimeSpan StoreTimeout { get; init; }

    /// <summary>How long after the lease a probe is asked.</summary>
    public required TimeSpan QuietTime { get; init; }

    /// <summary>How long the queue waits for an acknowledgement.</summary>
    public required TimeSpan Visibility { get; init; }

    /// <summary>How long the store is away in the middle of a run.</summary>
    public required TimeSpan StoreOutage { get; init; }

    /// <summary>How long the queue keeps a message back that is to be delivered again, where nobody says how long.</summary>
    internal static TimeSpan QueueDelay { get; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the queue delivers a message that is always given back, before it is put aside.</summary>
    internal const int MostDeliveries = 20;

    /// <summary>How often the vendor is asked about one call.</summary>
    internal const int MostProbes = 2;

    internal static FleetScale? Find(string name) => All.FirstOrDefault(scale => scale.Name == name);
}
