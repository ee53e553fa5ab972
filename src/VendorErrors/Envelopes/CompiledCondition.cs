using VendorErrors.Envelopes.Json;

namespace VendorErrors.Envelopes;

/// <summary>A <see cref="Condition"/> whose path has a slot.</summary>
internal sealed class CompiledCondition
{
    private readonly Condition _condition;
    private readonly int _slot;
    private readonly CompiledCondition? _left;
    private readonly CompiledCondition? _right;

    public CompiledCondition(Condition condition, PathTree paths)
    {
        _condition = condition;
        _slot = paths.SlotOf(condition.Path);
        _left = condition.Left is null ? null : new CompiledCondition(condition.Left, paths);
        _right = condition.Right is null ? null : new CompiledCondition(condition.Right, paths);
    }

    /// <summary>The same test on the beginning of a body: a member that is not there may still come.</summary>
    public Truth Judge(in JsonView beginning)
    {
        switch (_condition.Kind)
        {
            case ConditionKind.Both:
                return Min(_left!.Judge(beginning), _right!.Judge(beginning));
            case ConditionKind.Either:
                return Max(_left!.Judge(beginning), _right!.Judge(beginning));
            default:
                return !beginning[_slot].IsPresent ? Truth.Open : Holds(beginning) ? Truth.Yes : Truth.No;
        }
    }

    private static Truth Min(Truth left, Truth right) => left < right ? left : right;

    private static Truth Max(Truth left, Truth right) => left > right ? left : right;

    public bool Holds(in JsonView view) => _condition.Kind switch
    {
        ConditionKind.Present => view[_slot].IsPresent,
        ConditionKind.Absent => !view[_slot].IsPresent,
        ConditionKind.NotEmpty => view.IsNotEmpty(_slot),
        ConditionKind.Between => view.TryInt64(_slot, out long number) && number >= _condition.From && number <= _condition.To,
        ConditionKind.IsText => view.IsOneOf(_slot, _condition.Texts),
        ConditionKind.IsTrue => view[_slot].Kind == JsonKind.True,
        ConditionKind.IsFalse => view[_slot].Kind == JsonKind.False,
        ConditionKind.Both => _left!.Holds(view) && _right!.Holds(view),
        _ => _left!.Holds(view) || _right!.Holds(view),
    };
}
