namespace VendorErrors.Packs;

/// <summary>What a simulated vendor needs to know besides the errors: what its successes look like, and how it gives tokens.</summary>
internal sealed record PackSimulation
{
    /// <summary>The code of a refusal for the sake of a rate; null for the first code that means it.</summary>
    public string? RateLimitCode { get; init; }

    /// <summary>The members whose values say whom a request is about; empty for those that are common.</summary>
    public IReadOnlyList<string> SubjectMembers { get; init; } = [];

    public IReadOnlyList<PackOperation> Operations { get; init; } = [];

    /// <summary>How tokens are given, by the names of the members of TokenApi in camel case; null for OAuth 2.0.</summary>
    public IReadOnlyDictionary<string, string>? Tokens { get; init; }
}
