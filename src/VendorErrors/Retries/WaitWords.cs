namespace VendorErrors.Retries;

/// <summary>The words of a sentence, without the punctuation around them. A number keeps its points and colons.</summary>
internal ref struct WaitWords(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Whether the word begins with a digit, or is the word "one".</summary>
    public readonly bool IsNumber => !Current.IsEmpty && (IsDigit(Current[0]) || IsOne(Current));

    /// <summary>Whether the present word is a rest that was glued to the number before it, as the 30m of 1h30m.</summary>
    public bool IsGlued { get; private set; }

    /// <summary>Whether the word opens a bracket, and so repeats or explains what stands before it.</summary>
    public bool IsInBrackets { get; private set; }

    /// <summary>Whether a minus sign, rather than a hyphen, stands before the word.</summary>
    public bool IsNegative { get; private set; }

    public bool MoveNext()
    {
        var start = 0;
        while (start < _rest.Length && !IsWordPart(_rest[start]))
        {
            start++;
        }

        int end = start;
        while (end < _rest.Length && (IsWordPart(_rest[end]) || IsInner(end)))
        {
            end++;
        }

        IsGlued = false;
        IsInBrackets = _rest[..start].IndexOf('(') >= 0;
        IsNegative = start > 0 && _rest[start - 1] == '-' && (start == 1 || _rest[start - 2] == ' ');
        Current = _rest[start..end];
        _rest = _rest[end..];
        return !Current.IsEmpty;
    }

    /// <summary>Splits "30", "2.12" or "5s" into the number and what is glued to it.</summary>
    public readonly bool TryReadDecimal(out double number, out ReadOnlySpan<char> unit)
    {
        number = 0;
        unit = default;
        if (IsOne(Current))
        {
            number = 1;
            return true;
        }

        double scale = 0;
        var i = 0;
        for (; i < Current.Length; i++)
        {
            char c = Current[i];
            if (c == '.' && scale == 0)
            {
                scale = 1;
            }
            else if (c == ',')
            {
                // Between thousands.
            }
            else if (IsDigit(c))
            {
                number = (number * 10) + (c - '0');
                scale *= 10;
            }
            else
            {
                break;
            }
        }

        number = scale > 1 ? number / scale : number;
        unit = Current[i..];
        return unit.IndexOf(':') < 0 && unit.IndexOf('.') < 0;
    }

    /// <summary>Cuts a unit off what follows it in the same word, and makes that the present word.</summary>
    public void KeepGlued(ref ReadOnlySpan<char> unit)
    {
        var letters = 0;
        while (letters < unit.Length && !IsDigit(unit[letters]))
        {
            letters++;
        }

        if (letters > 0 && letters < unit.Length)
        {
            Current = unit[letters..];
            unit = unit[..letters];
            IsGlued = true;
        }
        else
        {
            IsGlued = false;
        }
    }

    private static bool IsOne(ReadOnlySpan<char> word) => word.Equals("one".AsSpan(), StringComparison.OrdinalIgnoreCase);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c);

    // A point or colon between digits, and the bracket in "second(s)".
    private readonly bool IsInner(int i) =>
        _rest[i] switch
        {
            '.' or ':' => i > 0 && i + 1 < _rest.Length && IsDigit(_rest[i - 1]) && IsDigit(_rest[i + 1]),
            ',' => i > 0 && i + 3 < _rest.Length && IsDigit(_rest[i - 1]) && IsDigit(_rest[i + 1]) && IsDigit(_rest[i + 2]) && IsDigit(_rest[i + 3]),
            '(' => i > 0 && i + 2 < _rest.Length && _rest[i + 1] is 's' or 'S' && _rest[i + 2] == ')',
            _ => false,
        };
}
