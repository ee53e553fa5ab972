namespace VendorErrors.Testing;

/// <summary>How long tokens of a simulated vendor live. The defaults are those of the Yeastar P-Series. Immutable.</summary>
public sealed record TokenRules
{
    /// <summary>How long an access token lives. Default: 1800 seconds (Yeastar, Get Access Token).</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromSeconds(1800);

    /// <summary>How long a refresh token lives. Default: 86400 seconds (Yeastar, Get Access Token).</summary>
    public TimeSpan RefreshLifetime { get; init; } = TimeSpan.FromSeconds(86400);

    /// <summary>How many access tokens may be valid at a time. Default: 8 (observed at the Yeastar P-Series). Signing in beyond it is refused.</summary>
    public int Slots { get; init; } = 8;
}
