namespace VendorErrors.Testing.Conformance;

/// <summary>An answer as the vendor gave it, and what it has to mean. Take names and phone numbers out before you keep one. Immutable.</summary>
public sealed record CapturedAnswer
{
    /// <summary>A captured failure.</summary>
    /// <param name="name">What it is, for the test's name.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body; empty where there was none.</param>
    /// <param name="category">What went wrong.</param>
    public CapturedAnswer(string name, int status, string body, ErrorCategory category)
        : this(name, status, body, VendorOutcome.Failure) => Category = category;

    /// <summary>A captured answer that is no failure.</summary>
    /// <param name="name">What it is, for the test's name.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body; empty where there was none.</param>
    /// <param name="outcome">What it means.</param>
    public CapturedAnswer(string name, int status, string body, VendorOutcome outcome)
    {
        Name = name;
        Status = status;
        Body = body;
        Outcome = outcome;
    }

    /// <summary>What it is, for the test's name.</summary>
    public string Name { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body; empty where there was none.</summary>
    public string Body { get; }

    /// <summary>The response headers.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The method of the request.</summary>
    /// <value>Default: not known.</value>
    public string? Method { get; init; }

    /// <summary>The path of the request.</summary>
    /// <value>Default: not known.</value>
    public string? Path { get; init; }

    /// <summary>When it came: the clock for dates in its headers.</summary>
    /// <value>Default: such dates are read against the present time.</value>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The outcome it has to have.</summary>
    public VendorOutcome Outcome { get; }

    /// <summary>The category it has to have; <see langword="null"/> where it is no failure.</summary>
    public ErrorCategory? Category { get; }

    /// <summary>The effect it has to have.</summary>
    /// <value>Default: not checked.</value>
    public Effect? Effect { get; init; }

    /// <summary>The code it has to be read with.</summary>
    /// <value>Default: not checked.</value>
    public string? Code { get; init; }

    /// <summary>The least wait it has to ask for.</summary>
    /// <value>Default: not checked.</value>
    public TimeSpan? Wait { get; init; }

    /// <summary>The name; nothing of the body, which may hold phone numbers.</summary>
    public override string ToString() => Name;
}
