using VendorErrors.Envelopes.Json;

namespace VendorErrors.Envelopes;

/// <summary>A <see cref="Condition"/> whose path has a slot.</summary>
internal sealed class CompiledCondition
{
    private static readonly string[] s_true = ["true"];
    private static readonly string[] s_false = ["false"];

    private readonly ConditionKind _kind;
    private readonly long _from;
    private readonly long _to;
    private readonly string[] _texts;
    private readonly int _slot;
    private readonly CompiledCondition? _left;
    private readonly CompiledCondition? _right;

    public CompiledCondition(Condition condition, PathTree paths)
    {
        _kind = condition.Kind;
        _from = condition.From;
        _to = condition.To;
        _texts = _kind switch { ConditionKind.IsTrue => s_true, ConditionKind.IsFalse => s_false, _ => condition.Texts };
        _slot = paths.SlotOf(condition.Path);
        _left = condition.Left is null ? null : new CompiledCondition(condition.Left, paths);
        _right = condition.Right is null ? null : new CompiledCondition(condition.Right, paths);
    }

    /// <summary>The conditions of outcome rules, in the same order.</summary>
    public static CompiledCondition[] Of(IReadOnlyList<OutcomeRule> rules, PathTree paths)
    {
        CompiledCondition[] conditions = rules.Count == 0 ? [] : new CompiledCondition[rules.Count];
        for (var i = 0; i < conditions.Length; i++)
        {
            conditions[i] = new CompiledCondition(rules[i].When, paths);
        }

        return conditions;
    }

    /// <summary>The same test on a body that may not be whole: then a member that is not there may still come.</summary>
    public Truth Judge(in JsonView view, bool isWhole)
    {
        switch (_kind)
        {
            case ConditionKind.Both:
                Truth left = _left!.Judge(view, isWhole);
                return left == Truth.No ? left : Min(left, _right!.Judge(view, isWhole));
            case ConditionKind.Either:
                return Max(_left!.Judge(view, isWhole), _right!.Judge(view, isWhole));
            case ConditionKind.Present when view[_slot].IsPresent:
                return Truth.Yes;
            default:
                return !isWhole && !view[_slot].IsPresent ? Truth.Open : Holds(view) ? Truth.Yes : Truth.No;
        }
    }

    private static Truth Min(Truth left, Truth right) => left < right ? left : right;

    private static Truth Max(Truth left, Truth right) => left > right ? left : right;

    public bool Holds(in JsonView view) => _kind switch
    {
        ConditionKind.Present => view[_slot].IsPresent,
        ConditionKind.Absent => !view[_slot].IsPresent,
        ConditionKind.NotEmpty => view.IsNotEmpty(_slot),
        ConditionKind.Between => view.TryInt64(_slot, out long number) && number >= _from && number <= _to,
        ConditionKind.IsText => view.IsOneOf(_slot, _texts),
        ConditionKind.IsTrue => view[_slot].Kind == JsonKind.True || view.IsOneOf(_slot, _texts),
        ConditionKind.IsFalse => view[_slot].Kind == JsonKind.False || view.IsOneOf(_slot, _texts),
        ConditionKind.Both => _left!.Holds(view) && _right!.Holds(view),
        _ => _left!.Holds(view) || _right!.Holds(view),
    };
}
