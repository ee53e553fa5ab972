namespace VendorErrors.Testing;

/// <summary>How long tokens of a simulated vendor live. The defaults are those of the Yeastar P-Series. Immutable.</summary>
public sealed record TokenRules
{
    /// <summary>How long an access token lives.</summary>
    /// <value>Default: 1800 seconds (Yeastar, Get Access Token).</value>
    /// <exception cref="ArgumentOutOfRangeException">It is 0 or less.</exception>
    public TimeSpan Lifetime { get; init => field = AboveZero(value); } = TimeSpan.FromSeconds(1800);

    /// <summary>How long a refresh token lives.</summary>
    /// <value>Default: 86400 seconds (Yeastar, Get Access Token).</value>
    /// <exception cref="ArgumentOutOfRangeException">It is 0 or less.</exception>
    public TimeSpan RefreshLifetime { get; init => field = AboveZero(value); } = TimeSpan.FromSeconds(86400);

    /// <summary>How many access tokens may be valid at a time. Signing in beyond it is refused.</summary>
    /// <value>Default: 8 (observed at the Yeastar P-Series).</value>
    /// <exception cref="ArgumentOutOfRangeException">There is not even one.</exception>
    public int Slots { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A vendor has at least one slot for tokens."); } = 8;

    private static TimeSpan AboveZero(TimeSpan value) => value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A token lives for a time above zero.");
}
