using System.Buffers;
using System.Text;
using VendorErrors.Classification;
using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;

namespace VendorErrors;

/// <summary>
/// A vendor product whose answers can be classified. Choose it by configuration, never by looking at a body: unrelated vendors
/// share the same shapes. Immutable and safe for use by several threads; its catalog is built when it is first used.
/// </summary>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(VendorJsonConverter))]
#endif
public sealed partial class Vendor
{
    // One for all threads, since a row is known by its reference.
    private readonly Lazy<VendorDefinition> _definition;

    // Made when first needed, each on its own. Two threads may make two, which are the same.
    private Catalog? _catalog;
    private OperationTable? _operations;

    // The vendors of this library, each linked to the one before it. No initializers, since the order in which those of the parts run is not defined.
    private static Vendor? s_lastBuiltIn;
    private static Vendor[]? s_all;
    private Vendor? _builtInBefore;

    // With it no member of this class is used before the initializers of all its parts have run, in which the vendors register themselves.
    static Vendor()
    {
    }

    /// <summary>Creates a vendor from a definition of your own.</summary>
    /// <param name="id">A short id of lower-case letters, digits and hyphens, used in logs, metrics and the shell.</param>
    /// <param name="name">The product's name for people.</param>
    /// <param name="definition">Its facts.</param>
    /// <exception cref="ArgumentNullException">The definition is missing.</exception>
    /// <exception cref="ArgumentException">The id or the definition has faults; the message lists them all.</exception>
    public Vendor(string id, string name, VendorDefinition definition)
        : this(id, name, () => definition)
    {
        _ = definition ?? throw new ArgumentNullException(nameof(definition));
        string[] faults = [.. DefinitionCheck.FaultsOf(id, definition).Select(fault => fault.Text)];
        if (faults.Length > 0)
        {
            throw new ArgumentException($"The definition of the vendor '{id}' has faults: {string.Join(" ", faults)}", nameof(definition));
        }

        _ = Catalog.Rows;
    }

    private Vendor(string id, string name, Func<VendorDefinition> define)
    {
        Id = id;
        Name = name;
        _definition = new Lazy<VendorDefinition>(define);
    }

    /// <summary>Every vendor this library knows, in the order of their ids.</summary>
    public static IReadOnlyList<Vendor> All => s_all ??= [.. BuiltIns().OrderBy(vendor => vendor.Id, StringComparer.Ordinal)];

    /// <summary>The short id, such as <c>dexatel</c>. A safe metric tag.</summary>
    public string Id { get; }

    /// <summary>The product's name for people.</summary>
    public string Name { get; }

    /// <summary>The facts it is made of.</summary>
    public VendorDefinition Definition => _definition.Value;

    /// <summary>Every row of the catalog, in the order of the definition.</summary>
    public IReadOnlyList<CodeRow> Codes => Catalog.Rows.All;

    /// <summary>The definition, made ready for reading.</summary>
    internal Catalog Catalog => _catalog ??= new Catalog(this, Definition);

    /// <summary>Finds a vendor of this library by its id, case-insensitive. Never throws.</summary>
    /// <param name="id">The id; whitespace around it is ignored.</param>
    /// <returns>The vendor, or <see langword="null"/> if none has this id.</returns>
    /// <example>
    /// <code>
    /// Vendor vendor = Vendor.Find(vendorId) ?? throw new ArgumentException($"No vendor has the id '{vendorId}'.", nameof(vendorId));
    /// </code>
    /// </example>
    public static Vendor? Find(string? id) => All.FirstOrDefault(vendor => string.Equals(vendor.Id, id?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Classifies an answer. Never throws, whatever the input. Pure; safe for use by several threads; allocates nothing on a plain success.
    /// </summary>
    /// <param name="response">What came back.</param>
    /// <returns>The verdict. Its default value, which no answer has, is not a success.</returns>
    /// <example>
    /// <code>
    /// VendorResult result = Vendor.Dialnexa.Classify(new VendorResponse((int)response.StatusCode, body)
    /// {
    ///     Headers = response.Headers,
    ///     ContentType = response.Content.Headers.ContentType?.ToString(),
    ///     Method = response.RequestMessage?.Method.Method,
    ///     Path = response.RequestMessage?.RequestUri?.AbsolutePath,
    /// });
    /// </code>
    /// </example>
    public VendorResult Classify(in VendorResponse response) => Classifier.Classify(Catalog, response, explain: false);

    /// <summary>Classifies an answer by status and body.</summary>
    /// <param name="status">The HTTP status; 0 where it is not known.</param>
    /// <param name="body">The body as bytes, decompressed.</param>
    /// <param name="operation">What the request was, see <see cref="Operation"/>: some codes mean different things by operation. Default: not known.</param>
    public VendorResult Classify(int status, ReadOnlySpan<byte> body, VendorOperation operation = default) =>
        Classify(new VendorResponse(status, body) { Method = operation.Method, Path = operation.Path });

    /// <summary>Classifies an answer by status and body.</summary>
    /// <param name="status">The HTTP status; 0 where it is not known.</param>
    /// <param name="body">The body; <see langword="null"/> counts as empty.</param>
    /// <param name="operation">What the request was, see <see cref="Operation"/>: some codes mean different things by operation. Default: not known.</param>
    /// <example>
    /// <code>
    /// VendorOperation dial = Vendor.TalkdeskDialer.Operation("POST", "/Advanced Dialer/api/telephony/dial");
    /// VendorResult result = Vendor.TalkdeskDialer.Classify(status, body, dial);
    /// </code>
    /// </example>
    public VendorResult Classify(int status, string? body, VendorOperation operation = default)
    {
        string text = body ?? string.Empty;
        byte[] rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            int length = Encoding.UTF8.GetBytes(text, 0, text.Length, rented, 0);
            return Classify(status, rented.AsSpan(0, length), operation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>
    /// Classifies an answer and keeps what the vendor said and which rules fired on a plain success too. The verdict is always that of
    /// <see cref="Classify(in VendorResponse)"/>; it reads the whole body and costs an object more.
    /// </summary>
    /// <param name="response">What came back.</param>
    public VendorResult Explain(in VendorResponse response) => Classifier.Classify(Catalog, response, explain: true);

    /// <summary>What a request to this vendor is, as far as sending it twice is concerned.</summary>
    /// <param name="method">The HTTP method; <see langword="null"/> where it is not known, which counts as a non-idempotent write.</param>
    /// <param name="path">The path of the request, where known.</param>
    /// <param name="hasIdempotencyKey">Whether the request carries an idempotency key. Counts only if the vendor honors one.</param>
    public VendorOperation Operation(string? method, string? path, bool hasIdempotencyKey = false) =>
        (_operations ??= new OperationTable(Definition)).Find(method, path, hasIdempotencyKey);

    /// <summary>
    /// The same vendor with rows of your own in front of its catalog: codes it lacks, or codes that your account uses in another sense.
    /// Your row wins over a row of the catalog, unless that is more specific.
    /// </summary>
    /// <param name="rows">The rows, with where they come from.</param>
    public Vendor WithCodes(CodeSection rows) => new(Id, Name, () => Definition.WithCodes(rows));

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    private static Vendor BuiltIn(string id, string name, Func<VendorDefinition> define) =>
        s_lastBuiltIn = new Vendor(id, name, define) { _builtInBefore = s_lastBuiltIn };

    private static IEnumerable<Vendor> BuiltIns()
    {
        for (Vendor? vendor = s_lastBuiltIn; vendor is not null; vendor = vendor._builtInBefore)
        {
            yield return vendor;
        }
    }
}
