namespace VendorErrors.Testing;

/// <summary>How a simulated vendor behaves. Immutable.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The clock.</summary>
    /// <value>Default: the system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The seed of random steps: the same seed and the same requests in the same order make the same answers.</summary>
    /// <value>Default: 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>How long each answer takes.</summary>
    /// <value>Range: zero or more. Default: zero.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan Latency { get; init => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Time cannot run backwards."); }

    /// <summary>What the vendor's API looks like from outside.</summary>
    /// <value>Default: that of the vendor where this package knows it, otherwise what HTTP methods say.</value>
    public SimulatedApi? Api { get; init; }

    /// <summary>Whether requests need a token that expires.</summary>
    /// <value>Default: <see langword="null"/>, no request is looked at for one.</value>
    public TokenRules? Tokens { get; init; }

    /// <summary>How many requests are served in how much time.</summary>
    /// <value>Default: <see langword="null"/>, as many as come.</value>
    public RateRule? Rate { get; init; }

    /// <summary>When its lists and logs show what it did: those that the documents of Dialnexa, Dexatel, Yeastar and 8x8 describe.</summary>
    /// <value>Default: all defaults.</value>
    public LookUpRules LookUps { get; init; } = new();

    /// <summary>Which events it sends of what it did where a step has none of its own. An event that the vendor has not throws <see cref="InvalidOperationException"/> at the client.</summary>
    /// <value>Default: <see langword="null"/>, none.</value>
    public EventRules? Events { get; init; }

    /// <summary>Called with each request once it is decided what becomes of it, to watch them; one at a time.</summary>
    /// <value>Default: nobody.</value>
    public Action<SimulatedRequest>? Observe { get; init; }

    /// <summary>
    /// Chooses the step for a request that neither an outage, a token nor the rate stops; <see langword="null"/> leaves it to the script.
    /// Called for one request at a time; a step that cannot be played throws <see cref="InvalidOperationException"/> at the client.
    /// </summary>
    /// <value>Default: none.</value>
    public Func<SimulatedRequest, SimulatedStep?>? Choose { get; init; }
}
