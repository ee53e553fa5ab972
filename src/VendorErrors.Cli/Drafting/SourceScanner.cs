using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Drafting;

/// <summary>Splits source code in TypeScript, C#, Java and the like into tokens. Comments that document nothing are left out.</summary>
internal sealed class SourceScanner(string source)
{
    private readonly List<SourceToken> _tokens = [];
    private int _at;

    internal List<SourceToken> Scan()
    {
        while (_at < source.Length)
        {
            char c = source[_at];
            if (char.IsWhiteSpace(c))
            {
                _at++;
            }
            else if (c == '/' && Next is '/' or '*')
            {
                ScanComment();
            }
            else if (c is '"' or '\'' or '`')
            {
                ScanText(c);
            }
            else if (char.IsLetter(c) || c is '_' or '$')
            {
                Add(SourceTokenKind.Word, Take(static other => char.IsLetterOrDigit(other) || other is '_' or '$'));
            }
            else if (char.IsAsciiDigit(c))
            {
                Add(SourceTokenKind.Number, Take(static other => char.IsAsciiLetterOrDigit(other) || other is '_' or '.'));
            }
            else
            {
                Add(SourceTokenKind.Sign, source[_at++].ToString());
            }
        }

        return _tokens;
    }

    private char Next => _at + 1 < source.Length ? source[_at + 1] : '\0';

    private void Add(SourceTokenKind kind, string text)
    {
        if (_tokens.Count == DraftLimits.Tokens)
        {
            throw new UsageException(FormattableString.Invariant($"the source code has more than {DraftLimits.Tokens} words and signs"));
        }

        _tokens.Add(new SourceToken(kind, text));
    }

    private string Take(Func<char, bool> isPart)
    {
        int start = _at;
        while (_at < source.Length && isPart(source[_at]))
        {
            _at++;
        }

        return source[start.._at];
    }

    private void ScanText(char quote)
    {
        int start = ++_at;
        while (_at < source.Length && source[_at] != quote && (quote == '`' || source[_at] != '\n'))
        {
            _at += source[_at] == '\\' ? 2 : 1;
        }

        Add(SourceTokenKind.Text, source[start..Math.Min(_at, source.Length)]);
        _at++;
    }

    private void ScanComment()
    {
        bool isBlock = Next == '*';
        int end = source.IndexOf(isBlock ? "*/" : "\n", _at + 2, StringComparison.Ordinal);
        end = end < 0 ? source.Length : end;
        string text = source[_at..end];
        _at = Math.Min(source.Length, end + (isBlock ? 2 : 1));
        if (text.StartsWith(isBlock ? "/**" : "///", StringComparison.Ordinal))
        {
            AddComment(string.Join(' ', text.Split('\n').Select(line => line.Trim(' ', '\t', '\r', '*', '/'))));
        }
    }

    // Lines that each begin with three slashes are one comment.
    private void AddComment(string text)
    {
        if (_tokens is [.., { Kind: SourceTokenKind.Comment } before])
        {
            _tokens[^1] = before.Text.Length < DraftLimits.Text ? before with { Text = $"{before.Text} {text}" } : before;
        }
        else
        {
            Add(SourceTokenKind.Comment, text);
        }
    }
}
