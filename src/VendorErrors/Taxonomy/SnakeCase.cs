using System.Collections.Concurrent;
using System.Text;

namespace VendorErrors;

/// <summary>Enum values as programs outside .NET write them: <c>rate_limited</c>.</summary>
internal static class SnakeCase
{
    internal static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue.GetOrAdd(value, static v => OfName(v.ToString()));

    /// <summary>Allocates on every call; for a caller that keeps the result.</summary>
    internal static string OfName(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private static class Names<T>
        where T : struct, Enum
    {
        internal static readonly ConcurrentDictionary<T, string> ByValue = new();
    }
}
