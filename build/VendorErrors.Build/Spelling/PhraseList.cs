using System.Globalization;

namespace VendorErrors.Build.Spelling;

/// <summary>Phrases that are not used here, each with what is said instead: two columns, the first line is their head.</summary>
internal sealed class PhraseList(IEnumerable<string> table)
{
    private readonly (string Phrase, string Better)[] _phrases = [.. table.Skip(1).Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1]))];

    internal IEnumerable<string> Check(IEnumerable<(string Name, string Text)> files)
    {
        foreach ((string name, string text) in files)
        {
            var number = 0;
            foreach (string line in text.Split('\n'))
            {
                number++;
                foreach ((string phrase, string better) in _phrases.Where(entry => HasPhrase(line, entry.Phrase)))
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{name}:{number}: '{phrase}', say '{better}'");
                }
            }
        }
    }

    // A whole phrase: "an item" is not in "plan items".
    private static bool HasPhrase(string line, string phrase)
    {
        for (int at = line.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = line.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + phrase.Length;
            if ((at == 0 || !char.IsLetter(line[at - 1])) && (end == line.Length || !char.IsLetter(line[end])))
            {
                return true;
            }
        }

        return false;
    }
}
