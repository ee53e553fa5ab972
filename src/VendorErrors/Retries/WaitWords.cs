using System.Runtime.CompilerServices;

namespace VendorErrors.Retries;

/// <summary>The words of a sentence, without the punctuation around them. A number keeps its points and colons.</summary>
internal ref struct WaitWords(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Whether the present word begins with a digit, or is the word "one".</summary>
    public readonly bool IsNumber => !Current.IsEmpty && IsNumeric(Current);

    /// <summary>Whether the present word is a rest that was glued to the number before it, as the 30m of 1h30m.</summary>
    public bool IsGlued { get; private set; }

    /// <summary>Whether the word opens a bracket, and so repeats or explains what stands before it.</summary>
    public bool IsInBrackets { get; private set; }

    public bool MoveNext()
    {
        var start = 0;
        while (start < _rest.Length && !IsWordPart(_rest[start]))
        {
            start++;
        }

        int end = start;
        while (end < _rest.Length && IsPart(_rest, end))
        {
            end++;
        }

        IsGlued = false;
        IsInBrackets = start > 1 && _rest[..start].IndexOf('(') >= 0;
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

    /// <summary>Cuts the last word off a text; empty where it holds none.</summary>
    public static ReadOnlySpan<char> Last(ref ReadOnlySpan<char> text)
    {
        int end = text.Length;
        while (end > 0 && !IsWordPart(text[end - 1]))
        {
            end--;
        }

        int start = end;
        while (start > 0 && IsPart(text, start - 1))
        {
            start--;
        }

        ReadOnlySpan<char> word = text[start..end];
        text = text[..start];
        return word;
    }

    /// <summary>Whether a word begins at this place, rather than goes on.</summary>
    public static bool BeginsAt(ReadOnlySpan<char> text, int at) => at == 0 || !IsPart(text, at - 1);

    /// <summary>Whether a minus sign, rather than a hyphen, stands before this place.</summary>
    public static bool IsNegativeAt(ReadOnlySpan<char> text, int at) =>
        at > 0 && text[at - 1] == '-' && (at == 1 || text[at - 2] == ' ' || IsWordPart(text[at - 2]));

    /// <summary>Whether the word begins with a digit, or is the word "one".</summary>
    public static bool IsNumeric(ReadOnlySpan<char> word) => IsDigit(word[0]) || IsOne(word);

    private static bool IsOne(ReadOnlySpan<char> word) => WaitInvitation.Is(word, "one");

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWordPart(char c) => c < 0x80 ? (uint)((c | 0x20) - 'a') <= 'z' - 'a' || IsDigit(c) : char.IsLetterOrDigit(c);

    // Besides letters and digits a point or colon between digits, a comma between thousands, and the bracket in "second(s)".
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPart(ReadOnlySpan<char> text, int i) => IsWordPart(text[i]) || (text[i] != ' ' && IsInner(text, i));

    private static bool IsInner(ReadOnlySpan<char> text, int i) =>
        text[i] switch
        {
            '.' or ':' => i > 0 && i + 1 < text.Length && IsDigit(text[i - 1]) && IsDigit(text[i + 1]),
            ',' => i > 0 && i + 3 < text.Length && IsDigit(text[i - 1]) && IsDigit(text[i + 1]) && IsDigit(text[i + 2]) && IsDigit(text[i + 3]),
            '(' => i > 0 && i + 2 < text.Length && text[i + 1] is 's' or 'S' && text[i + 2] == ')',
            _ => false,
        };
}
