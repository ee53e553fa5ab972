using System.Runtime.CompilerServices;

namespace VendorErrors.Classification.Waits;

/// <summary>
/// Whether the words before a number make it a wait: the one next to it announces it ("in", "after", "wait"), and one of the last few
/// invites to come back ("try", "again", "reset"). Read from the number backwards, because most numbers are recognized by the first word;
/// and a word is recognized by its last letter, because that is where one arrives.
/// </summary>
internal static class WaitInvitation
{
    // "Retry your request for this number in 30 seconds": so far may the invitation be from the announcement.
    private const int FarthestWord = 7;

    /// <param name="text">A sentence.</param>
    /// <param name="number">Where a number begins in it, if a word does there.</param>
    internal static bool StandsBefore(ReadOnlySpan<char> text, int number)
    {
        int end = BeforeAnnouncement(text, number);
        for (var distance = 0; distance < FarthestWord; distance++)
        {
            end = EndOfWord(text, end);
            if (end == 0 || Invites(text, end))
            {
                return end > 0;
            }

            int last = end;
            while ((uint)(end - 1) < (uint)text.Length && WaitWord.Holds(text[end - 1]))
            {
                end--;
            }

            // What precedes another number belongs to that number.
            if ((WaitWord.IsDigit(text[end]) && (end == 0 || text[end - 1] != '.')) || text[end..last].Equals(WaitSpan.One.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Where the word begins that says that the number may be a wait; 0 where none does, which no invitation could precede either.
    /// "Wait" is an invitation, too, and stays.
    /// </summary>
    private static int BeforeAnnouncement(ReadOnlySpan<char> text, int number)
    {
        for (int end = EndOfWord(text, number); end > 0 && end < number; end = EndOfWord(text, end))
        {
            switch (text[end - 1] | WaitWord.LetterCase)
            {
                case 'n':
                    return Ends(text, end, "in") ? end - 2 : 0;
                case 'r' when Ends(text, end, "after"):
                    return end - 5;
                case 't' when Ends(text, end, "wait"):
                    return end;
                case 'r' when Ends(text, end, "another"):
                    return end - 7;
                case 'r' when Ends(text, end, "for"):
                    end -= 3;
                    break;
                case 't' when Ends(text, end, "at"):
                    end -= 2;
                    break;
                case 't' when Ends(text, end, "least") || Ends(text, end, "about"):
                    end -= 5;
                    break;
                case 'a' when Ends(text, end, "a"):
                    end -= 1;
                    break;
                case 'y' when Ends(text, end, "approximately"):
                    end -= 13;
                    break;
                default:
                    return 0;
            }
        }

        return 0;
    }

    private static bool Invites(ReadOnlySpan<char> text, int end) => (text[end - 1] | WaitWord.LetterCase) switch
    {
        'n' => Ends(text, end, "again"),
        'y' => Ends(text, end, "retry") || Ends(text, end, "try"),
        't' => Ends(text, end, "wait") || Ends(text, end, "reset"),
        's' => Ends(text, end, "resets") || Ends(text, end, "resumes"),
        'e' => Ends(text, end, "possible") || Ends(text, end, "available") || Ends(text, end, "resume"),
        'd' => Ends(text, end, "replenished") || Ends(text, end, "permitted") || Ends(text, end, "allowed")
            || Ends(text, end, "renewed") || Ends(text, end, "resend"),
        'g' => Ends(text, end, "resending"),
        'k' => Ends(text, end, "back"),
        _ => false,
    };

    /// <summary>The end of the last word before a place; 0 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EndOfWord(ReadOnlySpan<char> text, int end)
    {
        while ((uint)(end - 1) < (uint)text.Length && !WaitWord.Holds(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    // Inlined, so that the word is compared as one or two numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Ends(ReadOnlySpan<char> text, int end, string word)
    {
        int start = end - word.Length;
        return start >= 0 && text.Slice(start, word.Length).Equals(word.AsSpan(), StringComparison.OrdinalIgnoreCase)
            && (start == 0 || !WaitWord.Holds(text[start - 1]));
    }
}
