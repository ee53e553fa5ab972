namespace VendorErrors.Testing.Simulation;

/// <summary>An access token with the refresh token that came with it.</summary>
internal sealed class TokenPair(string access, string refresh)
{
    public string Access { get; } = access;

    public string Refresh { get; } = refresh;

    public DateTimeOffset AccessUntil { get; set; }

    public DateTimeOffset RefreshUntil { get; set; }
}
