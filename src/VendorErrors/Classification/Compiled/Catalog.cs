using System.Runtime.CompilerServices;
using VendorErrors.Classification.Bodies;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>
/// A <see cref="VendorDefinition"/> made ready: paths merged into one tree, envelopes compiled, rows indexed. Built once, at the vendor's first
/// answer; the index of the rows at the first one that is no plain success. Two threads may build two, which are the same.
/// </summary>
internal sealed class Catalog
{
    private const int LeastSuccess = 200;

    // The 2xx of which the vendor says something else than that all is well.
    private readonly bool[] _isOtherStatus = new bool[100];

    private CatalogRows? _rows;

    public Catalog(Vendor vendor, VendorDefinition definition)
    {
        Vendor = vendor;
        Definition = definition;

        // Plain loops: this runs at a vendor's first answer, and LINQ over values is compiled for each kind of them.
        Envelopes = new CompiledEnvelope[definition.Envelopes.Count];
        Compile(onlyOnFailure: false);

        // The tree has to be complete before the first body is read, also where the rows are needed later.
        for (var i = 0; i < definition.Codes.Count; i++)
        {
            AddPathsAndStatuses(definition.Codes[i]);
        }

        BodyHints = new CompiledSource?[definition.WaitHints.Count];
        for (var i = 0; i < BodyHints.Length; i++)
        {
            HasHintsForAll |= definition.WaitHints[i].Always;
            BodyHints[i] = definition.WaitHints[i].Source == WaitSource.BodyField ? new CompiledSource(definition.WaitHints[i].Place, Paths) : null;
        }

        // Last, so that a slot says whether a success has to do with the member.
        FirstSlotOfFailures = Paths.SlotCount;
        Compile(onlyOnFailure: true);
        Requirement = EnvelopeRequirement.Of(definition);
    }

    public Vendor Vendor { get; }

    public VendorDefinition Definition { get; }

    public PathTree Paths { get; } = new();

    public CompiledEnvelope[] Envelopes { get; }

    /// <summary>Whether some wait hint counts for every error that is retried after a wait.</summary>
    public bool HasHintsForAll { get; }

    /// <summary>Where an envelope is required; null where it is nowhere.</summary>
    public EnvelopeRequirement? Requirement { get; }

    /// <summary>The places of the definition's wait hints, in the same order; null for those that are in no body.</summary>
    public CompiledSource?[] BodyHints { get; }

    /// <summary>From this slot on are the members that only answers with a failing HTTP status are asked for.</summary>
    public int FirstSlotOfFailures { get; }

    /// <summary>Whether an envelope looks into a body that is a list, also under a 2xx.</summary>
    public bool LooksIntoLists => Paths.RootList is { } list && list.Slot < FirstSlotOfFailures;

    public CatalogRows Rows => _rows ??= new CatalogRows(Definition, Paths);

    /// <summary>Whether under this HTTP status the body alone decides: a 2xx of which the vendor says nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AllowsSuccess(int status)
    {
        int index = status - LeastSuccess;
        return (uint)index < (uint)_isOtherStatus.Length && !_isOtherStatus[index];
    }

    /// <summary>The first envelope whose shape the body has.</summary>
    public CompiledEnvelope? EnvelopeOf(in JsonView view, in VendorResponse response)
    {
        foreach (CompiledEnvelope envelope in Envelopes)
        {
            if (envelope.Matches(view, response, isWhole: true) == Truth.Yes)
            {
                return envelope;
            }
        }

        return null;
    }

    /// <summary>The first envelope that a header shows, of a body that is no JSON: one that holds without any header is of JSON alone.</summary>
    public CompiledEnvelope? EnvelopeByHeader(in JsonView view, in VendorResponse response)
    {
        foreach (CompiledEnvelope envelope in Envelopes)
        {
            if (envelope.Matches(view, response, isWhole: true) == Truth.Yes && envelope.Matches(default, response, isWhole: true) != Truth.Yes)
            {
                return envelope;
            }
        }

        return null;
    }

    /// <summary>The first id that any of the definition's envelopes looks for in a header; of an answer that no envelope took.</summary>
    public string? IdInHeaders(in VendorResponse response)
    {
        string? first = null;
        for (var i = 0; first is null && i < Envelopes.Length; i++)
        {
            CompiledId[] ids = Envelopes[i].CorrelationId;
            for (var j = 0; first is null && j < ids.Length; j++)
            {
                first = ids[j].InHeaders(response);
            }
        }

        return first;
    }

    /// <summary>Whether a body is a plain success, as far as it has come. Whatever follows a yes or a no does not change it.</summary>
    /// <param name="view">What has come of the body.</param>
    /// <param name="response">The response.</param>
    /// <param name="isWhole">Whether all of the body has come.</param>
    /// <param name="code">Its code, where it is one; null where the HTTP status alone says so.</param>
    public Truth IsPlainSuccess(in JsonView view, in VendorResponse response, bool isWhole, out SuccessCode? code)
    {
        code = null;
        foreach (CompiledEnvelope envelope in Envelopes)
        {
            Truth matches = envelope.Matches(view, response, isWhole);
            if (matches != Truth.No)
            {
                return matches == Truth.Open ? matches : envelope.IsPlainSuccess(view, isWhole, out code);
            }
        }

        return !isWhole ? Truth.Open
            : Requirement?.AppliesTo(response) == true || FailureShape.Is(view.Json, response, out _) ? Truth.No
            : Truth.Yes;
    }

    private void Compile(bool onlyOnFailure)
    {
        for (var i = 0; i < Envelopes.Length; i++)
        {
            if (Definition.Envelopes[i].OnlyOnFailure == onlyOnFailure)
            {
                Envelopes[i] = new CompiledEnvelope(Definition.Envelopes[i], Definition, Paths);
            }
        }
    }

    private void AddPathsAndStatuses(CodeSection section)
    {
        for (var i = 0; i < section.Rows.Count; i++)
        {
            CodeRow row = section.Rows[i];
            if (row.When is not null)
            {
                _ = new CompiledCondition(row.When, Paths);
            }

            if (section.IsHttpStatus && (SuccessCode.IsConditional(row) || row is not { Outcome: VendorOutcome.Success, EffectiveEffect: Effect.Applied }))
            {
                NoteOtherStatuses(row);
            }
        }
    }

    private void NoteOtherStatuses(CodeRow row)
    {
        long first = Number(row.Code) - LeastSuccess;
        long last = row.LastCode is null ? first : Number(row.LastCode) - LeastSuccess;
        for (long index = Math.Max(first, 0); index <= last && index < _isOtherStatus.Length; index++)
        {
            _isOtherStatus[index] = true;
        }

        static long Number(string code) => RowIndex.TryParse(code, out long number) ? number : 0;
    }
}
