#if !NET
namespace System;

/// <summary>String methods that .NET Standard lacks.</summary>
internal static class StringExtensions
{
    // Otherwise LINQ's would be chosen, which makes an enumerator.
    public static bool Contains(this string text, char value) => text.IndexOf(value) >= 0;

    public static bool Contains(this string text, string value, StringComparison comparison) => text.IndexOf(value, comparison) >= 0;
}
#endif
