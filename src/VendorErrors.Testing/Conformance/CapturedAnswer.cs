using VendorErrors.Packs;

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
    public ErrorCategory? Category { get; private init; }

    /// <summary>The effect it has to have.</summary>
    /// <value>Default: not checked.</value>
    public Effect? Effect { get; init; }

    /// <summary>The code it has to be read with.</summary>
    /// <value>Default: not checked.</value>
    public string? Code { get; init; }

    /// <summary>The least wait it has to ask for.</summary>
    /// <value>Default: not checked.</value>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether it is known that there is no code; then none may be read.</summary>
    /// <value>Default: not checked.</value>
    public bool HasNoCode { get; init; }

    /// <summary>A part of the vendor's words that has to be among its messages.</summary>
    /// <value>Default: not checked.</value>
    public string? Message { get; init; }

    /// <summary>The correlation id it has to be read with.</summary>
    /// <value>Default: not checked.</value>
    public string? CorrelationId { get; init; }

    /// <summary>The fields it has to complain about, in their order; <c>-</c> for one without a name.</summary>
    /// <value>Default: not checked.</value>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>The failed entries of its list, each as its number, its code (<c>-</c> for none) and its category: <c>0 1523 invalid_destination</c>.</summary>
    /// <value>Default: not checked.</value>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>What it has to say about sending again.</summary>
    /// <value>Default: not checked.</value>
    public RetryDisposition? Retry { get; init; }

    /// <summary>The answers that a vendor's pack carries. Reads them each time.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <returns>The answers in the order of the pack; none for a vendor that is defined in C#.</returns>
    public static IReadOnlyList<CapturedAnswer> Of(Vendor vendor)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        return [.. vendor.ContentWithAnswers.Answers.Select(FromPack)];
    }

    /// <summary>The name; nothing of the body, which may hold phone numbers.</summary>
    public override string ToString() => Name;

    private static CapturedAnswer FromPack(PackAnswer answer) => new(answer.Name, answer.Status, answer.Body, answer.Outcome)
    {
        Category = answer.Category,
        Headers = answer.Headers,
        Method = answer.Method,
        Path = answer.Path,
        ReceivedAt = answer.ReceivedAt,
        Effect = answer.Effect,
        Code = answer.Code,
        HasNoCode = answer.StatesCode && answer.Code is null,
        Message = answer.Message,
        CorrelationId = answer.CorrelationId,
        Fields = answer.Fields,
        Items = answer.Items,
        Wait = answer.Wait,
        Retry = answer.Retry,
    };
}
