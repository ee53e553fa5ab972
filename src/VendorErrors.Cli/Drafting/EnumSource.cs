using System.Globalization;

namespace VendorErrors.Cli.Drafting;

/// <summary>
/// Finds enums and constants in source code. A member without a value counts on from the one before, as the languages do; an enum in which no member has
/// a value is none of codes.
/// </summary>
internal sealed class EnumSource(List<SourceToken> tokens)
{
    private const int LongestHead = 64;

    private static readonly SourceToken s_end = new(SourceTokenKind.Sign, "\0");

    private readonly List<(string Name, List<EnumMember> Members)> _enums = [];
    private readonly List<EnumMember> _constants = [];
    private int _at;
    private string? _comment;

    /// <summary>The enums whose members have values.</summary>
    internal IReadOnlyList<(string Name, List<EnumMember> Members)> Enums => _enums;

    /// <summary>The constants outside of enums.</summary>
    internal IReadOnlyList<EnumMember> Constants => _constants;

    internal void Read()
    {
        while (_at < tokens.Count)
        {
            SourceToken token = tokens[_at++];
            if (token is { Kind: SourceTokenKind.Word, Text: "enum" } && TryEnterEnum(out string name))
            {
                ReadEnum(name);
            }
            else if (token.Kind == SourceTokenKind.Comment)
            {
                _comment = token.Text;
            }
            else if (token.Kind == SourceTokenKind.Word && Here.Is('='))
            {
                _at++;
                if (Value() is { } code)
                {
                    _constants.Add(new EnumMember(code, token.Text, TakeComment()));
                }
            }
            else if (token.Kind == SourceTokenKind.Sign && token.Text[0] is ';' or '{' or '}')
            {
                _comment = null;
            }
        }
    }

    private SourceToken Here => _at < tokens.Count ? tokens[_at] : s_end;

    private bool IsAtEnd => _at >= tokens.Count;

    // After the name there may be a base type or interfaces.
    private bool TryEnterEnum(out string name)
    {
        name = string.Empty;
        int at = _at;
        while (at < tokens.Count && tokens[at].Kind == SourceTokenKind.Word && tokens[at].Text is "class" or "struct")
        {
            at++;
        }

        if (at >= tokens.Count || tokens[at].Kind != SourceTokenKind.Word)
        {
            return false;
        }

        name = tokens[at].Text;
        int last = Math.Min(tokens.Count, at + LongestHead);
        for (at++; at < last; at++)
        {
            if (tokens[at].Is('{'))
            {
                _at = at + 1;
                return true;
            }

            if (tokens[at].Kind is SourceTokenKind.Number or SourceTokenKind.Text || tokens[at].Text is ";" or "=" or "}")
            {
                return false;
            }
        }

        return false;
    }

    private void ReadEnum(string name)
    {
        List<EnumMember> members = [];
        var hasValues = false;
        long? last = -1;
        _comment = null;
        while (!IsAtEnd && !Here.Is('}') && !Here.Is(';'))
        {
            SourceToken token = tokens[_at++];
            if (token.Kind == SourceTokenKind.Comment)
            {
                _comment = token.Text;
            }
            else if (token.Is('[') || token.Is('('))
            {
                SkipGroup();
            }
            else if (token.Is('@'))
            {
                // The name of an annotation is no member.
                _at++;
            }
            else if (token.Kind is SourceTokenKind.Word or SourceTokenKind.Text)
            {
                hasValues |= ReadMember(token.Text, members, ref last);
            }
        }

        SkipTo('}');
        if (hasValues)
        {
            _enums.Add((name, members));
        }
    }

    // Whether the member says its value.
    private bool ReadMember(string name, List<EnumMember> members, ref long? last)
    {
        string? comment = TakeComment();
        string? code = null;
        string? argument = null;
        var isExplicit = true;
        if (Here.Is('='))
        {
            _at++;
            code = Value();
        }
        else if (Here.Is('('))
        {
            _at++;
            (code, argument) = Arguments();
        }
        else if (last is { } before)
        {
            (code, isExplicit) = ((before + 1).ToString(CultureInfo.InvariantCulture), false);
        }

        last = long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number < long.MaxValue ? number : null;
        if (code is not null)
        {
            members.Add(new EnumMember(code, name, argument ?? comment));
        }

        SkipMember();
        return code is not null && isExplicit;
    }

    // A value that is calculated is none that can be read.
    private string? Value()
    {
        int start = _at;
        string? value = Literal();
        if (value is not null && (IsAtEnd || Here.Kind is SourceTokenKind.Word or SourceTokenKind.Comment || Here.Is(',') || Here.Is(';') || Here.Is('}') || Here.Is('@') || Here.Is('[')))
        {
            return value;
        }

        _at = start;
        return null;
    }

    // In Java the first argument is the code, and a text after it is the description.
    private (string? Code, string? Text) Arguments()
    {
        string? code = Literal();
        string? text = null;
        if (code is not null && Here.Is(',') && _at + 1 < tokens.Count && tokens[_at + 1].Kind == SourceTokenKind.Text)
        {
            text = tokens[_at + 1].Text;
        }

        SkipGroup();
        return (code, text);
    }

    private string? Literal()
    {
        bool isNegative = Here.Is('-');
        _at += isNegative ? 1 : 0;
        SourceToken token = Here;
        if (token.Kind is not (SourceTokenKind.Number or SourceTokenKind.Text))
        {
            return null;
        }

        _at++;
        return token.Kind == SourceTokenKind.Text ? token.Text : NumberOf(token.Text) is { } number ? (isNegative ? -number : number).ToString(CultureInfo.InvariantCulture) : null;
    }

    private static long? NumberOf(string text)
    {
        string digits = text.Replace("_", string.Empty, StringComparison.Ordinal).TrimEnd('L', 'l', 'u', 'U', 'n');
        return digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? long.TryParse(digits.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long bits) && bits >= 0 ? bits : null
            : long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
    }

    private string? TakeComment()
    {
        string? comment = Markup.Remove(_comment);
        _comment = null;
        return comment is null || comment.TrimStart().StartsWith('@') ? null : comment;
    }

    // To the comma after the member, over whatever it has in brackets.
    private void SkipMember()
    {
        while (!IsAtEnd && !Here.Is(',') && !Here.Is('}') && !Here.Is(';'))
        {
            SourceToken token = tokens[_at++];
            if (token.Is('(') || token.Is('[') || token.Is('{'))
            {
                SkipGroup();
            }
        }
    }

    // Past the bracket that closes the one that was read last.
    private void SkipGroup()
    {
        for (var depth = 1; depth > 0 && !IsAtEnd; _at++)
        {
            depth += Here.Is('(') || Here.Is('[') || Here.Is('{') ? 1 : Here.Is(')') || Here.Is(']') || Here.Is('}') ? -1 : 0;
        }
    }

    private void SkipTo(char sign)
    {
        while (!IsAtEnd && !Here.Is(sign))
        {
            SourceToken token = tokens[_at++];
            if (token.Is('{'))
            {
                SkipGroup();
            }
        }
    }
}
