using System.Runtime.CompilerServices;

namespace VendorErrors.Envelopes.Json;

/// <summary>
/// The fast reading of a body: finds the members that a tree of paths leads to, one after another, and skips what is in between by
/// <see cref="JsonSkip"/>. It finds what <see cref="PathTree.Read"/> finds, and leaves to that whatever is odd.
/// </summary>
internal ref struct JsonSkimmer(ReadOnlySpan<byte> json, PathTree paths, Span<JsonSlot> slots)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private readonly PathNode _root = paths.Root;
    private readonly Span<JsonSlot> _slots = slots;

    private TextEnds _textEnds;

    // Right behind an opening brace or behind a value.
    private int _position;

    /// <summary>Where the skimming stopped, once <see cref="MoveNext"/> says no.</summary>
    public SkimEnd End { get; private set; }

    /// <summary>Goes on to right behind the next wanted member of the outermost object; false at the end, or where it cannot go on.</summary>
    public bool MoveNext()
    {
        if (_position == 0)
        {
            byte begin = _json.IsEmpty ? (byte)0 : _json[0];
            if (begin != (byte)'{')
            {
                return Skip(begin == (byte)'[' ? JsonSkip.Container(_json, 0) : _json.IsEmpty ? JsonSkip.Cut : JsonSkip.Odd) && EndBehindRoot();
            }

            _position = 1;
        }

        return ReadMembers(_root, pause: true) || (End == SkimEnd.None && EndBehindRoot());
    }

    /// <summary>Reads up to the end of an object, or behind its next wanted member. True after the latter; false with no <see cref="End"/> after the former.</summary>
    private bool ReadMembers(PathNode node, bool pause)
    {
        ReadOnlySpan<byte> body = _json;
        int at = _position;
        bool first = body[at - 1] == (byte)'{';
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
            if (child is not null)
            {
                if (!ReadWanted(child, at) || pause)
                {
                    return End == SkimEnd.None;
                }

                at = _position;
            }
            else
            {
                at = SkipValue(body, at, out _);
                if (at < 0)
                {
                    return Skip(at);
                }
            }

            first = false;
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

    private bool ReadWanted(PathNode node, int at)
    {
        byte begin = _json[at];
        if (_slots[node.Slot].IsPresent || (node.IsList && begin == (byte)'['))
        {
            return Skip(JsonSkip.Odd);
        }

        if (node.HasChildren && begin == (byte)'{')
        {
            _slots[node.Slot] = new JsonSlot(JsonKind.Object, at, 0);
            _position = at + 1;
            _ = ReadMembers(node, pause: false);
            if (End == SkimEnd.None)
            {
                _slots[node.Slot] = new JsonSlot(JsonKind.Object, at, _position - at);
            }

            return End == SkimEnd.None;
        }

        int end = SkipValue(_json, at, out bool escaped);
        if (end < 0)
        {
            return Skip(end);
        }

        _slots[node.Slot] = begin == (byte)'"' ? new JsonSlot(JsonKind.Text, at + 1, end - at - 2, escaped) : new JsonSlot(KindOf(begin), at, end - at);
        _position = end;
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
                return escaped ? JsonSkip.Text(body, at) : end < body.Length ? end + 1 : JsonSkip.Cut;
            case (byte)'{' or (byte)'[':
                return JsonSkip.Container(body, at);
            default:
                return SkipScalar(body, at);
        }
    }

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
