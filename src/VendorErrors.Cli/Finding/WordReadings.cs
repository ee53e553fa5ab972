namespace VendorErrors.Cli.Finding;

/// <summary>What somebody may have pasted: a word, or a member of a body with its value (<c>"errcode":10004</c>), of which the value counts.</summary>
internal static class WordReadings
{
    private static readonly char[] s_separators = [':', '='];

    /// <summary>The word as it is, and where it looks like a member, its value.</summary>
    internal static string[] Of(string word)
    {
        string whole = word.Trim();
        int end = whole.IndexOfAny(s_separators);
        string value = end < 0 ? string.Empty : Bare(whole[(end + 1)..]);
        return value.Length > 0 && IsName(Bare(whole[..end])) ? [whole, value] : [whole];
    }

    private static string Bare(string text) => text.Trim().TrimEnd(',').Trim().Trim('"', '\'');

    private static bool IsName(string text) => text.Length > 0 && char.IsLetter(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');
}
