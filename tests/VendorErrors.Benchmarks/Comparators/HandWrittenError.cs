namespace VendorErrors.Benchmarks.Comparators;

/// <summary>What a careful person's own code would keep of an error.</summary>
internal sealed record HandWrittenError(
    ErrorCategory Category,
    string Code,
    IReadOnlyList<string> Messages,
    IReadOnlyList<string> Fields,
    string? CorrelationId,
    TimeSpan? Wait);
