using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;
using VendorErrors.Retries;

namespace VendorErrors.Rules;

/// <summary>A <see cref="VendorDefinition"/> made ready: paths merged into one tree, rows indexed, patterns parsed. Built once, at first use.</summary>
internal sealed class Catalog
{
    private readonly Dictionary<string, RowIndex> _spaces;
    private readonly RowIndex _statuses;
    private readonly (OperationPattern Pattern, OperationRule Rule)[] _operations;

    public Catalog(Vendor vendor, VendorDefinition definition)
    {
        Vendor = vendor;
        Definition = definition;
        Rows = [.. definition.Codes.SelectMany(section => section.Rows)];
        Envelopes = [.. definition.Envelopes.Select(envelope => new CompiledEnvelope(envelope, Paths))];
        _statuses = new RowIndex(Rows.Where(row => row.IsHttpStatus), Paths);
        _spaces = Rows
            .Where(row => !row.IsHttpStatus)
            .GroupBy(row => row.Section!.Space, StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => new RowIndex(rows, Paths), StringComparer.Ordinal);
        PlainSuccess = new PlainSuccess(this);
        _operations = [.. definition.Operations.Select(rule => (new OperationPattern(rule.Operation), rule))];
        BodyHints =
        [
            .. definition.WaitHints
                .Where(hint => hint.Source == WaitSource.BodyField)
                .Select(hint => (Paths.SlotOf(hint.Name), hint)),
        ];
    }

    public Vendor Vendor { get; }

    public VendorDefinition Definition { get; }

    public CodeRow[] Rows { get; }

    public PathTree Paths { get; } = new();

    public CompiledEnvelope[] Envelopes { get; }

    /// <summary>The short way to the most frequent verdict.</summary>
    public PlainSuccess PlainSuccess { get; }

    /// <summary>The wait hints that stand in a body, with the slots of their paths.</summary>
    public (int Slot, WaitHint Hint)[] BodyHints { get; }

    /// <summary>The first envelope whose shape the body has.</summary>
    public CompiledEnvelope? EnvelopeOf(in JsonView view, in VendorResponse response)
    {
        foreach (CompiledEnvelope envelope in Envelopes)
        {
            if (envelope.Matches(view, response))
            {
                return envelope;
            }
        }

        return null;
    }

    /// <summary>The row for a code of the vendor's own.</summary>
    public RowMatch FindCode(Envelope envelope, ReadOnlySpan<byte> json, JsonSlot code, in RowContext context) =>
        _spaces.TryGetValue(envelope.Space, out RowIndex? index) ? index.Find(json, code, context) : default;

    /// <summary>The vendor's own row for an HTTP status, where it has one.</summary>
    public RowMatch FindOwnStatus(long status, in RowContext context) => _statuses.Find(status, context);

    /// <summary>The row for an HTTP status: the vendor's own, or else what the status means everywhere; null for what is no status.</summary>
    public CodeRow? StatusRowOf(int status, in RowContext context) =>
        status == 0 ? null : FindOwnStatus(status, context).Row ?? StatusTable.Find(status).Row;

    public VendorOperation OperationOf(string? method, string? path, bool hasIdempotencyKey)
    {
        VendorOperation operation = VendorOperation.FromMethod(method, path);
        foreach ((OperationPattern pattern, OperationRule rule) in _operations)
        {
            if (pattern.Matches(method, path))
            {
                operation = new VendorOperation(method, path, rule.Safety, rule.Purpose);
                break;
            }
        }

        return hasIdempotencyKey && Definition.IdempotencyKeyHeader is not null && operation.Safety == OperationSafety.PlainWrite
            ? new VendorOperation(method, path, OperationSafety.KeyedWrite, operation.Purpose)
            : operation;
    }
}
