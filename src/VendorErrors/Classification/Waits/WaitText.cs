using System.Runtime.CompilerServices;

namespace VendorErrors.Classification.Waits;

/// <summary>
/// Finds a wait in a sentence: "try again in 30 seconds", "wait 2 minutes", "retry after 1 second(s)", "replenished in 2.13:47:06".
/// A number counts only with a <see cref="WaitInvitation"/> before it, and with a unit after it (or as clock text); so "10 calls per
/// 1 minute", "timed out after 30 seconds" and "must be within 120 to 300 seconds" are none. Allocates nothing.
/// </summary>
internal static class WaitText
{
    /// <summary>The wait; null where the sentence holds none. An implausible one is reported and not returned.</summary>
    internal static TimeSpan? Find(ReadOnlySpan<char> text, out bool implausible)
    {
        var numbers = new NumberSearch(text);
        for (int at = numbers.NextDigit(0); at >= 0; at = numbers.NextDigit(at))
        {
            if (WaitInvitation.StandsBefore(text, at) && WaitSpan.Read(text, at) is var milliseconds and not WaitSpan.None)
            {
                TimeSpan? wait = Check(text, at, milliseconds, out implausible);
                return numbers.MayHaveSeenOne ? LongerOf(wait, FindOne(text[..at], out _), ref implausible) : wait;
            }

            while (++at < text.Length && WaitWord.IsDigit(text[at]))
            {
            }
        }

        implausible = false;
        return numbers.MayHaveSeenOne ? FindOne(text, out implausible) : null;
    }

    private static TimeSpan? LongerOf(TimeSpan? wait, TimeSpan? other, ref bool implausible)
    {
        implausible &= other is null;
        return wait > other ? wait : other ?? wait;
    }

    /// <summary>The number may be written as a word, too, which counts where no number in digits does, or where it precedes that and asks for more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TimeSpan? FindOne(ReadOnlySpan<char> text, out bool implausible)
    {
        var from = 0;
        while (text[from..].IndexOf(WaitSpan.One.AsSpan(), StringComparison.OrdinalIgnoreCase) is var next and >= 0)
        {
            int at = from + next;
            if (WaitInvitation.StandsBefore(text, at) && WaitSpan.Read(text, at) is var milliseconds and not WaitSpan.None)
            {
                return Check(text, at, milliseconds, out implausible);
            }

            from = at + 1;
        }

        implausible = false;
        return null;
    }

    private static TimeSpan? Check(ReadOnlySpan<char> text, int at, long milliseconds, out bool implausible)
    {
        // Only a minus sign can directly precede a number that follows an announcement.
        TimeSpan? wait = text[at - 1] == '-' ? null : WaitBounds.Check(milliseconds);
        implausible = wait is null;
        return wait;
    }
}
