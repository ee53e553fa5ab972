using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>An <see cref="Envelope"/> whose paths have slots.</summary>
internal sealed class CompiledEnvelope
{
    private readonly CompiledCondition _when;
    private readonly OperationPattern? _operation;

    public CompiledEnvelope(Envelope envelope, PathTree paths)
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
    public bool Matches(in JsonView view, in VendorResponse response) =>
        _when.Holds(view) && (_operation is null || _operation.Matches(response.Method, response.Path));

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
}
