using System.Runtime.CompilerServices;

namespace VendorErrors.Retries;

/// <summary>What sentences that ask for a wait are made of: words of ASCII letters and digits.</summary>
internal static class WaitWord
{
    /// <summary>The bit in which letters differ by case.</summary>
    internal const char LetterCase = ' ';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Holds(char c) => (uint)((c | LetterCase) - 'a') <= 'z' - 'a' || IsDigit(c);

    /// <summary>Whether a point or colon stands between digits, or a comma between thousands.</summary>
    internal static bool IsWithinNumber(ReadOnlySpan<char> text, int at) =>
        (uint)at < (uint)text.Length && text[at] is '.' or ':' or ','
        && at > 0 && IsDigit(text[at - 1]) && at + 1 < text.Length && IsDigit(text[at + 1])
        && (text[at] != ',' || (at + 3 < text.Length && IsDigit(text[at + 2]) && IsDigit(text[at + 3])));
}
