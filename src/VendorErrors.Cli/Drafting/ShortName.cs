using System.Text;
using VendorErrors.Packs;
using VendorErrors.Redaction;

namespace VendorErrors.Cli.Drafting;

/// <summary>Names for rows: of a vendor's text no more than fits in a name.</summary>
internal static class ShortName
{
    private const string SentenceEnd = ". ";
    private const string Cut = " …";
    private const string Exception = "Exception";

    /// <summary>The text in one line, as far as it is kept; null where it says nothing, or holds what a pack must not.</summary>
    internal static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string kept = text.Length > DraftLimits.Text ? text[..DraftLimits.Text] : text;
        string line = string.Join(' ', OneLine.Of(kept).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return NameComparison.IsEmpty(line) || PackText.FindHazard(line) is not null ? null : line;
    }

    /// <summary>The first sentence of a clean text, cut between words where it is long.</summary>
    internal static string Of(string text)
    {
        int stop = text.IndexOf(SentenceEnd, StringComparison.Ordinal);
        string sentence = stop > 0 ? text[..stop] : text;
        if (sentence.Length <= DraftLimits.Name)
        {
            return sentence;
        }

        int most = DraftLimits.Name - Cut.Length;
        int space = sentence.LastIndexOf(' ', most);
        int end = space > 0 ? space : char.IsHighSurrogate(sentence[most - 1]) ? most - 1 : most;
        return sentence[..end].TrimEnd(',', ';', ':') + Cut;
    }

    /// <summary>The words of a code or a member of an enum: <c>UnknownAccount</c> and <c>unknown_account</c> are "Unknown account".</summary>
    internal static string OfWords(string code)
    {
        if (!code.Any(char.IsLetter))
        {
            return DraftSection.Undecided;
        }

        string word = code.EndsWith(Exception, StringComparison.Ordinal) && code.Length > Exception.Length ? code[..^Exception.Length] : code;
        string words = Split(word.Any(char.IsLower) ? word : word.ToLowerInvariant());
        return words.Length == 0 ? DraftSection.Undecided : Of(char.ToUpperInvariant(words[0]) + words[1..]);
    }

    private static string Split(string word)
    {
        var words = new StringBuilder();
        for (var i = 0; i < word.Length; i++)
        {
            char c = word[i];
            if (!char.IsLetterOrDigit(c))
            {
                words.Append(' ');
            }
            else if (BeginsWord(word, i))
            {
                words.Append(' ').Append(IsOfAcronym(word, i) ? c : char.ToLowerInvariant(c));
            }
            else
            {
                words.Append(c);
            }
        }

        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool BeginsWord(string word, int i) =>
        i > 0 && char.IsUpper(word[i]) && (!char.IsUpper(word[i - 1]) || (i + 1 < word.Length && char.IsLower(word[i + 1])));

    private static bool IsOfAcronym(string word, int i) => i + 1 == word.Length || (char.IsUpper(word[i + 1]) && !BeginsWord(word, i + 1));
}
