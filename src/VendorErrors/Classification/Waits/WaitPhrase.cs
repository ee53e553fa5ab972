namespace VendorErrors.Classification.Waits;

/// <summary>
/// Finds a wait in a sentence: "try again in 30 seconds", "wait 2 minutes", "retry after 1 second(s)", "replenished in 2.13:47:06". A number counts
/// only with a word before it that announces it ("in", "after"), an invitation to come back among the last few words before that ("try", "reset"),
/// and a <see cref="WaitSpan"/> in its place; so "10 calls per 1 minute", "timed out after 30 seconds" and "must be within 120 to 300 seconds" are
/// none. Allocates nothing.
/// </summary>
internal static class WaitPhrase
{
    // "Retry your request for this number in 30 seconds": so many words may the invitation be away from the announcement.
    private const int FarthestWord = 7;

    private const string Wait = "wait";

    private static readonly string[] s_announcements = ["in", "after", "another", Wait];

    // Between the announcement and the number.
    private static readonly string[] s_fillers = ["for", "at", "least", "about", "a", "approximately"];

    private static readonly string[] s_invitations =
    [
        "again", "retry", "try", Wait, "reset", "resets", "resume", "resumes", "possible", "available", "replenished", "permitted", "allowed", "renewed", "resend", "resending", "back",
    ];

    /// <summary>The wait; null where the sentence holds none. An implausible one is reported and not returned.</summary>
    /// <remarks>The number may be the word "one", which counts where no number in digits does, or where it comes before that and asks for more.</remarks>
    internal static TimeSpan? Find(ReadOnlySpan<char> text, out bool implausible)
    {
        implausible = false;
        TimeSpan? ofWord = null;
        var isWordFound = false;

        // What begins the sentence is no wait, since nothing announces it.
        for (var at = 1; at < text.Length; at++)
        {
            bool isDigit = WaitSpan.IsDigit(text[at]);
            if ((isDigit || (!isWordFound && WaitSpan.IsOne(text, at))) && IsAnnounced(text, at) && WaitSpan.TryRead(text, at, out long milliseconds))
            {
                // Only a minus sign touches a number that is announced.
                TimeSpan? wait = text[at - 1] == '-' ? null : WaitBounds.Check(milliseconds);
                if (isDigit)
                {
                    implausible = wait is null && ofWord is null;
                    return ofWord > wait ? ofWord : wait ?? ofWord;
                }

                isWordFound = true;
                implausible = wait is null;
                ofWord = wait;
            }

            while (isDigit && at + 1 < text.Length && WaitSpan.IsDigit(text[at + 1]))
            {
                at++;
            }
        }

        return ofWord;
    }

    /// <summary>Whether the words before a number make it a wait, read backwards from the number.</summary>
    private static bool IsAnnounced(ReadOnlySpan<char> text, int number)
    {
        (int start, int end) = WordBefore(text, number);
        if (end == number)
        {
            return false;
        }

        while (IsOneOf(text[start..end], s_fillers))
        {
            (start, end) = WordBefore(text, start);
        }

        ReadOnlySpan<char> announcement = text[start..end];
        bool isInvited = Is(announcement, Wait);
        if (!isInvited && !IsOneOf(announcement, s_announcements))
        {
            return false;
        }

        for (var distance = 0; distance < FarthestWord && !isInvited; distance++)
        {
            (start, end) = WordBefore(text, start);
            isInvited = IsOneOf(text[start..end], s_invitations);

            // What is before another number is said of that.
            if (!isInvited && (end == 0 || IsNumber(text, start, end)))
            {
                return false;
            }
        }

        return isInvited;
    }

    /// <summary>The last word of ASCII letters and digits before a place; an empty one at the beginning where there is none.</summary>
    private static (int Start, int End) WordBefore(ReadOnlySpan<char> text, int end)
    {
        while (end > 0 && !WaitSpan.IsWordCharacter(text[end - 1]))
        {
            end--;
        }

        int start = end;
        while (start > 0 && WaitSpan.IsWordCharacter(text[start - 1]))
        {
            start--;
        }

        return (start, end);
    }

    private static bool IsNumber(ReadOnlySpan<char> text, int start, int end) =>
        (WaitSpan.IsDigit(text[start]) && (start == 0 || text[start - 1] != '.')) || Is(text[start..end], WaitSpan.One);

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (string known in words)
        {
            if (Is(word, known))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(ReadOnlySpan<char> word, string known) => word.Length == known.Length && word.Equals(known.AsSpan(), StringComparison.OrdinalIgnoreCase);
}
