using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>The members of a condition, as far as they are read.</summary>
internal struct ConditionParts
{
    internal static readonly string[] HeaderMembers = ["header"];

    private Condition? _whole;
    private int _count;
    private ValueSource? _source;
    private string[]? _texts;
    private long? _from;
    private long? _to;

    /// <summary>Reads the present member; false where it is none of a condition.</summary>
    public bool TryRead(ref PackCursor json, int depth)
    {
        if (json.Is("path"u8))
        {
            _source = PackValues.Path(ref json) is { } path ? new ValueSource(path) : null;
        }
        else if (json.Is("header"u8))
        {
            _source = SourceParts.Header(ref json) is { } name ? ValueSource.FromHeader(name) : null;
        }
        else if (json.Is("is"u8))
        {
            _texts = PackValues.Texts(ref json);
        }
        else if (json.Is("from"u8))
        {
            _from = json.Integer();
        }
        else if (json.Is("to"u8))
        {
            _to = json.Integer();
        }
        else
        {
            return TryReadWhole(ref json, depth);
        }

        return true;
    }

    /// <summary>The condition; null where the members make none, which is noted.</summary>
    public readonly Condition? ToCondition(ref PackCursor json, int start)
    {
        bool hasParts = _source is not null || _texts is not null || _from is not null || _to is not null;
        if (_count == 1 && !hasParts)
        {
            return _whole;
        }

        if (_count == 0 && _source is not null && _texts is { Length: > 0 } && _from is null && _to is null)
        {
            return Condition.Is(_source, _texts);
        }

        if (_count == 0 && _source is not null && _texts is null && (_from ?? _to) is not null)
        {
            return Condition.Between(_source, _from ?? long.MinValue, _to ?? long.MaxValue);
        }

        json.Fault(start, _count > 1 ? "a condition is one test; combine several with 'all' or 'any'" : "a condition is one of has, lacks, notEmpty, true, false, all, any, not, or a path with 'is' or with 'from' and 'to'");
        return null;
    }

    private bool TryReadWhole(ref PackCursor json, int depth)
    {
        if (json.Is("has"u8))
        {
            Set(Of(ref json, Condition.Has));
        }
        else if (json.Is("lacks"u8))
        {
            Set(Of(ref json, Condition.Lacks));
        }
        else if (json.Is("notEmpty"u8))
        {
            Set(Of(ref json, Condition.NotEmpty));
        }
        else if (json.Is("true"u8))
        {
            Set(Of(ref json, Condition.IsTrue));
        }
        else if (json.Is("false"u8))
        {
            Set(Of(ref json, Condition.IsFalse));
        }
        else if (json.Is("not"u8))
        {
            Set(PackValues.Condition(ref json, depth + 1) is { } inner ? Condition.Not(inner) : null);
        }
        else if (json.Is("all"u8))
        {
            Set(Combine(ref json, depth, static (left, right) => left.And(right)));
        }
        else if (json.Is("any"u8))
        {
            Set(Combine(ref json, depth, static (left, right) => left.Or(right)));
        }
        else
        {
            return false;
        }

        return true;
    }

    private void Set(Condition? condition)
    {
        _whole = condition;
        _count++;
    }

    private static Condition? Of(ref PackCursor json, Func<ValueSource, Condition> make)
    {
        int start = json.Position;
        ValueSource? source = null;
        if (json.Kind != System.Text.Json.JsonTokenType.StartObject)
        {
            source = PackValues.Path(ref json) is { } path ? new ValueSource(path) : null;
        }
        else if (json.BeginObject("a path or a header"))
        {
            while (json.NextMember())
            {
                if (json.Is("header"u8))
                {
                    source = SourceParts.Header(ref json) is { } name ? ValueSource.FromHeader(name) : null;
                }
                else
                {
                    json.Unknown(HeaderMembers);
                }
            }

            if (source is null)
            {
                json.Missing(start, "header", "a test on no path needs 'header'");
            }
        }

        return source is null ? null : make(source);
    }

    private static Condition? Combine(ref PackCursor json, int depth, Func<Condition, Condition, Condition> combine)
    {
        Condition? all = null;
        var count = 0;
        if (json.BeginList("a list of conditions"))
        {
            for (; json.NextEntry(); count++)
            {
                if (count == PackLimits.Combined)
                {
                    json.Stop($"at most {PackLimits.Combined} conditions are combined");
                }

                Condition? next = PackValues.Condition(ref json, depth + 1);
                all = all is null || next is null ? all ?? next : combine(all, next);
            }

            if (count < 2)
            {
                json.Fault("two conditions or more are combined");
            }
        }

        return all;
    }
}
