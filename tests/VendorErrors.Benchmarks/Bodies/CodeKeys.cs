using VendorErrors.Definitions;

namespace VendorErrors.Benchmarks.Bodies;

/// <summary>A catalog of sixty codes as vendors number them, and keys to look up in it.</summary>
internal static class CodeKeys
{
    // More than a branch predictor can learn by heart.
    private const int KeyCount = 4096;
    private static readonly int[] s_blocks = [-1001, 0, 1001, 1400, 10001, 40001, 70080];

    public static CodeRow[] Rows() =>
        [.. Enumerable.Range(0, 60).Select(i => new CodeRow(CodeOf(i).ToString(System.Globalization.CultureInfo.InvariantCulture), $"CODE {i}", ErrorCategory.NotFound))];

    /// <summary>Random keys, one in ten of them in no row.</summary>
    public static int[] Keys()
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, KeyCount).Select(i => i % 10 == 0 ? 200_000 + random.Next(1000) : CodeOf(random.Next(60))).OrderBy(_ => random.Next())];
    }

    private static int CodeOf(int i) => s_blocks[i % s_blocks.Length] + (i / s_blocks.Length * (i % 2 == 0 ? 1 : 3));
}
