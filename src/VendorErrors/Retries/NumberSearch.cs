#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace VendorErrors.Retries;

/// <summary>Looks for the numbers of a sentence: goes from digit to digit, and notes on the way whether a number may be written as a word.</summary>
internal ref struct NumberSearch(ReadOnlySpan<char> sentence)
{
    private readonly ReadOnlySpan<char> _sentence = sentence;

    /// <summary>Whether "one" may have stood on the way; told by its last two letters, so a word such as "phone" counts, too.</summary>
    public bool MayHaveSeenOne { get; private set; }

    /// <summary>The first digit from a position on; -1 where there is none.</summary>
    public int NextDigit(int from)
    {
        ReadOnlySpan<char> text = _sentence;
#if NET
        // The library's own search costs as much, and sees only digits.
        Vector256<ushort> ones = default;
        ref ushort start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        for (; from + Vector256<ushort>.Count < text.Length; from += Vector256<ushort>.Count)
        {
            Vector256<ushort> block = Vector256.LoadUnsafe(ref start, (nuint)from);
            Vector256<ushort> next = Vector256.LoadUnsafe(ref start, (nuint)from + 1);
            ones |= Vector256.Equals(block | Vector256.Create((ushort)WaitWord.LetterCase), Vector256.Create((ushort)'n'))
                & Vector256.Equals(next | Vector256.Create((ushort)WaitWord.LetterCase), Vector256.Create((ushort)'e'));
            Vector256<ushort> digits = Vector256.LessThanOrEqual(block - Vector256.Create((ushort)'0'), Vector256.Create((ushort)9));
            if (digits != default)
            {
                MayHaveSeenOne |= ones != default;
                return from + (BitOperations.TrailingZeroCount(digits.AsByte().ExtractMostSignificantBits()) / sizeof(ushort));
            }
        }

        MayHaveSeenOne |= ones != default;
#endif
        for (; (uint)from < (uint)text.Length; from++)
        {
            if (WaitWord.IsDigit(text[from]))
            {
                return from;
            }

            MayHaveSeenOne |= (text[from] | WaitWord.LetterCase) == 'e' && from > 0 && (text[from - 1] | WaitWord.LetterCase) == 'n';
        }

        return -1;
    }
}
