namespace VendorErrors.Definitions;

/// <summary>
/// A vendor as data: where its codes are, what they mean, where it says how long to wait, and which of its operations are not as
/// safe as their HTTP method says. Reads like the vendor's own manual page; holds no logic. Immutable.
/// </summary>
public sealed class VendorDefinition
{
    /// <summary>What its answers look like, and what decides success, in a sentence or two for people.</summary>
    /// <value>Default: the empty text.</value>
    public string Summary { get; init; } = string.Empty;

    /// <summary>The day its documents were read, as an ISO 8601 date.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public string? ReadOn { get; init; }

    /// <summary>How many codes the vendor's documents list in all.</summary>
    /// <value>Default: <see langword="null"/>, not known.</value>
    public int? DocumentedCodes { get; init; }

    /// <summary>Names by which it was, or may be, looked for: former ids, and short ones that several vendors share.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Products under the vendor's name whose answers have shapes of their own; an envelope names the one it is for.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<VendorProduct> Products { get; init; } = [];

    /// <summary>
    /// Whether XML bodies are read as JSON ones are: local names of elements below the root, without attributes; repeated elements are a list;
    /// the root's own name is the member <c>&lt;root&gt;</c>.
    /// </summary>
    /// <value>Default: they are not, and an XML body under a 2xx is no success.</value>
    public bool ReadsXml { get; init; }

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

    /// <summary>
    /// The operations that honor the key, each as <c>[METHOD ]tail/of/path</c>, or with <c>/**</c> at its end for everything below its segments.
    /// </summary>
    /// <value>Default: none are named, and all do.</value>
    public IReadOnlyList<string> IdempotencyKeyOperations { get; init; } = [];

    internal VendorDefinition WithCodes(CodeSection first) => new()
    {
        Summary = Summary,
        ReadOn = ReadOn,
        DocumentedCodes = DocumentedCodes,
        OtherNames = OtherNames,
        Products = Products,
        ReadsXml = ReadsXml,
        Envelopes = Envelopes,
        Codes = [first, .. Codes],
        WaitHints = WaitHints,
        Operations = Operations,
        SuccessMayCarryError = SuccessMayCarryError,
        RequiredEnvelope = RequiredEnvelope,
        IdempotencyKeyHeader = IdempotencyKeyHeader,
        IdempotencyKeyOperations = IdempotencyKeyOperations,
    };
}
