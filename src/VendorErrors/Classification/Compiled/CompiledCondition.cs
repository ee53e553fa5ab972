using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>A <see cref="Condition"/> whose member or header has a slot.</summary>
internal sealed class CompiledCondition
{
    private static readonly string[] s_true = ["true"];
    private static readonly string[] s_false = ["false"];

    // What vendors call an entry of a batch that was done, or is under way. Any other word may be a failure.
    private static readonly string[] s_worked =
    [
        "ok", "success", "succeeded", "successful", "done", "complete", "completed", "accepted", "accept", "created", "queued", "enqueued", "scheduled", "pending", "processing", "processed",
        "in_progress", "submitted", "sent", "sending", "dispatched", "enroute", "delivered", "received", "read", "updated", "added", "saved", "imported", "active", "true", "0",
    ];

    private readonly ConditionKind _kind;
    private readonly long _from;
    private readonly long _to;
    private readonly string[] _texts;
    private readonly int _slot;
    private readonly CompiledCondition? _left;
    private readonly CompiledCondition? _right;

    public CompiledCondition(Condition condition, PathTree paths)
        : this(condition, paths, isNegated: false)
    {
    }

    // A negation goes down to the single tests, so that what is evaluated most often knows nothing of it.
    private CompiledCondition(Condition condition, PathTree paths, bool isNegated)
    {
        while (condition.Kind == ConditionKind.Not)
        {
            (condition, isNegated) = (condition.Left!, !isNegated);
        }

        _kind = isNegated ? Negate(condition.Kind) : condition.Kind;
        _from = condition.From;
        _to = condition.To;
        _texts = _kind switch { ConditionKind.IsTrue => s_true, ConditionKind.IsFalse => s_false, _ => condition.Texts };
        _slot = CompiledSource.SlotOf(condition.Source, paths);
        if (_kind == ConditionKind.Not)
        {
            _left = new CompiledCondition(condition, paths, isNegated: false);
            return;
        }

        _left = condition.Left is null ? null : new CompiledCondition(condition.Left, paths, isNegated);
        _right = condition.Right is null ? null : new CompiledCondition(condition.Right, paths, isNegated);
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

    /// <summary>What is known of the condition. Of a body that is not whole a member that is not there may still come.</summary>
    public Truth Evaluate(in JsonView view, bool isWhole)
    {
        switch (_kind)
        {
            case ConditionKind.Both:
                Truth left = _left!.Evaluate(view, isWhole);
                return left == Truth.No ? left : Min(left, _right!.Evaluate(view, isWhole));
            case ConditionKind.Either:
                Truth either = _left!.Evaluate(view, isWhole);
                return either == Truth.Yes ? either : Max(either, _right!.Evaluate(view, isWhole));
            case ConditionKind.Present when view[_slot].IsPresent:
                return Truth.Yes;
            default:
                return !isWhole && !view[_slot].IsPresent ? Truth.Open : HoldsHere(view) ? Truth.Yes : Truth.No;
        }
    }

    /// <summary>Whether the condition holds in a body that is whole.</summary>
    public bool Holds(in JsonView view) => Evaluate(view, isWhole: true) == Truth.Yes;

    /// <summary>
    /// What became of an entry, where this is the condition of one that was not done. That it does not hold is not enough: a word that nobody
    /// knows may be a failure by another name.
    /// </summary>
    public Standing StandingOf(in JsonView view) => _kind switch
    {
        ConditionKind.Not => _left!.Holds(view) ? Standing.Worked : _left.Says(view) ? Standing.Failed : Standing.Unknown,
        ConditionKind.Both => OfBoth(Holds(view), _left!.StandingOf(view), _right!.StandingOf(view)),
        ConditionKind.Either => Worse(_left!.StandingOf(view), _right!.StandingOf(view)),
        _ when Holds(view) => Standing.Failed,
        ConditionKind.IsText or ConditionKind.IsFalse or ConditionKind.Between when !view[_slot].HasValue => Standing.Silent,
        ConditionKind.IsText => view.IsOneOf(_slot, s_worked) || view[_slot].Kind == JsonKind.True || IsSuccessNumber(view) ? Standing.Worked : Standing.Unknown,
        ConditionKind.IsFalse => view[_slot].Kind == JsonKind.True || view.IsOneOf(_slot, s_true) ? Standing.Worked : Standing.Unknown,
        ConditionKind.Between => view.TryInt64(_slot, out _) ? Standing.Worked : Standing.Unknown,
        _ => Standing.Worked,
    };

    /// <summary>Whether the member that is tested says anything, so that not to hold is a statement: what an entry does not say is no failure.</summary>
    private bool Says(in JsonView view) => _kind == ConditionKind.NotEmpty || view[_slot].HasValue;

    private static ConditionKind Negate(ConditionKind kind) => kind switch
    {
        ConditionKind.Present => ConditionKind.Absent,
        ConditionKind.Absent => ConditionKind.Present,
        ConditionKind.Both => ConditionKind.Either,
        ConditionKind.Either => ConditionKind.Both,
        _ => ConditionKind.Not,
    };

    private bool IsSuccessNumber(in JsonView view) => view.TryInt64(_slot, out long number) && number is 0 or (>= 200 and <= 299);

    // Both may hold, one of them because the entry is silent.
    private static Standing OfBoth(bool hold, Standing left, Standing right) =>
        !hold ? Better(left, right)
        : left == Standing.Unknown || right == Standing.Unknown ? Standing.Unknown
        : Standing.Failed;

    // One part that holds is no failure where both have to.
    private static Standing Better(Standing left, Standing right) =>
        left == Standing.Worked || right == Standing.Worked ? Standing.Worked
        : left == Standing.Unknown || right == Standing.Unknown ? Standing.Unknown
        : left == Standing.Failed ? right
        : left;

    private static Standing Worse(Standing left, Standing right) =>
        left == Standing.Failed || right == Standing.Failed ? Standing.Failed
        : left == Standing.Unknown || right == Standing.Unknown ? Standing.Unknown
        : left == Standing.Worked ? left
        : right;

    private static Truth Min(Truth left, Truth right) => left < right ? left : right;

    private static Truth Max(Truth left, Truth right) => left > right ? left : right;

    private bool HoldsHere(in JsonView view) => _kind switch
    {
        ConditionKind.Present => view[_slot].IsPresent,
        ConditionKind.Absent => !view[_slot].IsPresent,
        ConditionKind.NotEmpty => view.IsNotEmpty(_slot),
        ConditionKind.Between => view.TryInt64(_slot, out long number) && number >= _from && number <= _to,
        ConditionKind.IsText => view.IsOneOf(_slot, _texts),
        ConditionKind.Not => !_left!.HoldsHere(view),
        ConditionKind.IsTrue => view[_slot].Kind == JsonKind.True || view.IsOneOf(_slot, _texts),
        _ => view[_slot].Kind == JsonKind.False || view.IsOneOf(_slot, _texts),
    };
}
