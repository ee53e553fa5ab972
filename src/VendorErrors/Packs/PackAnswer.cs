namespace VendorErrors.Packs;

/// <summary>An answer that a pack carries, and what it has to mean. What is null is not checked.</summary>
internal sealed record PackAnswer
{
    public string Name { get; init; } = string.Empty;

    /// <summary>The title and address of the document it is from.</summary>
    public Definitions.SourceDocument? Document { get; init; }

    public string? Method { get; init; }

    public string? Path { get; init; }

    public int Status { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public DateTimeOffset? ReceivedAt { get; init; }

    public string Body { get; init; } = string.Empty;

    public VendorOutcome Outcome { get; init; }

    public ErrorCategory? Category { get; init; }

    public Effect? Effect { get; init; }

    /// <summary>Whether the code is stated, be it that there is none.</summary>
    public bool StatesCode { get; init; }

    public string? Code { get; init; }

    public string? Message { get; init; }

    public string? CorrelationId { get; init; }

    public IReadOnlyList<string>? Fields { get; init; }

    public IReadOnlyList<string>? Items { get; init; }

    public TimeSpan? Wait { get; init; }

    public RetryDisposition? Retry { get; init; }
}
