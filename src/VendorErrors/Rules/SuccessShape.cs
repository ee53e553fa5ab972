using System.Text;
using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;

namespace VendorErrors.Rules;

/// <summary>What of an <see cref="Envelope"/> can make or unmake a plain success: its condition, its first code, its proof, its outcome rules.</summary>
internal sealed class SuccessShape
{
    private readonly CompiledCondition _when;
    private readonly OperationPattern? _operation;
    private readonly int _proof = -1;
    private readonly string[] _notExecuted = [];
    private readonly CompiledCondition[] _outcomes;

    public SuccessShape(Envelope envelope, VendorDefinition definition, PathTree paths)
    {
        _when = new CompiledCondition(envelope.When, paths);
        _operation = envelope.Operation is null ? null : new OperationPattern(envelope.Operation);
        _outcomes = CompiledCondition.Of(envelope.Outcomes, paths);
        if (envelope.Code.Count > 0)
        {
            CodeName = envelope.Code[0];
            CodeSlot = paths.SlotOf(CodeName);
            Codes = CodesOf(envelope, definition);
        }

        if (envelope.Proof is not null)
        {
            ProofName = envelope.Proof.Path;
            _proof = paths.SlotOf(ProofName);
            _notExecuted = [.. envelope.Proof.NotExecuted];
        }
    }

    /// <summary>Whether only the answers of one operation have this shape.</summary>
    public bool DependsOnOperation => _operation is not null;

    /// <summary>The path of the first code; empty where there is none.</summary>
    public string CodeName { get; } = string.Empty;

    /// <summary>Its slot, or -1.</summary>
    public int CodeSlot { get; } = -1;

    /// <summary>The path of the proof of execution; null where there is none.</summary>
    public string? ProofName { get; }

    /// <summary>The codes that mean a plain success wherever they stand.</summary>
    public SuccessCode[] Codes { get; } = [];

    /// <summary>Whether the row holds only at an operation, under a status or beside another member.</summary>
    internal static bool IsConditional(CodeRow row) => row.Operation is not null || row.When is not null || row.OnHttpStatus is not null;

    /// <summary>Whether the body has this envelope.</summary>
    public Truth Matches(in JsonView view, in VendorResponse response, bool isWhole) =>
        _operation is null || _operation.Matches(response.Method, response.Path) ? _when.Judge(view, isWhole) : Truth.No;

    /// <summary>The verdict on a body of this envelope.</summary>
    public SuccessVerdict Judge(in JsonView view, bool isWhole)
    {
        SuccessVerdict verdict = JudgeButForProof(view, isWhole);
        return _proof < 0 || verdict.IsPlainSuccess != Truth.Yes ? verdict
            : !isWhole && !view[_proof].IsPresent ? SuccessVerdict.Open
            : IsRefuted(view, _proof) ? SuccessVerdict.No
            : verdict;
    }

    /// <summary>The verdict, as long as no proof says that nothing was executed.</summary>
    public SuccessVerdict JudgeButForProof(in JsonView view, bool isWhole)
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

    /// <summary>Whether a proof says that nothing was executed; one that is not there does not.</summary>
    public bool IsRefuted(in JsonView view, int proof) => view.IsOneOf(proof, _notExecuted);

    private SuccessVerdict Find(ReadOnlySpan<byte> json, in JsonSlot code)
    {
        if (code is { Escaped: false, Kind: JsonKind.Number or JsonKind.Text })
        {
            ReadOnlySpan<byte> utf8 = code.Of(json);
            foreach (SuccessCode known in Codes)
            {
                if (utf8.SequenceEqual(known.Utf8))
                {
                    return known.Verdict;
                }
            }
        }

        return SuccessVerdict.No;
    }

    /// <summary>
    /// The codes that mean a plain success wherever they stand, as the look-up would say: their row is the first of its code in the space
    /// that the envelope draws from, and no condition is attached to the code anywhere.
    /// </summary>
    private static SuccessCode[] CodesOf(Envelope envelope, VendorDefinition definition)
    {
        // Plain loops, as all that runs at a vendor's first answer: each kind of LINQ is compiled before it is run.
        SuccessCode[] codes = [];
        for (var i = 0; i < definition.Codes.Count; i++)
        {
            CodeSection section = definition.Codes[i];
            for (var j = 0; IsMeant(section, envelope) && j < section.Rows.Count; j++)
            {
                CodeRow row = section.Rows[j];
                if (row.Outcome == Outcome.Success && row.LastCode is null && Decides(row, envelope, definition))
                {
                    codes = [.. codes, new SuccessCode(row)];
                }
            }
        }

        return codes;
    }

    private static bool Decides(CodeRow row, Envelope envelope, VendorDefinition definition)
    {
        var isFirst = true;
        for (var i = 0; i < definition.Codes.Count; i++)
        {
            CodeSection section = definition.Codes[i];
            bool isMeant = IsMeant(section, envelope);
            for (var j = 0; j < section.Rows.Count; j++)
            {
                CodeRow other = section.Rows[j];
                isFirst &= !ReferenceEquals(other, row);
                if ((IsConditional(other) || (isMeant && isFirst && other.LastCode is null)) && HaveSameCode(other, row))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsMeant(CodeSection section, Envelope envelope) =>
        envelope.CodeMeaning == CodeMeaning.HttpStatus
            ? section.IsHttpStatus
            : !section.IsHttpStatus && string.Equals(section.Space, envelope.Space, StringComparison.Ordinal);

    private static bool HaveSameCode(CodeRow left, CodeRow right) =>
        RowIndex.TryParse(left.Code, out long leftNumber) && RowIndex.TryParse(right.Code, out long rightNumber)
            ? leftNumber == rightNumber
            : string.Equals(left.Code, right.Code, StringComparison.OrdinalIgnoreCase);
}
