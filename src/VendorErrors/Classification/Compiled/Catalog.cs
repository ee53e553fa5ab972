using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>A <see cref="VendorDefinition"/> made ready: paths merged into one tree, rows indexed, patterns parsed. Built once, at first use.</summary>
internal sealed class Catalog
{
    private readonly Dictionary<string, RowIndex> _spaces = new(StringComparer.Ordinal);
    private readonly RowIndex _statuses;

    public Catalog(Vendor vendor, VendorDefinition definition)
    {
        Vendor = vendor;
        Definition = definition;
        var rows = new List<CodeRow>();
        var statuses = new List<CodeRow>();
        var spaces = new Dictionary<string, List<CodeRow>>(StringComparer.Ordinal);
        foreach (CodeSection section in definition.Codes)
        {
            rows.AddRange(section.Rows);
            if (section.IsHttpStatus)
            {
                statuses.AddRange(section.Rows);
            }
            else if (spaces.TryGetValue(section.Space, out List<CodeRow>? space))
            {
                space.AddRange(section.Rows);
            }
            else
            {
                spaces.Add(section.Space, [.. section.Rows]);
            }
        }

        Rows = [.. rows];
        Envelopes = Compile(definition.Envelopes, envelope => new CompiledEnvelope(envelope, Paths));
        _statuses = new RowIndex(statuses, Paths);
        foreach (KeyValuePair<string, List<CodeRow>> space in spaces)
        {
            _spaces.Add(space.Key, new RowIndex(space.Value, Paths));
        }

        Requirement = EnvelopeRequirement.Of(definition);
        BodyHints = Compile(definition.WaitHints, hint => hint.Source == WaitSource.BodyField ? Paths.SlotOf(hint.Name) : -1);
    }

    public Vendor Vendor { get; }

    public VendorDefinition Definition { get; }

    public CodeRow[] Rows { get; }

    public PathTree Paths { get; } = new();

    public CompiledEnvelope[] Envelopes { get; }

    /// <summary>Where an envelope is required; null where it is nowhere.</summary>
    public EnvelopeRequirement? Requirement { get; }

    /// <summary>The slots of the definition's wait hints, in the same order; -1 of those that are in no body.</summary>
    public int[] BodyHints { get; }

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
    public RowMatch FindCode(Envelope envelope, JsonSlot code, in JsonView holder, int status, in VendorResponse response, in JsonView view) =>
        _spaces.TryGetValue(envelope.Space, out RowIndex? index) ? index.Find(code, holder, status, response, view) : default;

    /// <summary>The vendor's own row for a code that is an HTTP status, where it has one.</summary>
    public RowMatch FindOwnStatus(long code, int status, in VendorResponse response, in JsonView view) => _statuses.Find(code, status, response, view);

    /// <summary>The row for an HTTP status: the vendor's own, or else what the status means everywhere; null for what is no status.</summary>
    public CodeRow? StatusRowOf(int status, in VendorResponse response, in JsonView view) =>
        status == 0 ? null : FindOwnStatus(status, status, response, view).Row ?? StatusTable.Find(status).Row;

    // Plain loops: this runs at a vendor's first answer, and LINQ over values is compiled again for each kind of them.
    private static TTo[] Compile<TFrom, TTo>(IReadOnlyList<TFrom> from, Func<TFrom, TTo> compile)
    {
        var compiled = new TTo[from.Count];
        for (var i = 0; i < compiled.Length; i++)
        {
            compiled[i] = compile(from[i]);
        }

        return compiled;
    }
}
