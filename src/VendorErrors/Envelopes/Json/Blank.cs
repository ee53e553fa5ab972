using System.Runtime.CompilerServices;

namespace VendorErrors.Envelopes.Json;

/// <summary>White space between the tokens of JSON.</summary>
internal static class Blank
{
    /// <summary>The first position from <paramref name="at"/> on that holds no white space; the length where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Skip(ReadOnlySpan<byte> json, int at) => (uint)at < (uint)json.Length && json[at] > (byte)' ' ? at : SkipRun(json, at);

    private static int SkipRun(ReadOnlySpan<byte> json, int at)
    {
        while ((uint)at < (uint)json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }
}
