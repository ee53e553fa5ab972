using System.Text;

namespace VendorErrors.Cli.Drafting;

/// <summary>Whether two names say the same. Case, punctuation and placeholders do not count.</summary>
internal static class NameComparison
{
    // A part that is shorter says too little.
    private const int ShortestPart = 8;

    internal static bool IsSame(string left, string right) => LettersOf(left) == LettersOf(right);

    /// <summary>Whether they are the same, or one is a part of the other: people shorten names.</summary>
    internal static bool IsSameOrPart(string left, string right)
    {
        (string one, string other) = (LettersOf(left), LettersOf(right));
        return one == other || IsPart(one, other) || IsPart(other, one);
    }

    /// <summary>Whether a name has only punctuation and placeholders.</summary>
    internal static bool IsEmpty(string name) => LettersOf(name).Length == 0;

    private static bool IsPart(string part, string whole) => part.Length >= ShortestPart && whole.Contains(part, StringComparison.Ordinal);

    private static string LettersOf(string name)
    {
        var letters = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '%' && i + 1 < name.Length && name[i + 1] is 's' or 'd')
            {
                i++;
            }
            else if (char.IsLetterOrDigit(name[i]))
            {
                letters.Append(char.ToLowerInvariant(name[i]));
            }
        }

        return letters.ToString();
    }
}
