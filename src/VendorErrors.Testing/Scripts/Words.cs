using System.Globalization;
using System.Text;

namespace VendorErrors.Testing.Scripts;

/// <summary>The words of one line of a script, read from the left. What is wrong is thrown as one sentence.</summary>
internal sealed class Words
{
    private readonly List<string> _words;
    private int _next;

    internal Words(string line)
    {
        _words = Split(line);
    }

    internal bool IsAtEnd => _next == _words.Count;

    internal bool IsAtNumber => !IsAtEnd && double.TryParse(_words[_next], NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>Whether the next word is this one, and the one after it is not the other.</summary>
    internal bool IsAt(string word, string? butNotBefore = null) =>
        !IsAtEnd && IsWord(_next, word) && (butNotBefore is null || _next + 1 == _words.Count || !IsWord(_next + 1, butNotBefore));

    /// <summary>Reads on where the next word is this one.</summary>
    internal bool TryRead(string word)
    {
        if (IsAt(word))
        {
            _next++;
            return true;
        }

        return false;
    }

    internal string Read(string what) => IsAtEnd ? throw new SimulatorScriptException($"{what} is missing") : _words[_next++];

    internal int ReadCount(string what)
    {
        string word = Read(what);
        return int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw new SimulatorScriptException($"{what} must be an integer from 1, not '{word}'");
    }

    internal int ReadStatus(int least)
    {
        string word = Read("the HTTP status");
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int status) && status >= least && status <= 599
            ? status
            : throw new SimulatorScriptException($"an HTTP status from {least} to 599 is needed, not '{word}'");
    }

    /// <summary>A share as 25% or 0.25.</summary>
    internal double ReadShare(string what, bool isOneAllowed)
    {
        string word = Read(what);
        bool isPercent = word.Length > 0 && word[^1] == '%';
        bool isNumber = double.TryParse(isPercent ? word[..^1] : word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        double share = isPercent ? number / 100 : number;
        return isNumber && share >= 0 && (share < 1 || (isOneAllowed && share <= 1))
            ? share
            : throw new SimulatorScriptException($"{what} is from 0% to {(isOneAllowed ? "100%" : "below 100%")}, not '{word}'");
    }

    /// <summary>A time as 200ms, 3s, 5m or 1h.</summary>
    internal TimeSpan ReadTime(string what, bool isZeroAllowed = false)
    {
        string word = Read(what);
        int letters = word.TakeWhile(c => char.IsDigit(c) || c is '.' or '-' or '+').Count();
        bool isNumber = double.TryParse(word[..letters], NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        double? unit = word[letters..] switch { "ms" => 0.001, "s" => 1, "m" => 60, "h" => 3600, _ => null };
        const double longestSeconds = 366.0 * 24 * 3600;
        bool isWithinBounds = isNumber && unit is not null && number >= 0 && number * unit <= longestSeconds;
        TimeSpan time = isWithinBounds ? TimeSpan.FromTicks((long)(number * unit!.Value * TimeSpan.TicksPerSecond)) : TimeSpan.Zero;
        return isWithinBounds && (time > TimeSpan.Zero || (number == 0 && isZeroAllowed))
            ? time
            : throw new SimulatorScriptException($"{what} is a time {(isZeroAllowed ? "from" : "above")} zero such as 200ms, 3s, 5m or 1h, not '{word}'");
    }

    internal void Expect(string word, string where)
    {
        if (!TryRead(word))
        {
            throw new SimulatorScriptException(IsAtEnd ? $"'{word}' is missing {where}" : $"'{word}' is expected {where}, not '{_words[_next]}'");
        }
    }

    private bool IsWord(int index, string word) => string.Equals(_words[index], word, StringComparison.OrdinalIgnoreCase);

    // A text in quotes is one word; a colon at the end of a word is a word of its own.
    private static List<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isQuoted = false;
        foreach (char c in line)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
                if (!isQuoted)
                {
                    words.Add(word.ToString());
                    word.Clear();
                }
            }
            else if (!isQuoted && (char.IsWhiteSpace(c) || c == ':'))
            {
                Flush(words, word);
                if (c == ':')
                {
                    words.Add(":");
                }
            }
            else if (!isQuoted && c == '#')
            {
                break;
            }
            else
            {
                // What is wrong with a word is reported in one line.
                word.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
            }
        }

        if (isQuoted)
        {
            throw new SimulatorScriptException("a text in quotes is not closed");
        }

        Flush(words, word);
        return words;
    }

    private static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
