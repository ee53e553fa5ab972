using System.Runtime.CompilerServices;
using VendorErrors.Json.Simd;

namespace VendorErrors.Json;

/// <summary>
/// Reads a body along the paths of a tree, in one pass that can stop after each decisive member and go on. What no path leads to is skipped:
/// by its brackets and quotes alone as long as the body may be a success, by its whole grammar otherwise. Whatever is odd (an escaped name, a
/// comment, a member that comes twice) it leaves to <see cref="PathTree.ReadExactly"/>.
/// </summary>
internal ref struct PathReader(ReadOnlySpan<byte> json, PathTree paths, Span<JsonSlot> slots, bool isExact = false)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private readonly PathNode _root = paths.Root;
    private readonly Span<JsonSlot> _slots = slots;

    // Whether the grammar of what is skipped is checked, too; and whether anything was skipped without that check.
    private bool _isExact = isExact;
    private bool _hasSkippedUnchecked;

    private TextEnds _textEnds = TextEnds.At(json);

    // Right after an opening brace or after a value.
    private int _position;

    // Whether a decisive member was seen, and whether the last one that was read is one to stop at.
    private bool _decisiveSeen;
    private bool _hasArrived;

    // After the last text that holds a backslash.
    private int _escapedEnd;

    /// <summary>Where the reader stopped, once <see cref="MoveNext"/> says no.</summary>
    public PathReaderEnd End { get; private set; }

    /// <summary>
    /// Goes on to the end of the body without a stop, and from here on checks the grammar. True where all of the body was read so; what was skipped
    /// unchecked before has to be read again.
    /// </summary>
    public bool MoveToEndExactly()
    {
        _isExact = true;
        return !_hasSkippedUnchecked && MoveToEnd() == PathReaderEnd.Closed;
    }

    /// <summary>Goes on to the end of the body without a stop, if it is not there yet.</summary>
    public PathReaderEnd MoveToEnd()
    {
        // Where the member at which it stopped was the last one, all is said.
        if (End == PathReaderEnd.None && _position > 0 && _position == _json.Length - 1 && _json[_position] == (byte)'}')
        {
            End = PathReaderEnd.Closed;
        }
        else if (End == PathReaderEnd.None)
        {
            Move(pause: false);
        }

        return End;
    }

    /// <summary>
    /// Goes on to right after the next wanted member of the outermost object that is decisive, or follows one that is; false at the end, or
    /// where it cannot go on.
    /// </summary>
    public bool MoveNext() => Move(pause: true);

    private bool Move(bool pause)
    {
        if (_position == 0)
        {
            byte begin = _json.IsEmpty ? (byte)0 : _json[0];
            if (begin != (byte)'{')
            {
                return Skip(begin == (byte)'[' && !_root.IsList ? SkipContainer(_json, 0) : _json.IsEmpty ? JsonSkip.Cut : JsonSkip.Odd) && EndBehindRoot();
            }

            _position = 1;
        }

        return ReadMembers(_root, pause) || (End == PathReaderEnd.None && EndBehindRoot());
    }

    /// <summary>Reads up to the end of an object, or after its next wanted member. True after the latter; false with no <see cref="End"/> after the former.</summary>
    private bool ReadMembers(PathNode node, bool pause)
    {
        ReadOnlySpan<byte> body = _json;
        int at = _position;
        at = body[at - 1] == (byte)'{' ? FindFirst(body, at) : FindNext(body, at);
        while ((uint)at < (uint)body.Length && body[at] == (byte)'"')
        {
            // Nearly all members are written without blanks, or with one after each colon and comma, and most are short texts or numbers that
            // nobody asks for: these are passed without a call, so that all that is carried on from one to the next stays in registers.
            int name = at + 1;
            ulong hits = _textEnds.From(body, name);
            int length = Bits.TrailingZeros(hits);
            int value = name + length + 2;
            bool isPlain = hits != 0 && (uint)value < (uint)body.Length && body[value - 1] == (byte)':' && body[value - 2] == (byte)'"';
            int end = isPlain ? FindPlainEnd(body, name, value, hits) : 0;
            if (end == 0 && isPlain && body[value] == (byte)' ' && value + 1 < body.Length)
            {
                end = FindPlainEnd(body, name, ++value, hits);
            }

            if (end == 0 || node.MayHave(length))
            {
                end = end != 0 ? ReadWanted(body, node, name, length, value, end)
                    : isPlain && body[value] is (byte)'{' or (byte)'[' ? ReadContainer(body, node, name, length, value)
                    : ReadMember(body, node, name);
                if (end < 0)
                {
                    return Skip(end);
                }

                if (pause && _hasArrived)
                {
                    _hasArrived = false;
                    _position = end;
                    return true;
                }
            }

            at = FindNext(body, end);
        }

        return at < 0 ? Skip(at) : Close(at + 1);
    }

    /// <summary>Where a text or a whole number ends, after which a member or the end follows at once; 0 where it is something else.</summary>
    /// <param name="body">The body.</param>
    /// <param name="name">Where the name begins.</param>
    /// <param name="value">Where the value begins.</param>
    /// <param name="hits">The quotes and backslashes from the name on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindPlainEnd(ReadOnlySpan<byte> body, int name, int value, ulong hits)
    {
        int end = value;
        if (body[value] == (byte)'"')
        {
            // The closing quote of the name, the opening one, and then the closing one or a backslash.
            hits &= hits - 1;
            hits &= hits - 1;
            end = name + Bits.TrailingZeros(hits);
            return hits != 0 && (uint)end < (uint)body.Length && body[end] == (byte)'"' ? end + 1 : 0;
        }

        while ((uint)end < (uint)body.Length && (uint)(body[end] - '0') <= 9)
        {
            end++;
        }

        return (uint)end < (uint)body.Length && body[end] is (byte)',' or (byte)'}' && (end == value + 1 || (end > value && body[value] != (byte)'0')) ? end : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadContainer(ReadOnlySpan<byte> body, PathNode node, int name, int length, int value)
    {
        int end = SkipContainer(body, value);
        return end < 0 || !node.MayHave(length) ? end : ReadWanted(body, node, name, length, value, end);
    }

    /// <summary>Reads a member of any kind; the position after it, <see cref="JsonSkip.Cut"/> or <see cref="JsonSkip.Odd"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadMember(ReadOnlySpan<byte> body, PathNode node, int name)
    {
        int nameEnd = _textEnds.Find(body, name);
        if (nameEnd >= body.Length || body[nameEnd] != (byte)'"')
        {
            return nameEnd < body.Length ? JsonSkip.Odd : JsonSkip.Cut;
        }

        int value = FindValue(body, nameEnd + 1);
        int end = value < 0 ? value : FindEnd(body, value);
        return end < 0 ? end : ReadWanted(body, node, name, nameEnd - name, value, end);
    }

    /// <summary>The position after a value; <see cref="JsonSkip.Cut"/> or <see cref="JsonSkip.Odd"/>.</summary>
    private int FindEnd(ReadOnlySpan<byte> body, int at)
    {
        switch (body[at])
        {
            case (byte)'"':
                int end = _textEnds.Find(body, at + 1);
                return end >= body.Length ? JsonSkip.Cut
                    : body[end] == (byte)'"' ? end + 1
                    : _escapedEnd = SkipText(body, at, end);
            case (byte)'{' or (byte)'[':
                return SkipContainer(body, at);
            default:
                return SkipExactly(body, at);
        }
    }

    private int SkipContainer(ReadOnlySpan<byte> body, int at)
    {
        _hasSkippedUnchecked |= !_isExact;
        return _isExact ? SkipExactly(body, at) : JsonSkip.Container(body, at);
    }

    private int SkipText(ReadOnlySpan<byte> body, int at, int backslash)
    {
        _hasSkippedUnchecked |= !_isExact;
        return _isExact ? SkipExactly(body, at) : JsonSkip.Text(body, backslash);
    }

    private static int SkipExactly(ReadOnlySpan<byte> body, int at)
    {
        var scanner = new JsonScanner(body[at..]);
        bool isWhole = scanner.ReadValue(out _) && at + scanner.Position < body.Length;
        return isWhole ? at + scanner.Position
            : scanner.Fault is JsonFault.None or JsonFault.Cut ? JsonSkip.Cut
            : JsonSkip.Odd;
    }

    /// <summary>
    /// Notes where a value is that a path leads to, or the wanted values in it. The position after it; <see cref="JsonSkip.Odd"/> where it is
    /// not the first of its name; or what became of the values in it.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadWanted(ReadOnlySpan<byte> body, PathNode node, int name, int length, int value, int end)
    {
        if (node.Find(body.Slice(name, length)) is not { } child)
        {
            return end;
        }

        ref JsonSlot slot = ref _slots[child.Slot];
        byte begin = body[value];
        if (slot.IsPresent || (child.FirstEntry > 0 && begin == (byte)'['))
        {
            return JsonSkip.Odd;
        }

        // Of a list that a path looks into the first entry counts, if that is an object.
        int first = begin == (byte)'{' ? value : begin == (byte)'[' && child.IsList ? Blank.Skip(body, value + 1) : 0;
        if (first > 0 && child.HasChildren && body[first] == (byte)'{')
        {
            _position = first + 1;
            _ = ReadMembers(child, pause: false);
            if (_position < 0)
            {
                return _position;
            }
        }

        slot = begin == (byte)'"' ? new JsonSlot(JsonKind.Text, value + 1, end - value - 2, end == _escapedEnd) : new JsonSlot(KindOf(begin), value, end - value);
        _hasArrived = _decisiveSeen |= child.IsDecisive;
        return end;
    }

    private bool Close(int position)
    {
        _position = position;
        return false;
    }

    /// <summary>The position of the first name of an object, or of its closing brace; <see cref="JsonSkip.Cut"/> or <see cref="JsonSkip.Odd"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindFirst(ReadOnlySpan<byte> body, int at)
    {
        at = Blank.Skip(body, at);
        return at >= body.Length ? JsonSkip.Cut : body[at] is (byte)'"' or (byte)'}' ? at : JsonSkip.Odd;
    }

    /// <summary>The position of the next name of an object, or of its closing brace; <see cref="JsonSkip.Cut"/> or <see cref="JsonSkip.Odd"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindNext(ReadOnlySpan<byte> body, int at)
    {
        int next = at + 1;
        return (uint)next < (uint)body.Length && body[at] == (byte)',' && body[next] == (byte)'"' ? next
            : (uint)at < (uint)body.Length && body[at] == (byte)'}' ? at
            : (uint)(next + 1) < (uint)body.Length && body[at] == (byte)',' && body[next] == (byte)' ' && body[next + 1] == (byte)'"' ? next + 1
            : FindNextBehindBlanks(body, at);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindNextBehindBlanks(ReadOnlySpan<byte> body, int at)
    {
        at = Blank.Skip(body, at);
        if (at >= body.Length || body[at] == (byte)'}')
        {
            return at < body.Length ? at : JsonSkip.Cut;
        }

        return body[at] == (byte)',' ? Expect(body, at + 1, (byte)'"') : JsonSkip.Odd;
    }

    /// <summary>The position of the value after a name; <see cref="JsonSkip.Cut"/> or <see cref="JsonSkip.Odd"/>.</summary>
    private static int FindValue(ReadOnlySpan<byte> body, int at)
    {
        at = Expect(body, at, (byte)':');
        at = at < 0 ? at : Blank.Skip(body, at + 1);
        return at < body.Length ? at : JsonSkip.Cut;
    }

    /// <summary>The position of a byte that has to come next, blanks aside; <see cref="JsonSkip.Cut"/> or <see cref="JsonSkip.Odd"/>.</summary>
    private static int Expect(ReadOnlySpan<byte> body, int at, byte expected)
    {
        at = Blank.Skip(body, at);
        return at >= body.Length ? JsonSkip.Cut : body[at] == expected ? at : JsonSkip.Odd;
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
        End = to >= 0 ? PathReaderEnd.None : to == JsonSkip.Cut ? PathReaderEnd.Cut : PathReaderEnd.Odd;
        return to >= 0;
    }

    private bool EndBehindRoot()
    {
        End = _position == _json.Length || Blank.Skip(_json, _position) == _json.Length ? PathReaderEnd.Closed : PathReaderEnd.Odd;
        return false;
    }
}
