using System.Runtime.CompilerServices;

namespace VendorErrors.Json;

/// <summary>White space between the tokens of JSON.</summary>
internal static class Blank
{
    private const int Indentation = 16;

    /// <summary>The first position from <paramref name="at"/> on that holds no white space; the length where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Skip(ReadOnlySpan<byte> json, int at) => (uint)at < (uint)json.Length && json[at] > (byte)' ' ? at : SkipRun(json, at);

    // As far as the indentation of readable JSON goes, a look at each byte is the quickest.
    private static int SkipRun(ReadOnlySpan<byte> json, int at)
    {
        int near = Math.Min(json.Length, at + Indentation);
        while (at < near && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at < near || at >= json.Length ? at : SkipLongRun(json, at);
    }

#if NET
    private static int SkipLongRun(ReadOnlySpan<byte> json, int at)
    {
        int length = json[at..].IndexOfAnyExcept(" \n\r\t"u8);
        return length < 0 ? json.Length : at + length;
    }
#else
    private static int SkipLongRun(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }
#endif
}
