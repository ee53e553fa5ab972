namespace VendorErrors.Testing;

/// <summary>One request that a simulated vendor received, and what became of it. Immutable.</summary>
public sealed record SimulatedRequest
{
    internal SimulatedRequest()
    {
    }

    /// <summary>Its number, from 1, in the order of arrival.</summary>
    public int Number { get; internal init; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset At { get; internal init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; internal init; } = string.Empty;

    /// <summary>The path, without host and query.</summary>
    public string Path { get; internal init; } = string.Empty;

    /// <summary>The values of the query, unescaped, by name. May hold a token.</summary>
    public IReadOnlyDictionary<string, string> Query { get; internal init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The headers, with case-insensitive names. May hold a key.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; internal init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The body as text; empty where there is none.</summary>
    public string Body { get; internal init; } = string.Empty;

    /// <summary>What it asks for.</summary>
    public OperationKind Kind { get; internal init; }

    /// <summary>Whom it is about: phone numbers or ids from body and query. Empty where it names nobody.</summary>
    public IReadOnlyList<string> Subjects { get; internal init; } = [];

    /// <summary>
    /// For whom it was done: nobody where it was not executed; of a batch that was done in part, those whose entries the answer does not
    /// refuse, by their position.
    /// </summary>
    public IReadOnlyList<string> Reached { get; internal init; } = [];

    /// <summary>Whether the vendor did what was asked, whatever it answered, by the time when <see cref="VendorSimulator.Requests"/> was read.</summary>
    public bool IsExecuted { get; internal init; }

    /// <summary>When it was executed; <see langword="null"/> where it was not. Later than <see cref="At"/> after a <see cref="SimulatedStep.LateExecution"/>.</summary>
    public DateTimeOffset? ExecutedAt { get; internal init; }

    /// <summary>Whether it came before a wait was over that the vendor had asked for.</summary>
    public bool IsInsideWait { get; internal init; }

    /// <summary>What the vendor did with it, in words: the code, the HTTP status, the connection.</summary>
    public string Outcome { get; internal init; } = string.Empty;

    /// <summary>Whose words a path may be printed with.</summary>
    internal Vendor? Vendor { get; init; }

    /// <summary>
    /// Number, method, redacted path and outcome, in one line; nothing of query, headers and body, which may hold tokens and phone numbers.
    /// </summary>
    public override string ToString() =>
        $"{Number} {Method} {Redactor.PathText(Path, Vendor)}: {Outcome}{(IsExecuted ? ", executed" : string.Empty)}{(IsInsideWait ? ", too early" : string.Empty)}";
}
