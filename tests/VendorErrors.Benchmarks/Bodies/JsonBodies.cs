using System.Text;

namespace VendorErrors.Benchmarks.Bodies;

/// <summary>Bodies that differ from each other, so that neither branch predictors nor caches learn a single one.</summary>
internal static class JsonBodies
{
    /// <summary>How many bodies rotate.</summary>
    public const int Count = 64;

    // Beyond it the memory is measured and not the code.
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>Sixty-four bodies, or as many as fit into the caches of a server where each is large.</summary>
    public static byte[][] Rotate(int bytes, Func<int, string> body) =>
        [.. Enumerable.Range(0, Math.Clamp(MostBytes / bytes, 4, Count)).Select(i => Encoding.UTF8.GetBytes(body(i)))];

    /// <summary>The same bodies with a blank behind each colon and comma, as Python writes JSON. No text of theirs may hold either.</summary>
    public static byte[][] WithBlanks(byte[][] bodies) =>
        [.. bodies.Select(body => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(":", ": ", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal)))];
}
