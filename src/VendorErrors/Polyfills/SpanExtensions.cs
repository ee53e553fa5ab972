#if !NET
namespace System;

/// <summary>Span methods that .NET Standard lacks.</summary>
internal static class SpanExtensions
{
    public static int IndexOfAnyInRange(this ReadOnlySpan<char> text, char from, char to)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= from && text[i] <= to)
            {
                return i;
            }
        }

        return -1;
    }
}
#endif
