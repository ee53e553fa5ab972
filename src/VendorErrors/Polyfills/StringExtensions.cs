#if !NET
namespace System;

/// <summary>String methods that .NET Standard lacks.</summary>
internal static class StringExtensions
{
    public static bool Contains(this string text, string value, StringComparison comparison) => text.IndexOf(value, comparison) >= 0;
}
#endif
