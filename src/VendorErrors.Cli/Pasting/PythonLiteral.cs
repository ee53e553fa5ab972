using System.Buffers;
using System.Globalization;
using System.Text;

namespace VendorErrors.Cli.Pasting;

/// <summary>A dict as Python prints it, made into JSON: <c>{'ok': False, 'x': None}</c>. What is not plain data is refused as a whole.</summary>
internal ref struct PythonLiteral
{
    private const int MostDepth = 64;

    private static readonly SearchValues<char> s_number = SearchValues.Create("+-.0123456789eE");

    private readonly string _text;
    private readonly StringBuilder _json;
    private int _at;

    private PythonLiteral(string text, int start)
    {
        _text = text;
        _json = new StringBuilder();
        _at = start;
    }

    private readonly char Next => _at < _text.Length ? _text[_at] : '\0';

    /// <summary>The dict or list that begins at a place; null where none does.</summary>
    internal static JsonPiece? At(string text, int start)
    {
        var literal = new PythonLiteral(text, start);
        return literal.ReadValue(0) ? new JsonPiece(start, literal._at, literal._json.ToString()) : null;
    }

    private bool ReadValue(int depth)
    {
        SkipBlanks();
        return Next switch
        {
            '{' => depth < MostDepth && ReadMembers('}', isDict: true, depth),
            '[' => depth < MostDepth && ReadMembers(']', isDict: false, depth),
            '\'' or '"' => ReadText(),
            'T' => ReadWord("True", "true"),
            'F' => ReadWord("False", "false"),
            'N' => ReadWord("None", "null"),
            _ => ReadNumber(),
        };
    }

    private bool ReadMembers(char end, bool isDict, int depth)
    {
        _json.Append(Next);
        _at++;
        for (var count = 0; ; count++)
        {
            SkipBlanks();
            if (Next == end)
            {
                _json.Append(end);
                _at++;
                return true;
            }

            _json.Append(count > 0 ? "," : string.Empty);
            if ((isDict && !ReadName()) || !ReadValue(depth + 1))
            {
                return false;
            }

            SkipBlanks();
            if (Next == ',')
            {
                _at++;
            }
            else if (Next != end)
            {
                return false;
            }
        }
    }

    private bool ReadName()
    {
        if (Next is not ('\'' or '"') || !ReadText())
        {
            return false;
        }

        SkipBlanks();
        if (Next != ':')
        {
            return false;
        }

        _at++;
        _json.Append(':');
        return true;
    }

    private bool ReadText()
    {
        char quote = Next;
        _json.Append('"');
        for (_at++; _at < _text.Length && _text[_at] != quote; _at++)
        {
            char c = _text[_at];
            if (c == '\\' ? !ReadEscape() : c < ' ')
            {
                return false;
            }

            if (c != '\\')
            {
                _json.Append(c == '"' ? "\\\"" : c.ToString());
            }
        }

        _json.Append('"');
        return _at++ < _text.Length;
    }

    // Leaves off at the last character of the escape.
    private bool ReadEscape()
    {
        _at++;
        switch (Next)
        {
            case '\'':
                _json.Append('\'');
                return true;
            case '"' or '\\' or 'n' or 'r' or 't' or 'b' or 'f':
                _json.Append('\\').Append(Next);
                return true;
            case 'x':
                return ReadHex(2);
            case 'u':
                return ReadHex(4);
            default:
                return false;
        }
    }

    private bool ReadHex(int digits)
    {
        if (_at + digits >= _text.Length || !ushort.TryParse(_text.AsSpan(_at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
        {
            return false;
        }

        _at += digits;
        _json.Append(CultureInfo.InvariantCulture, $"\\u{code:x4}");
        return true;
    }

    private bool ReadWord(string word, string json)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            return false;
        }

        _at += word.Length;
        _json.Append(json);
        return !char.IsLetterOrDigit(Next);
    }

    private bool ReadNumber()
    {
        int length = _text.AsSpan(_at).IndexOfAnyExcept(s_number);
        ReadOnlySpan<char> number = _text.AsSpan(_at, length < 0 ? _text.Length - _at : length);
        _at += number.Length;
        _json.Append(number);
        return JsonPiece.IsJson(Encoding.Latin1.GetBytes(number.ToString()));
    }

    private void SkipBlanks()
    {
        while (Next is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }
}
