using System.Runtime.CompilerServices;

namespace VendorErrors.Classification.Waits;

/// <summary>What sentences that ask for a wait are made of: words of ASCII letters and digits.</summary>
internal static class WaitWord
{
    /// <summary>The bit in which letters differ by case.</summary>
    internal const char LetterCase = ' ';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Holds(char c) => (uint)((c | LetterCase) - 'a') <= 'z' - 'a' || IsDigit(c);

    /// <summary>Whether the character after a digit is a point or colon with another digit after it, or the comma of thousands.</summary>
    internal static bool IsWithinNumber(ReadOnlySpan<char> text, int at) =>
        text[at] is '.' or ':' or ',' && at + 1 < text.Length && IsDigit(text[at + 1])
        && (text[at] != ',' || (at + 3 < text.Length && IsDigit(text[at + 2]) && IsDigit(text[at + 3])));
}
