using System.Runtime.CompilerServices;

namespace VendorErrors.Envelopes.Json;

/// <summary>
/// The fast reading of a body: finds the members that a tree of paths leads to, one after another, and skips what is in between by
/// <see cref="JsonSkip"/>. It finds what <see cref="PathTree.Read"/> finds, and leaves to that whatever is odd.
/// </summary>
internal ref struct JsonSkimmer(ReadOnlySpan<byte> json, PathTree paths, Span<JsonSlot> slots, bool isExact = false)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private readonly PathNode _root = paths.Root;
    private readonly Span<JsonSlot> _slots = slots;

    // Whether the grammar of what is skipped is looked at, too.
    private readonly bool _isExact = isExact;

    private TextEnds _textEnds;

    // Right behind an opening brace or behind a value.
    private int _position;

    /// <summary>Where the skimming stopped, once <see cref="MoveNext"/> says no.</summary>
    public SkimEnd End { get; private set; }

    /// <summary>The slot of the member of the outermost object at which <see cref="MoveNext"/> arrived.</summary>
    public int Slot { get; private set; }

    /// <summary>Starts behind a number that is the first member, and known already.</summary>
    public void GoOnBehind(int slot, JsonSlot number)
    {
        _slots[slot] = number;
        _position = number.Start + number.Length;
    }

    /// <summary>Goes on to the end of the body without a stop, if it is not there yet.</summary>
    public SkimEnd MoveToEnd()
    {
        if (End == SkimEnd.None)
        {
            Move(pause: false);
        }

        return End;
    }

    /// <summary>Goes on to right behind the next wanted member of the outermost object; false at the end, or where it cannot go on.</summary>
    public bool MoveNext() => Move(pause: true);

    private bool Move(bool pause)
    {
        if (_position == 0)
        {
            byte begin = _json.IsEmpty ? (byte)0 : _json[0];
            if (begin != (byte)'{')
            {
                return Skip(begin == (byte)'[' ? SkipContainer(_json, 0) : _json.IsEmpty ? JsonSkip.Cut : JsonSkip.Odd) && EndBehindRoot();
            }

            _position = 1;
        }

        return ReadMembers(_root, pause) || (End == SkimEnd.None && EndBehindRoot());
    }

    /// <summary>Reads up to the end of an object, or behind its next wanted member. True after the latter; false with no <see cref="End"/> after the former.</summary>
    private bool ReadMembers(PathNode node, bool pause)
    {
        ReadOnlySpan<byte> body = _json;
        int at = _position;
        bool first = body[at - 1] == (byte)'{';
        var escaped = false;
        while (true)
        {
            at = Blank.Skip(body, at);
            if ((uint)at >= (uint)body.Length)
            {
                return Skip(JsonSkip.Cut);
            }

            if (body[at] == (byte)'}')
            {
                _position = at + 1;
                return false;
            }

            if (!first)
            {
                at = body[at] == (byte)',' ? Blank.Skip(body, at + 1) : JsonSkip.Odd;
            }

            at = ReadName(body, at, out ReadOnlySpan<byte> name);
            if (at < 0)
            {
                return Skip(at);
            }

            PathNode? child = node.Find(name);
            int end = child is not null && child.HasChildren && body[at] == (byte)'{' ? Descend(child, at) : SkipValue(body, at, out escaped);
            if (end < 0 || (child is not null && !TryPlace(child, at, end, escaped)))
            {
                return Skip(end < 0 ? end : JsonSkip.Odd);
            }

            at = end;
            first = false;
            if (child is not null && pause)
            {
                _position = at;
                Slot = child.Slot;
                return true;
            }
        }
    }

    /// <summary>Reads a member's name; the position of the value, <see cref="JsonSkip.Cut"/> or <see cref="JsonSkip.Odd"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadName(ReadOnlySpan<byte> body, int at, out ReadOnlySpan<byte> name)
    {
        name = default;
        if ((uint)at >= (uint)body.Length)
        {
            return at < 0 ? at : JsonSkip.Cut;
        }

        if (body[at] != (byte)'"')
        {
            return JsonSkip.Odd;
        }

        int end = _textEnds.Find(body, at + 1);
        if ((uint)end >= (uint)body.Length)
        {
            return JsonSkip.Cut;
        }

        if (body[end] != (byte)'"')
        {
            return JsonSkip.Odd;
        }

        name = body[(at + 1)..end];
        at = Blank.Skip(body, end + 1);
        if ((uint)at >= (uint)body.Length)
        {
            return JsonSkip.Cut;
        }

        if (body[at] != (byte)':')
        {
            return JsonSkip.Odd;
        }

        at = Blank.Skip(body, at + 1);
        return at < body.Length ? at : JsonSkip.Cut;
    }

    /// <summary>Reads the members of a wanted object; the position behind it, <see cref="JsonSkip.Cut"/> or <see cref="JsonSkip.Odd"/>.</summary>
    private int Descend(PathNode node, int at)
    {
        if (_slots[node.Slot].IsPresent)
        {
            return JsonSkip.Odd;
        }

        _position = at + 1;
        _ = ReadMembers(node, pause: false);
        return _position;
    }

    /// <summary>Notes where a wanted value stands; false where it is not the first of its name, or one that the exact reader looks into.</summary>
    private readonly bool TryPlace(PathNode node, int at, int end, bool escaped)
    {
        ref JsonSlot slot = ref _slots[node.Slot];
        byte begin = _json[at];
        if (slot.IsPresent || (node.IsList && begin == (byte)'['))
        {
            return false;
        }

        slot = begin == (byte)'"' ? new JsonSlot(JsonKind.Text, at + 1, end - at - 2, escaped) : new JsonSlot(KindOf(begin), at, end - at);
        return true;
    }

    /// <summary>The position behind a value; <see cref="JsonSkip.Cut"/> or <see cref="JsonSkip.Odd"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SkipValue(ReadOnlySpan<byte> body, int at, out bool escaped)
    {
        escaped = false;
        switch (body[at])
        {
            case (byte)'"':
                int end = _textEnds.Find(body, at + 1);
                escaped = (uint)end < (uint)body.Length && body[end] == (byte)'\\';
                return escaped ? (_isExact ? SkipUncommon(body, at) : JsonSkip.Text(body, end)) : end < body.Length ? end + 1 : JsonSkip.Cut;
            case (byte)'{' or (byte)'[':
                return SkipContainer(body, at);
            default:
                return SkipScalar(body, at);
        }
    }

    private readonly int SkipContainer(ReadOnlySpan<byte> body, int at) => _isExact ? SkipUncommon(body, at) : JsonSkip.Container(body, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipScalar(ReadOnlySpan<byte> body, int at)
    {
        int first = body[at] == (byte)'-' ? at + 1 : at;
        int end = first;
        while ((uint)end < (uint)body.Length && (uint)(body[end] - '0') <= 9)
        {
            end++;
        }

        return (uint)end < (uint)body.Length && body[end] is (byte)',' or (byte)'}' && (end == first + 1 || (end > first && body[first] != (byte)'0'))
            ? end
            : SkipUncommon(body, at);
    }

    /// <summary>Literals, fractions, numbers before white space, and what is no value at all.</summary>
    private static int SkipUncommon(ReadOnlySpan<byte> body, int at)
    {
        var scanner = new JsonScanner(body[at..]);
        return scanner.ReadValue(out _) ? (at + scanner.Position < body.Length ? at + scanner.Position : JsonSkip.Cut)
            : scanner.Fault == JsonFault.Cut ? JsonSkip.Cut
            : JsonSkip.Odd;
    }

    private static JsonKind KindOf(byte begin) => begin switch
    {
        (byte)'{' => JsonKind.Object,
        (byte)'[' => JsonKind.Array,
        (byte)'t' => JsonKind.True,
        (byte)'f' => JsonKind.False,
        (byte)'n' => JsonKind.Null,
        _ => JsonKind.Number,
    };

    /// <summary>Goes on to a position, or ends where that is <see cref="JsonSkip.Cut"/> or <see cref="JsonSkip.Odd"/>.</summary>
    private bool Skip(int to)
    {
        _position = to;
        End = to >= 0 ? SkimEnd.None : to == JsonSkip.Cut ? SkimEnd.Cut : SkimEnd.Odd;
        return to >= 0;
    }

    private bool EndBehindRoot()
    {
        End = Blank.Skip(_json, _position) == _json.Length ? SkimEnd.Closed : SkimEnd.Odd;
        return false;
    }
}
