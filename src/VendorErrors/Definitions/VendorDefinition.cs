namespace VendorErrors.Definitions;

/// <summary>
/// A vendor as data: where its codes are, what they mean, where it says how long to wait, and which of its operations are not as
/// safe as their HTTP method says. Reads like the vendor's own manual page; holds no logic. Immutable.
/// </summary>
public sealed class VendorDefinition
{
    /// <summary>The shapes of body, tried in order. Bodies that are no JSON (HTML, text, empty, broken) need no envelope.</summary>
    /// <value>Default: none, and the HTTP status decides alone.</value>
    public IReadOnlyList<Envelope> Envelopes { get; init; } = [];

    /// <summary>The catalog.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<CodeSection> Codes { get; init; } = [];

    /// <summary>
    /// Where the vendor says how long to wait, besides <c>Retry-After</c> and a sentence in the message, which are always looked at; see
    /// <see cref="WaitHint"/> for when they count.
    /// </summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<WaitHint> WaitHints { get; init; } = [];

    /// <summary>Operations whose HTTP method lies about their safety; the first that matches counts.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<OperationRule> Operations { get; init; } = [];

    /// <summary>
    /// Whether a 2xx answer may carry an error or a partial success, so that a client that streams has to look into it. Where it is <see
    /// langword="false"/>, an error under 2xx contradicts the vendor's own rule, and the effect counts as unknown.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool SuccessMayCarryError { get; init; } = true;

    /// <summary>The operations whose success always has one of <see cref="Envelopes"/>, by the vendor's documents.</summary>
    /// <value>Default: none, and a 2xx that no envelope takes is decided by the HTTP status and by its shape.</value>
    public RequiredEnvelope? RequiredEnvelope { get; init; }

    /// <summary>The header with which the vendor honors an idempotency key.</summary>
    /// <value>Default: none.</value>
    public string? IdempotencyKeyHeader { get; init; }

    internal VendorDefinition WithCodes(CodeSection first) => new()
    {
        Envelopes = Envelopes,
        Codes = [first, .. Codes],
        WaitHints = WaitHints,
        Operations = Operations,
        SuccessMayCarryError = SuccessMayCarryError,
        RequiredEnvelope = RequiredEnvelope,
        IdempotencyKeyHeader = IdempotencyKeyHeader,
    };
}
