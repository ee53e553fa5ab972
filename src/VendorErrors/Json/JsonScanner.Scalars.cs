namespace VendorErrors.Json;

/// <content>Numbers and literals.</content>
internal ref partial struct JsonScanner
{
    private bool ReadScalar(out JsonSlot value)
    {
        int start = _position;
        JsonKind kind = Current switch
        {
            (byte)'t' => JsonKind.True,
            (byte)'f' => JsonKind.False,
            (byte)'n' => JsonKind.Null,
            _ => JsonKind.Number,
        };
        bool ok = kind switch
        {
            JsonKind.True => ReadLiteral("true"u8),
            JsonKind.False => ReadLiteral("false"u8),
            JsonKind.Null => ReadLiteral("null"u8),
            _ => ReadNumber(),
        };
        value = ok ? new JsonSlot(kind, start, _position - start) : default;
        return ok;
    }

    private bool ReadLiteral(ReadOnlySpan<byte> literal)
    {
        ReadOnlySpan<byte> rest = _json[_position..];
        if (rest.StartsWith(literal))
        {
            _position += literal.Length;
            return true;
        }

        return Fail(literal.StartsWith(rest) ? JsonFault.Cut : JsonFault.Malformed);
    }

    private bool ReadNumber()
    {
        if (Current == (byte)'-')
        {
            _position++;
        }

        bool leadingZero = _position < _json.Length && Current == (byte)'0';
        if (!ReadDigits(out int whole) || (leadingZero && whole > 1))
        {
            return Fault == JsonFault.None && Fail(JsonFault.Malformed);
        }

        if (_position < _json.Length && Current == (byte)'.')
        {
            _position++;
            if (!ReadDigits(out _))
            {
                return false;
            }
        }

        if (_position < _json.Length && Current is (byte)'e' or (byte)'E')
        {
            _position++;
            if (_position < _json.Length && Current is (byte)'+' or (byte)'-')
            {
                _position++;
            }

            return ReadDigits(out _);
        }

        return true;
    }

    private bool ReadDigits(out int count)
    {
        int start = _position;
        while (_position < _json.Length && Current is >= (byte)'0' and <= (byte)'9')
        {
            _position++;
        }

        count = _position - start;
        return count > 0 || Fail(_position == _json.Length ? JsonFault.Cut : JsonFault.Malformed);
    }
}
