using System.Text;

namespace VendorErrors.Redaction;

/// <summary>A code that the catalog does not know, as it may be printed: short, of ASCII, with less digits than a phone number has.</summary>
internal static class UnlistedCode
{
    // The letters in front of a number, as in E1001.
    private const int LongestPrefix = 3;

    // Shorter words come up in keys by chance.
    private const int ShortestWord = 5;

    internal static string Of(string code, VendorWords? own)
    {
        List<(int Start, int Length)> words = WordSplit.Of(code);
        bool[] isKnown = [.. words.Select(word => IsKnown(code, word, own))];

        // Beside a word that nobody knows, a number may be a part of a key.
        bool isWhole = words.Count > 0 && Array.TrueForAll(isKnown, known => known);
        if (isWhole)
        {
            return code;
        }

        var result = new StringBuilder(code.Length);
        var wasMasked = false;
        var end = 0;
        for (var i = 0; i < words.Count; i++)
        {
            (int start, int length) = words[i];
            bool isShown = isKnown[i] && length >= ShortestWord && char.IsLetter(code[start]) && IsApart(code, start, length);
            bool isJoined = start == end;
            if (isShown || !(wasMasked && isJoined))
            {
                result.Append(code, end, start - end);
                result.Append(isShown ? code.Substring(start, length) : Redactor.Mask);
            }

            wasMasked = !isShown;
            end = start + length;
        }

        return words.Count == 0 ? Redactor.Mask : result.ToString();
    }

    private static bool IsKnown(string code, (int Start, int Length) word, VendorWords? own)
    {
        (int start, int length) = word;
        if (char.IsDigit(code[start]))
        {
            return true;
        }

        string text = code.Substring(start, length);
        return KnownWords.Contains(text) || own?.IsOfCatalog(text) == true
            || (start == 0 && length <= LongestPrefix && length < code.Length && char.IsDigit(code[length]) && char.IsUpper(code[0]));
    }

    // A word in the middle of other letters or digits is none.
    private static bool IsApart(string code, int start, int length) =>
        (start == 0 || !char.IsLetterOrDigit(code[start - 1])) && (start + length == code.Length || !char.IsLetterOrDigit(code[start + length]));
}
