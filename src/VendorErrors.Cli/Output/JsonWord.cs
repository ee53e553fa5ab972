using System.Runtime.CompilerServices;
using System.Text;

namespace VendorErrors.Cli.Output;

/// <summary>The values of enums as JSON texts in snake_case, encoded once. For enums of small numbers from 0 up, as all of the library are.</summary>
internal static class JsonWord
{
    internal static ReadOnlySpan<byte> Of<T>(T value)
        where T : struct, Enum => Words<T>.ByNumber[Unsafe.BitCast<T, int>(value)];

    private static class Words<T>
        where T : struct, Enum
    {
        internal static readonly byte[][] ByNumber = Create();

        private static byte[][] Create()
        {
            T[] values = Enum.GetValues<T>();
            var words = new byte[Unsafe.BitCast<T, int>(values[^1]) + 1][];
            foreach (T value in values)
            {
                words[Unsafe.BitCast<T, int>(value)] = Encoding.UTF8.GetBytes($"\"{SnakeCase.Of(value)}\"");
            }

            return words;
        }
    }
}
