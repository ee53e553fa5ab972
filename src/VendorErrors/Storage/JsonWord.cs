using System.Runtime.CompilerServices;
using System.Text;

namespace VendorErrors.Storage;

/// <summary>The values of enums as JSON texts in snake_case, encoded once. For enums of small numbers from 0 up, as all of the library are.</summary>
internal static class JsonWord
{
    internal static ReadOnlySpan<byte> Of<T>(T value)
        where T : struct, Enum => Words<T>.ByNumber[Unsafe.BitCast<T, int>(value)];

    /// <summary>The value of a word; null where this version has none of that name, whoever wrote it.</summary>
    internal static T? Parse<T>(string? word)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (string.Equals(SnakeCase.Of(value), word, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    // Not generic: it would be compiled separately for each enum, at the start of every batch.
    private static byte[][] Create(Type type)
    {
        var numbers = (int[])Enum.GetValuesAsUnderlyingType(type);
        string[] names = Enum.GetNames(type);
        var words = new byte[numbers[^1] + 1][];
        for (var i = 0; i < numbers.Length; i++)
        {
            words[numbers[i]] = Encoding.UTF8.GetBytes($"\"{SnakeCase.OfName(names[i])}\"");
        }

        return words;
    }

    private static class Words<T>
        where T : struct, Enum
    {
        internal static readonly byte[][] ByNumber = Create(typeof(T));
    }
}
