namespace VendorErrors.Testing;

/// <summary>How a simulated vendor behaves. Immutable.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The seed of all chances: the same seed and the same requests in the same order make the same answers. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How long each answer takes, 0 or more. Default: no time at all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan Latency { get; init => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Time cannot run backwards."); }

    /// <summary>What the vendor's API looks like from outside. Default: that of the vendor where this package knows it, else what HTTP methods tell.</summary>
    public SimulatedApi? Api { get; init; }

    /// <summary>Whether requests need a token that expires. Default: <see langword="null"/>, no request is looked at for one.</summary>
    public TokenRules? Tokens { get; init; }

    /// <summary>How many requests are served in how much time. Default: <see langword="null"/>, as many as come.</summary>
    public RateRule? Rate { get; init; }

    /// <summary>Called with each request once it is decided what becomes of it, for whoever wants to watch; one at a time. Default: nobody.</summary>
    public Action<SimulatedRequest>? Observe { get; init; }

    /// <summary>
    /// Chooses the step for a request that neither an outage, a token nor the rate stops; <see langword="null"/> leaves it to the script.
    /// Called for one request at a time; a step that cannot be played throws <see cref="InvalidOperationException"/> at the client. Default: none.
    /// </summary>
    public Func<SimulatedRequest, SimulatedStep?>? Choose { get; init; }
}
