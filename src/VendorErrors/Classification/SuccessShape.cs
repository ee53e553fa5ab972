using VendorErrors.Classification.Compiled;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>What of an <see cref="Envelope"/> can make or unmake a plain success: its condition, its first code, its proof, its outcome rules.</summary>
internal sealed class SuccessShape
{
    private readonly CompiledCondition _when;
    private readonly OperationPattern? _operation;
    private readonly int _proof = -1;
    private readonly string[] _notExecuted = [];
    private readonly CompiledCondition[] _outcomes;

    // The codes that mean a plain success wherever they stand.
    private readonly SuccessCode[] _codes = [];

    public SuccessShape(Envelope envelope, VendorDefinition definition, PathTree paths)
    {
        _when = new CompiledCondition(envelope.When, paths);
        _operation = envelope.Operation is null ? null : new OperationPattern(envelope.Operation);
        _outcomes = CompiledCondition.Of(envelope.Outcomes, paths);
        if (envelope.Code.Count > 0)
        {
            CodeSlot = paths.SlotOf(envelope.Code[0]);
            _codes = SuccessCode.Of(envelope, definition);
        }

        if (envelope.Proof is not null)
        {
            _proof = paths.SlotOf(envelope.Proof.Path);
            _notExecuted = envelope.Proof.CopyNotExecuted();
        }
    }

    /// <summary>The slot of the first code, or -1.</summary>
    public int CodeSlot { get; } = -1;

    /// <summary>Whether the body has this envelope.</summary>
    public Truth Matches(in JsonView view, in VendorResponse response, bool isWhole) =>
        _operation is null || _operation.Matches(response.Method, response.Path) ? _when.Judge(view, isWhole) : Truth.No;

    /// <summary>The verdict on a body of this envelope.</summary>
    public SuccessVerdict Judge(in JsonView view, bool isWhole)
    {
        SuccessVerdict verdict = JudgeButForProof(view, isWhole);
        return _proof < 0 || verdict.IsPlainSuccess != Truth.Yes ? verdict
            : !isWhole && !view[_proof].IsPresent ? SuccessVerdict.Open
            : view.IsOneOf(_proof, _notExecuted) ? SuccessVerdict.No
            : verdict;
    }

    /// <summary>The verdict, as long as no proof says that nothing was executed.</summary>
    private SuccessVerdict JudgeButForProof(in JsonView view, bool isWhole)
    {
        if (CodeSlot < 0 || !view[CodeSlot].IsPresent)
        {
            return isWhole ? SuccessVerdict.No : SuccessVerdict.Open;
        }

        SuccessVerdict verdict = Find(view.Json, view[CodeSlot]);
        if (verdict.IsPlainSuccess == Truth.No)
        {
            return verdict;
        }

        foreach (CompiledCondition condition in _outcomes)
        {
            Truth holds = condition.Judge(view, isWhole);
            if (holds != Truth.No)
            {
                return holds == Truth.Yes ? SuccessVerdict.No : SuccessVerdict.Open;
            }
        }

        return verdict;
    }

    private SuccessVerdict Find(ReadOnlySpan<byte> json, in JsonSlot code)
    {
        if (code is { Escaped: false, Kind: JsonKind.Number or JsonKind.Text })
        {
            ReadOnlySpan<byte> utf8 = code.Of(json);
            foreach (SuccessCode known in _codes)
            {
                if (utf8.SequenceEqual(known.Utf8))
                {
                    return known.Verdict;
                }
            }
        }

        return SuccessVerdict.No;
    }
}
