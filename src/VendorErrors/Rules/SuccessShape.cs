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

    public SuccessShape(Envelope envelope, Catalog catalog, PathTree paths)
    {
        _when = new CompiledCondition(envelope.When, paths);
        _operation = envelope.Operation is null ? null : new OperationPattern(envelope.Operation);
        _outcomes = [.. envelope.Outcomes.Select(rule => new CompiledCondition(rule.When, paths))];
        if (envelope.Code.Count > 0)
        {
            CodeName = envelope.Code[0];
            CodeSlot = paths.SlotOf(CodeName);
            Codes = [.. CodesOf(envelope, catalog)];
        }

        if (envelope.Proof is not null)
        {
            _proof = paths.SlotOf(envelope.Proof.Path);
            _notExecuted = [.. envelope.Proof.NotExecuted];
        }
    }

    /// <summary>The path of the first code; empty where there is none.</summary>
    public string CodeName { get; } = string.Empty;

    /// <summary>Its slot, or -1.</summary>
    public int CodeSlot { get; } = -1;

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
        if (CodeSlot < 0 || !view[CodeSlot].IsPresent)
        {
            return isWhole ? SuccessVerdict.No : SuccessVerdict.Open;
        }

        SuccessVerdict verdict = Find(view.Json, view[CodeSlot]);
        if (verdict.IsPlainSuccess == Truth.No)
        {
            return verdict;
        }

        if (_proof >= 0 && !isWhole && !view[_proof].IsPresent)
        {
            return SuccessVerdict.Open;
        }

        foreach (CompiledCondition condition in _outcomes)
        {
            Truth holds = condition.Judge(view, isWhole);
            if (holds != Truth.No)
            {
                return holds == Truth.Yes ? SuccessVerdict.No : SuccessVerdict.Open;
            }
        }

        return _proof >= 0 && view.IsOneOf(_proof, _notExecuted) ? SuccessVerdict.No : verdict;
    }

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

    private static bool HaveSameCode(CodeRow left, CodeRow right) =>
        RowIndex.TryParse(left.Code, out long leftNumber) && RowIndex.TryParse(right.Code, out long rightNumber)
            ? leftNumber == rightNumber
            : string.Equals(left.Code, right.Code, StringComparison.OrdinalIgnoreCase);

    /// <summary>The codes that mean a plain success wherever they stand: what the look-up itself says of each row, unless a condition is attached to the code.</summary>
    private static IEnumerable<SuccessCode> CodesOf(Envelope envelope, Catalog catalog)
    {
        foreach (CodeRow row in catalog.Rows.Concat(StatusTable.Section.Rows))
        {
            if (row.Outcome == Outcome.Success && row.LastCode is null && !catalog.Rows.Any(other => IsConditional(other) && HaveSameCode(other, row)))
            {
                byte[] utf8 = Encoding.UTF8.GetBytes(row.Code);
                var slot = new JsonSlot(JsonKind.Text, 0, utf8.Length);
                var context = new RowContext { View = new JsonView(utf8, default) };
                RowMatch match = Interpreter.FindRow(catalog, envelope, slot, context);
                if (ReferenceEquals(match.Row, row))
                {
                    yield return new SuccessCode(utf8, new SuccessVerdict(Truth.Yes, new VendorResult(Outcome.Success, row.EffectiveEffect, Interpreter.ConfidenceOf(match), row)));
                }
            }
        }
    }
}
