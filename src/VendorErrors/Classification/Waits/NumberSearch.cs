#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace VendorErrors.Classification.Waits;

/// <summary>Looks for the numbers of a sentence: goes from digit to digit, and notes on the way whether a number may be written as a word.</summary>
internal ref struct NumberSearch(ReadOnlySpan<char> sentence)
{
    private readonly ReadOnlySpan<char> _sentence = sentence;

    /// <summary>Whether "one" may have occurred on the way; recognized by its last two letters, so a word such as "phone" counts, too.</summary>
    public bool MayHaveSeenOne { get; private set; }

    /// <summary>
    /// The first digit from a position on; -1 where there is none. What begins the sentence is never looked at, since nothing announces it.
    /// </summary>
    public int NextDigit(int from)
    {
        ReadOnlySpan<char> text = _sentence;
        from = Math.Max(from, 1);
        int found = -1;
#if NET
        if (text.Length <= Vector256<ushort>.Count)
        {
            return NextDigitOfShort(from);
        }

        // The library's own search costs as much, and sees only digits. The last block overlaps the one before.
        int last = text.Length - Vector256<ushort>.Count;
        ref ushort start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        Vector256<ushort> ones = default;
        for (int at; found < 0 && from < text.Length; from = at + Vector256<ushort>.Count)
        {
            at = Math.Min(from, last);
            Vector256<ushort> before = Vector256.LoadUnsafe(ref start, (nuint)at - 1) | Vector256.Create((ushort)WaitWord.LetterCase);
            Vector256<ushort> block = Vector256.LoadUnsafe(ref start, (nuint)at);
            ones |= Vector256.Equals(before, Vector256.Create((ushort)'n'))
                & Vector256.Equals(block | Vector256.Create((ushort)WaitWord.LetterCase), Vector256.Create((ushort)'e'));
            uint digits = Vector256.LessThanOrEqual(block - Vector256.Create((ushort)'0'), Vector256.Create((ushort)9)).ExtractMostSignificantBits() >> (from - at);
            found = digits == 0 ? found : from + BitOperations.TrailingZeroCount(digits);
        }

        MayHaveSeenOne |= ones != default;
        return found;
    }

    private int NextDigitOfShort(int from)
    {
        ReadOnlySpan<char> text = _sentence;
        int found = -1;
#endif
        for (; found < 0 && from < text.Length; from++)
        {
            found = WaitWord.IsDigit(text[from]) ? from : found;
            MayHaveSeenOne |= (text[from] | WaitWord.LetterCase) == 'e' && (text[from - 1] | WaitWord.LetterCase) == 'n';
        }

        return found;
    }
}
