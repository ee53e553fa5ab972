using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>An <see cref="Envelope"/> whose paths have slots.</summary>
internal sealed class CompiledEnvelope
{
    private readonly CompiledCondition _when;
    private readonly OperationPattern? _operation;

    // The codes that mean a plain success wherever they are.
    private readonly SuccessCode[] _successes;

    public CompiledEnvelope(Envelope envelope, VendorDefinition definition, PathTree paths)
    {
        Envelope = envelope;
        _when = new CompiledCondition(envelope.When, paths);
        _operation = envelope.Operation is null ? null : new OperationPattern(envelope.Operation);
        Code = paths.SlotsOf(envelope.Code);
        Message = paths.SlotsOf(envelope.Message);
        CorrelationId = paths.SlotsOf(envelope.CorrelationId);
        Proof = envelope.Proof is null ? -1 : paths.SlotOf(envelope.Proof.Path);
        NotExecuted = envelope.Proof?.CopyNotExecuted() ?? [];
        Executed = [.. envelope.Proof?.Executed ?? []];
        Outcomes = CompiledCondition.Of(envelope.Outcomes, paths);
        Fields = [.. envelope.Fields.Select(shape => new FieldReader(shape, paths))];
        Items = envelope.Items is null ? null : new ItemReader(envelope.Items, paths);
        _successes = Code.Length == 0 ? [] : SuccessCode.Of(envelope, definition);
        if (Code.Length > 0)
        {
            // Without its code nothing is known of a body of this shape before the end.
            paths.OutermostOf(Code[0])!.IsDecisive = true;
        }
    }

    public Envelope Envelope { get; }

    public int[] Code { get; }

    public int[] Message { get; }

    public int[] CorrelationId { get; }

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
        _operation is null || _operation.Matches(response.Method, response.Path) ? _when.Evaluate(view, isWhole) : Truth.No;

    /// <summary>Whether a body of this shape is a plain success: by its first code, which no outcome rule and no proof contradicts.</summary>
    /// <param name="view">What has come of the body.</param>
    /// <param name="isWhole">Whether all of it has.</param>
    /// <param name="success">The code, where it means one.</param>
    public Truth IsPlainSuccess(in JsonView view, bool isWhole, out SuccessCode? success)
    {
        success = null;
        if (Code.Length == 0 || !view[Code[0]].IsPresent)
        {
            return isWhole ? Truth.No : Truth.Open;
        }

        success = FindSuccess(view.Json, view[Code[0]]);
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
