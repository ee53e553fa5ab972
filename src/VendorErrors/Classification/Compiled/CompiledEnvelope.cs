using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>An <see cref="Envelope"/> whose paths have slots.</summary>
internal sealed class CompiledEnvelope
{
    private readonly CompiledCondition _when;
    private readonly OperationArea? _operation;
    private readonly CompiledProduct[]? _product;

    // Whether the shape is looked for in a part of the answers only.
    private readonly bool _isRestricted;

    // The codes that mean a plain success wherever they are, and the slot of the member where they are; -1 where no single member says it.
    private readonly SuccessCode[] _successes;
    private readonly int _code;

    public CompiledEnvelope(Envelope envelope, VendorDefinition definition, PathTree paths)
    {
        Envelope = envelope;
        _when = new CompiledCondition(envelope.When, paths);
        _operation = envelope.Operation is null ? null : new OperationArea(envelope.Operation);
        _product = CompiledProduct.Of(envelope.Product, definition.Products);
        _isRestricted = _operation is not null || _product is not null || envelope.OnlyOnFailure;
        Code = CompiledSource.Of(envelope.Code, paths);
        InnerCode = CompiledSource.Of(envelope.InnerCode, paths);
        Message = CompiledSource.Of(envelope.Message, paths);
        CorrelationId = CompiledId.Of(envelope.CorrelationId, paths);
        Proof = envelope.Proof is null ? -1 : paths.SlotOf(envelope.Proof.Path);
        NotExecuted = envelope.Proof?.CopyNotExecuted() ?? [];
        Executed = [.. envelope.Proof?.Executed ?? []];
        Outcomes = CompiledCondition.Of(envelope.Outcomes, paths);
        Fields = [.. envelope.Fields.Select(shape => new FieldReader(shape, paths))];
        Items = envelope.Items is null ? null : new ItemReader(envelope.Items, paths);
        _code = SlotOfSuccess(Code);
        _successes = _code < 0 ? [] : SuccessCode.Of(envelope, definition);
        if (_code >= 0 && !envelope.OnlyOnFailure && paths.OutermostOf(_code) is { } outermost)
        {
            // Without its code nothing is known of a body of this shape before the end.
            outermost.IsDecisive = true;
        }
    }

    public Envelope Envelope { get; }

    public CompiledSource[] Code { get; }

    public CompiledSource[] InnerCode { get; }

    public CompiledSource[] Message { get; }

    public CompiledId[] CorrelationId { get; }

    /// <summary>The slot of the proof member, or -1.</summary>
    public int Proof { get; }

    /// <summary>Its texts that state that nothing was executed.</summary>
    public string[] NotExecuted { get; }

    /// <summary>Its texts that state that it was executed.</summary>
    public string[] Executed { get; }

    /// <summary>The conditions of <see cref="Envelope.Outcomes"/>, in the same order.</summary>
    public CompiledCondition[] Outcomes { get; }

    public FieldReader[] Fields { get; }

    public ItemReader? Items { get; }

    /// <summary>Whether the body has this shape.</summary>
    public Truth Matches(in JsonView view, in VendorResponse response, bool isWhole) =>
        !_isRestricted || IsLookedFor(response) ? _when.Evaluate(view, isWhole) : Truth.No;

    /// <summary>Whether a body of this shape is a plain success: by its first code, which no outcome rule and no proof contradicts.</summary>
    /// <param name="view">What has come of the body.</param>
    /// <param name="isWhole">Whether all of it has.</param>
    /// <param name="success">The code, where it means one.</param>
    public Truth IsPlainSuccess(in JsonView view, bool isWhole, out SuccessCode? success)
    {
        success = null;
        if (_code < 0 || !view[_code].IsPresent)
        {
            return isWhole ? Truth.No : Truth.Open;
        }

        success = FindSuccess(view.Json, view[_code]);
        if (success is null)
        {
            return Truth.No;
        }

        foreach (CompiledCondition contradicts in Outcomes)
        {
            Truth holds = contradicts.Evaluate(view, isWhole);
            if (holds != Truth.No)
            {
                return holds == Truth.Yes ? Truth.No : Truth.Open;
            }
        }

        return Proof < 0 ? Truth.Yes
            : !isWhole && !view[Proof].IsPresent ? Truth.Open
            : view.IsOneOf(Proof, NotExecuted) ? Truth.No
            : Truth.Yes;
    }

    /// <summary>The outcome rule that holds, if any does.</summary>
    public OutcomeRule? OutcomeOf(in JsonView view)
    {
        for (var i = 0; i < Outcomes.Length; i++)
        {
            if (Outcomes[i].Holds(view))
            {
                return Envelope.Outcomes[i];
            }
        }

        return null;
    }

    // A header is none under a 2xx, so the first place in the body is where a success has its code.
    private static int SlotOfSuccess(CompiledSource[] codes)
    {
        foreach (CompiledSource code in codes)
        {
            if (!code.IsHeader)
            {
                return code.IsMember ? code.Slot : -1;
            }
        }

        return -1;
    }

    private bool IsLookedFor(in VendorResponse response) =>
        !(Envelope.OnlyOnFailure && response.Status is >= 200 and <= 299)
        && (_operation is null || _operation.Matches(response.Method, response.Path))
        && (_product is null || CompiledProduct.MayBeAt(_product, response.Method, response.Path));

    private SuccessCode? FindSuccess(ReadOnlySpan<byte> json, in JsonSlot code)
    {
        if (code is { Escaped: false, Kind: JsonKind.Number or JsonKind.Text })
        {
            ReadOnlySpan<byte> utf8 = code.Of(json);
            foreach (SuccessCode known in _successes)
            {
                if (utf8.SequenceEqual(known.Utf8))
                {
                    return known;
                }
            }
        }

        return null;
    }
}
