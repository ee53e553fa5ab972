using System.Runtime.CompilerServices;
using VendorErrors.Json.Simd;

namespace VendorErrors.Json;

/// <summary>
/// A forward scanner over the UTF-8 bytes of one JSON value. It throws nothing: a body that breaks off or breaks the grammar leaves a
/// <see cref="Fault"/>. More tolerant than RFC 8259 where vendors are sloppy: comments, trailing commas and raw control characters in texts pass.
/// </summary>
internal ref partial struct JsonScanner(ReadOnlySpan<byte> json)
{
    /// <summary>How deep containers may nest before a body counts as hostile.</summary>
    internal const int MaxDepth = JsonSkip.MaxDepth;

    private readonly ReadOnlySpan<byte> _json = json;

    private TextEnds _textEnds = new();
    private int _position;

    /// <summary>What is wrong with a body as a whole, if anything is.</summary>
    internal static JsonFault FaultOf(ReadOnlySpan<byte> json)
    {
        var scanner = new JsonScanner(json);
        _ = scanner.MoveToToken() && scanner.ReadValue(out _) && scanner.IsAtEnd();
        return scanner.Fault;
    }

    /// <summary>Why the scan stopped early; none while all is well.</summary>
    public JsonFault Fault { get; private set; }

    public readonly int Position => _position;

    public readonly byte Current => _json[_position];

    public void Advance() => _position++;

    /// <summary>Goes to the beginning of a value that was scanned before.</summary>
    public void MoveTo(int position) => _position = position;

    /// <summary>Moves to the next byte that is neither white space nor comment; false, with a fault, at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveToToken() =>
        ((uint)_position < (uint)_json.Length && _json[_position] > (byte)' ' && _json[_position] != (byte)'/')
        || (SkipBlank() && (_position < _json.Length || Fail(JsonFault.Cut)));

    /// <summary>Whether nothing but white space and comments is left.</summary>
    public bool IsAtEnd() => SkipBlank() && (_position == _json.Length || Fail(JsonFault.TrailingData));

    /// <summary>
    /// Moves past what separates two members or elements. True when another one follows; false at the closing bracket,
    /// which is consumed, and after a fault.
    /// </summary>
    public bool MoveToNext(byte close, bool first)
    {
        if (!MoveToToken())
        {
            return false;
        }

        if (!first && Current == (byte)',')
        {
            _position++;
            if (!MoveToToken())
            {
                return false;
            }
        }
        else if (!first && Current != close)
        {
            return Fail(JsonFault.Malformed);
        }

        if (Current != close)
        {
            return true;
        }

        _position++;
        return false;
    }

    /// <summary>Reads a member's name and the colon after it, up to its value.</summary>
    public bool ReadName(out JsonSlot name)
    {
        name = default;
        if (Current != (byte)'"')
        {
            return Fail(JsonFault.Malformed);
        }

        if (!ReadText(out name) || !MoveToToken())
        {
            return false;
        }

        if (Current != (byte)':')
        {
            return Fail(JsonFault.Malformed);
        }

        _position++;
        return MoveToToken();
    }

    /// <summary>Reads one value of any kind, whole, and says where it stands.</summary>
    public bool ReadValue(out JsonSlot value)
    {
        switch (Current)
        {
            case (byte)'"':
                return ReadText(out value);
            case (byte)'{' or (byte)'[':
                return ReadContainer(out value);
            default:
                return ReadScalar(out value);
        }
    }

    /// <summary>The same in a body that was read before: of a container only the end is looked for, so that a fault in it hides nothing that follows.</summary>
    public bool PassValue(out JsonSlot value)
    {
        byte begin = Current;
        int end = begin is (byte)'{' or (byte)'[' ? JsonSkip.Container(_json, _position) : JsonSkip.Odd;
        if (end < 0)
        {
            return ReadValue(out value);
        }

        value = new JsonSlot(begin == (byte)'{' ? JsonKind.Object : JsonKind.Array, _position, end - _position);
        _position = end;
        return true;
    }

    private bool ReadText(out JsonSlot value)
    {
        int start = ++_position;
        var escaped = false;
        while (true)
        {
            _position = _textEnds.Find(_json, _position);
            if (_position >= _json.Length)
            {
                _position = _json.Length;
                value = default;
                return Fail(JsonFault.Cut);
            }

            if (Current == (byte)'"')
            {
                value = new JsonSlot(JsonKind.Text, start, _position - start, escaped);
                _position++;
                return true;
            }

            escaped = true;
            if (!ReadEscapes())
            {
                value = default;
                return false;
            }
        }
    }

    /// <summary>Reads a run of escapes: in a text that has any, another one often follows at once.</summary>
    private bool ReadEscapes()
    {
        ReadOnlySpan<byte> body = _json;
        int at = _position;
        while ((uint)at < (uint)body.Length && body[at] == (byte)'\\')
        {
            if (at + 1 >= body.Length)
            {
                return Fail(JsonFault.Cut);
            }

            byte kind = body[at + 1];
            if (kind is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t')
            {
                at += 2;
                continue;
            }

            if (kind != (byte)'u')
            {
                return Fail(JsonFault.Malformed);
            }

            int end = at + 6;
            for (at += 2; at < end; at++)
            {
                if (at >= body.Length)
                {
                    return Fail(JsonFault.Cut);
                }

                if (HexDigit.Value(body[at]) < 0)
                {
                    return Fail(JsonFault.Malformed);
                }
            }
        }

        _position = at;
        return true;
    }

    /// <summary>Skips a container with everything in it, checking the grammar, without recursion: depth costs a bit, not a stack frame.</summary>
    private bool ReadContainer(out JsonSlot value)
    {
        int start = _position;
        JsonKind kind = Current == (byte)'{' ? JsonKind.Object : JsonKind.Array;
        bool ok = ReadGrammar(stackalloc ulong[MaxDepth / 64]);
        value = ok ? new JsonSlot(kind, start, _position - start) : default;
        return ok;
    }

    // A method of its own: with an array on the stack the loop would be compiled once and for all, before it is known where it is hot.
    private bool ReadGrammar(scoped Span<ulong> isObject)
    {
        var depth = 0;
        bool first;

        // Each round stands before a value, the outermost container first.
        while (true)
        {
            first = Current is (byte)'{' or (byte)'[';
            if (!(first ? Open(isObject, ref depth) : ReadValue(out _)))
            {
                return false;
            }

            while (true)
            {
                bool inObject = (isObject[(depth - 1) >> 6] >> ((depth - 1) & 63) & 1) != 0;
                if (MoveToNext(inObject ? (byte)'}' : (byte)']', first))
                {
                    if (inObject && !ReadName(out _))
                    {
                        return false;
                    }

                    break;
                }

                if (Fault != JsonFault.None)
                {
                    return false;
                }

                first = false;
                if (--depth == 0)
                {
                    return true;
                }
            }
        }
    }

    private bool Open(scoped Span<ulong> isObject, ref int depth)
    {
        if (depth == MaxDepth)
        {
            return Fail(JsonFault.TooDeep);
        }

        ulong bit = 1UL << (depth & 63);
        isObject[depth >> 6] = Current == (byte)'{' ? isObject[depth >> 6] | bit : isObject[depth >> 6] & ~bit;
        depth++;
        _position++;
        return true;
    }

    private bool SkipBlank()
    {
        _position = Blank.Skip(_json, _position);
        while (_position < _json.Length && Current == (byte)'/')
        {
            if (!SkipComment())
            {
                return false;
            }

            _position = Blank.Skip(_json, _position);
        }

        return true;
    }

    private bool SkipComment()
    {
        ReadOnlySpan<byte> rest = _json[_position..];
        if (rest.StartsWith("/*"u8))
        {
            int end = rest[2..].IndexOf("*/"u8);
            _position = end < 0 ? _json.Length : _position + end + 4;
            return end >= 0 || Fail(JsonFault.Cut);
        }

        if (rest.StartsWith("//"u8))
        {
            int end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            _position = end < 0 ? _json.Length : _position + end;
            return true;
        }

        return Fail(rest.Length == 1 ? JsonFault.Cut : JsonFault.Malformed);
    }

    private bool Fail(JsonFault fault)
    {
        Fault = fault;
        return false;
    }
}
