namespace VendorErrors.Testing;

/// <summary>How many requests a simulated vendor serves in a window of time; those above are refused, and the refusal says when the window ends. Immutable.</summary>
public sealed record RateRule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="requests">How many requests, 1 or more.</param>
    /// <param name="window">In how much time; more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not within its bounds.</exception>
    public RateRule(int requests, TimeSpan window)
    {
        Requests = requests > 0 ? requests : throw new ArgumentOutOfRangeException(nameof(requests), requests, "A rate allows at least one request.");
        Window = window > TimeSpan.Zero ? window : throw new ArgumentOutOfRangeException(nameof(window), window, "A rate counts within a time above zero.");
    }

    /// <summary>How many requests.</summary>
    public int Requests { get; }

    /// <summary>In how much time. Windows follow each other from the start of the simulated vendor.</summary>
    public TimeSpan Window { get; }

    /// <summary>The code of the refusal.</summary>
    /// <value>Default: <see cref="SimulatedApi.RateLimitCode"/>.</value>
    public string? Code { get; init; }
}
