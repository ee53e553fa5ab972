using System.Globalization;

namespace VendorErrors.Tests;

/// <summary>
/// How many random cases are tried. VENDOR_ERRORS_EFFORT asks for a share in per cent, for runs that repeat the tests thousands of times.
/// </summary>
internal static class Effort
{
    private static readonly int s_percent = Environment.GetEnvironmentVariable("VENDOR_ERRORS_EFFORT") is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 100;

    internal static int Of(int cases) => Math.Max(1, (int)((long)cases * s_percent / 100));
}
