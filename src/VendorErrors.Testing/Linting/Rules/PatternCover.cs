using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>Whether one pattern of operations takes every request that another takes.</summary>
internal static class PatternCover
{
    // Segments that no pattern is likely to name: what takes both takes any.
    private static readonly string[] s_fillers = ["q7w", "z9-k_x"];

    internal static bool Covers(string? wider, string? narrower)
    {
        if (wider is null || narrower is null)
        {
            return wider is null;
        }

        var pattern = new OperationPattern(wider);
        int at = OperationPattern.PathIn(narrower);
        string method = at == 0 ? "ANY" : narrower[..(at - 1)];
        return s_fillers.All(filler => pattern.Matches(method, $"/{narrower[at..].TrimStart('/').Replace("*", filler)}"));
    }
}
