using System.Text;

namespace VendorErrors.Cli.Pasting;

/// <summary>Splits CSV as RFC 4180 writes it: cells between separators, quoted where they hold one, a quote inside doubled.</summary>
internal sealed class CsvReader(string text, char separator)
{
    private readonly StringBuilder _cell = new();
    private int _at;

    /// <summary>The next row; null after the last, and where a quote has no end. Empty lines are skipped.</summary>
    internal string[]? ReadRow()
    {
        while (_at < text.Length && text[_at] is '\r' or '\n')
        {
            _at++;
        }

        if (_at >= text.Length)
        {
            return null;
        }

        List<string> cells = [];
        do
        {
            if (!ReadCell())
            {
                IsBroken = true;
                return null;
            }

            cells.Add(_cell.ToString());
        }
        while (Skip(separator));
        return [.. cells];
    }

    /// <summary>Whether a cell was not closed, or something follows its end quote.</summary>
    internal bool IsBroken { get; private set; }

    private bool ReadCell()
    {
        _cell.Clear();
        if (!Skip('"'))
        {
            for (; !IsEnd(); _at++)
            {
                _cell.Append(text[_at]);
            }

            return true;
        }

        while (_at < text.Length)
        {
            char c = text[_at++];
            if (c != '"')
            {
                _cell.Append(c);
            }
            else if (Skip('"'))
            {
                _cell.Append(c);
            }
            else
            {
                return IsEnd();
            }
        }

        return false;
    }

    private bool IsEnd() => _at >= text.Length || text[_at] == separator || text[_at] is '\r' or '\n';

    private bool Skip(char c)
    {
        bool isThere = _at < text.Length && text[_at] == c;
        _at += isThere ? 1 : 0;
        return isThere;
    }
}
