namespace VendorErrors.Retries;

/// <summary>
/// Whether the words before a number make it a wait: the one next to it announces it ("in", "after", "wait"), and one of the last few
/// invites to come back ("try", "again", "reset"). Read from the number backwards, because most numbers are told by the first word.
/// </summary>
internal static class WaitInvitation
{
    // "Retry your request for this number in 30 seconds": so far may the invitation stand from the number.
    private const int FarthestWord = 8;

    private const int LetterCase = 0x20;

    /// <param name="text">The text in front of the number.</param>
    internal static bool Ends(ReadOnlySpan<char> text)
    {
        var announced = false;
        for (var distance = 1; distance <= FarthestWord; distance++)
        {
            ReadOnlySpan<char> word = WaitWords.Last(ref text);
            if (word.IsEmpty || WaitWords.IsNumeric(word))
            {
                return false;
            }

            if (!announced)
            {
                announced = Announces(word);
                if (!announced && !IsFiller(word))
                {
                    return false;
                }
            }

            if (announced && Invites(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Announces(ReadOnlySpan<char> word) => (word[0] | LetterCase) switch
    {
        'i' => Is(word, "in"),
        'a' => Is(word, "after") || Is(word, "another"),
        'w' => Is(word, "wait"),
        _ => false,
    };

    private static bool IsFiller(ReadOnlySpan<char> word) => (word[0] | LetterCase) switch
    {
        'a' => Is(word, "a") || Is(word, "at") || Is(word, "about") || Is(word, "approximately"),
        'f' => Is(word, "for"),
        'l' => Is(word, "least"),
        _ => false,
    };

    private static bool Invites(ReadOnlySpan<char> word) => (word[0] | LetterCase) switch
    {
        'a' => Is(word, "again") || Is(word, "allowed") || Is(word, "available"),
        'b' => Is(word, "back"),
        'p' => Is(word, "possible") || Is(word, "permitted"),
        'r' => Is(word, "retry") || Is(word, "reset") || Is(word, "resets") || Is(word, "resend") || Is(word, "resending")
            || Is(word, "replenished") || Is(word, "renewed") || Is(word, "resume") || Is(word, "resumes"),
        't' => Is(word, "try"),
        'w' => Is(word, "wait"),
        _ => false,
    };

    /// <summary>Whether a word is this one case aside.</summary>
    internal static bool Is(ReadOnlySpan<char> word, string letters) => word.Equals(letters.AsSpan(), StringComparison.OrdinalIgnoreCase);
}
