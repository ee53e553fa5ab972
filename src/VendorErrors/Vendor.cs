using System.Buffers;
using System.Text;
using VendorErrors.Classification;
using VendorErrors.Classification.Compiled;
using VendorErrors.Classification.Events;
using VendorErrors.Definitions;
using VendorErrors.Packs;

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
    private readonly Lazy<PackContent> _content;

    // Made when first needed, each on its own. Two threads may make two, which are the same.
    private Catalog? _catalog;
    private OperationTable? _operations;
    private VendorEventDefinition? _events;
    private EventCatalog? _eventCatalog;

    /// <summary>Creates a vendor from a definition of your own. A pack, which <see cref="Load(Stream, string)"/> reads, says the same as JSON.</summary>
    /// <param name="id">A short id of lower-case letters, digits and hyphens, used in logs, metrics and the shell.</param>
    /// <param name="name">The product's name for people.</param>
    /// <param name="definition">Its facts.</param>
    /// <exception cref="ArgumentNullException">The definition is missing.</exception>
    /// <exception cref="ArgumentException">The id or the definition has faults; the message lists them all.</exception>
    /// <param name="events">How its events are read. Default: not known.</param>
    public Vendor(string id, string name, VendorDefinition definition, VendorEventDefinition? events = null)
        : this(id, () => new PackContent { Id = id, Name = name, Definition = definition, Events = events ?? new VendorEventDefinition() })
    {
        _ = definition ?? throw new ArgumentNullException(nameof(definition));
        string[] faults = [.. DefinitionCheck.FaultsOf(id, definition).Concat(EventCheck.FaultsOf(events ?? new VendorEventDefinition())).Select(fault => fault.Text)];
        if (faults.Length > 0)
        {
            throw new ArgumentException($"The definition of the vendor '{id}' has faults: {string.Join(" ", faults)}", nameof(definition));
        }

        _ = Catalog.Rows;
    }

    internal Vendor(string id, Func<PackContent> read)
    {
        Id = id;
        _content = new Lazy<PackContent>(read);
    }

    /// <summary>Every vendor this library knows, in the order of their ids. Nothing of one is read before it is used.</summary>
    public static IReadOnlyList<Vendor> All => VendorRegistry.BuiltIn.Vendors;

    /// <summary>The short id, such as <c>dexatel</c>. A safe metric tag.</summary>
    public string Id { get; }

    /// <summary>The product's name for people.</summary>
    public string Name => Content.Name;

    /// <summary>Whether it is a shape that several vendors share, such as <c>rfc9457</c>, and no product.</summary>
    public bool IsShape => Content.IsShape;

    /// <summary>The facts it is made of.</summary>
    public VendorDefinition Definition => Content.Definition;

    /// <summary>How its events (webhooks, receipts, callbacks) are read; nothing where none are known.</summary>
    public VendorEventDefinition Events => _events ??= (Content.BuiltInId ?? Content.SamplesOf) is { } id ? BuiltInPacks.Read(id, isWhole: true).Events : Content.Events;

    /// <summary>Every row of the catalog, in the order of the definition.</summary>
    public IReadOnlyList<CodeRow> Codes => Catalog.Rows.All;

    /// <summary>Its pack as far as it was read.</summary>
    internal PackContent Content => _content.Value;

    /// <summary>Its pack with the answers that it carries, and what a simulated vendor needs to know.</summary>
    internal PackContent ContentWithAnswers =>
        Content.BuiltInId is { } id ? BuiltInPacks.Read(id, isWhole: true)
        : Content.SamplesOf is { } origin && BuiltInPacks.Read(origin, isWhole: true) is { } samples ? Content with { Answers = samples.Answers, Simulation = samples.Simulation, Events = samples.Events, EventSamples = samples.EventSamples }
        : Content;

    /// <summary>The definition of its events, made ready for reading.</summary>
    internal EventCatalog EventCatalog => _eventCatalog ??= new EventCatalog(this, Events);

    /// <summary>The definition, made ready for reading.</summary>
    internal Catalog Catalog => _catalog ??= new Catalog(this, Definition);

    /// <summary>Finds a vendor or shape of this library by its id, case-insensitive. Never throws.</summary>
    /// <param name="id">The id; whitespace around it is ignored.</param>
    /// <returns>The vendor, or <see langword="null"/> if none has this id; <see cref="VendorRegistry.Candidates"/> says which may be meant.</returns>
    /// <example>
    /// <code>
    /// Vendor vendor = Vendor.Find(vendorId) ?? throw new ArgumentException($"No vendor has the id '{vendorId}'.", nameof(vendorId));
    /// </code>
    /// </example>
    public static Vendor? Find(string? id) => VendorRegistry.BuiltIn.Find(id);

    /// <summary>Reads a vendor from a pack: one JSON file, whose schema is in the documents. Safe for a file from elsewhere: bounded work, and it only classifies.</summary>
    /// <param name="pack">The file, as UTF-8.</param>
    /// <param name="fileName">Its name, for messages. Default: <c>pack</c>.</param>
    /// <exception cref="VendorPackException">The file has faults; the message lists them all, each with its line and place.</exception>
    /// <example>
    /// <code>
    /// using FileStream file = File.OpenRead("acme-voice.json");
    /// Vendor acme = Vendor.Load(file, "acme-voice.json");
    /// VendorResult result = acme.Classify(status, body);
    /// </code>
    /// </example>
    public static Vendor Load(Stream pack, string fileName = "pack") =>
        PackLoader.Load(PackFile.ReadAll(pack ?? throw new ArgumentNullException(nameof(pack))), fileName);

    /// <summary>Reads a vendor from the file of a pack.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="VendorPackException">The file has faults; the message lists them all, each with its line and place.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Vendor Load(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Load(file, Path.GetFileName(path));
    }

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

    /// <summary>
    /// Reads what the vendor sent later: a webhook, a receipt, a callback. Never throws, whatever the input: what is not understood is an event of the state
    /// <see cref="EventState.Unknown"/>. Pure; safe for use by several threads. It checks no signature: do that first, with the vendor's own package.
    /// </summary>
    /// <param name="body">The body as bytes: JSON, a form, or XML. Of a callback by GET the query of its address.</param>
    /// <param name="headers">The headers of the request, some of which say what the event is, or how the body is written. Default: none.</param>
    /// <returns>Every event of the body, one at least: vendors send several at once.</returns>
    /// <example>
    /// <code>
    /// foreach (VendorEvent seen in Vendor.EightByEightConnect.ReadEvents(body))
    /// {
    ///     if (seen.IsFinal &amp;&amp; seen.NextAttempt == NextAttempt.Soon)
    ///     {
    ///         await queueAgain(seen.ClientReference ?? seen.SubjectId);
    ///     }
    /// }
    /// </code>
    /// </example>
    public IReadOnlyList<VendorEvent> ReadEvents(ReadOnlySpan<byte> body, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? headers = null) =>
        EventReader.Read(EventCatalog, new VendorResponse(0, body) { Headers = headers });

    /// <summary>Reads what the vendor sent later: every event of the body, one at least.</summary>
    /// <param name="body">The body; <see langword="null"/> counts as empty.</param>
    /// <param name="headers">The headers of the request. Default: none.</param>
    public IReadOnlyList<VendorEvent> ReadEvents(string? body, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? headers = null) => ReadEvents(Encoding.UTF8.GetBytes(body ?? string.Empty), headers);

    /// <summary>Reads the only event of a body; of several the first, and its evidence says that there are more. See <see cref="ReadEvents(ReadOnlySpan{byte}, IEnumerable{KeyValuePair{string, IEnumerable{string}}}?)"/>.</summary>
    /// <param name="body">The body as bytes.</param>
    /// <param name="headers">The headers of the request. Default: none.</param>
    public VendorEvent ReadEvent(ReadOnlySpan<byte> body, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? headers = null) =>
        EventReader.First(ReadEvents(body, headers));

    /// <summary>Reads the only event of a body; of several the first, and its evidence says that there are more.</summary>
    /// <param name="body">The body; <see langword="null"/> counts as empty.</param>
    /// <param name="headers">The headers of the request. Default: none.</param>
    public VendorEvent ReadEvent(string? body, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? headers = null) =>
        ReadEvent(Encoding.UTF8.GetBytes(body ?? string.Empty), headers);

    /// <summary>What a request to this vendor is, as far as sending it twice is concerned.</summary>
    /// <param name="method">The HTTP method; <see langword="null"/> where it is not known, which counts as a non-idempotent write.</param>
    /// <param name="path">The path of the request, where known.</param>
    /// <param name="hasIdempotencyKey">Whether the request carries an idempotency key. Counts only if the vendor honors one.</param>
    public VendorOperation Operation(string? method, string? path, bool hasIdempotencyKey = false) =>
        (_operations ??= new OperationTable(Definition)).Find(method, path, hasIdempotencyKey);

    /// <summary>Whether a request to this operation may carry an idempotency key, and the vendor does nothing twice with it.</summary>
    internal bool HonorsIdempotencyKey(string? method, string? path) => Definition.IdempotencyKeyHeader is not null && (_operations ??= new OperationTable(Definition)).HonorsKey(method, path);

    /// <summary>
    /// The same vendor with rows of your own in front of its catalog: codes it lacks, or codes that your account uses in another sense.
    /// Your row wins over a row of the catalog, unless that is more specific.
    /// </summary>
    /// <param name="rows">The rows, with where they come from.</param>
    public Vendor WithCodes(CodeSection rows) => new(Id, () => Content with { Definition = Definition.WithCodes(rows), BuiltInId = null, SamplesOf = Content.BuiltInId ?? Content.SamplesOf });

    /// <summary>Writes the vendor as a pack, from which <see cref="Load(Stream, string)"/> makes the same again.</summary>
    /// <param name="stream">Where it goes, as UTF-8.</param>
    public void WritePack(Stream stream)
    {
        _ = stream ?? throw new ArgumentNullException(nameof(stream));
        if (Content.BuiltInId is { } id)
        {
            using Stream pack = BuiltInPacks.Open(id);
            pack.CopyTo(stream);
            return;
        }

        byte[] utf8 = Encoding.UTF8.GetBytes(PackWriter.Write(ContentWithAnswers));
        stream.Write(utf8, 0, utf8.Length);
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>A shape of this library.</summary>
    internal static Vendor BuiltInShape(string id) => BuiltIn(id);

    private static Vendor BuiltIn(string id) => new(id, () => BuiltInPacks.Read(id));
}
