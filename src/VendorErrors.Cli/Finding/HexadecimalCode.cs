using System.Globalization;

namespace VendorErrors.Cli.Finding;

/// <summary>Codes that a catalog writes as hexadecimal, and a log as decimal: <c>11</c> for <c>0x0000000B</c>.</summary>
internal static class HexadecimalCode
{
    private const string Prefix = "0x";

    /// <summary>The codes that have the value of a decimal number, however many zeros they have.</summary>
    internal static string[] Of(string number, IEnumerable<string> codes) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            ? [.. codes.Where(code => IsValue(code, value)).Distinct(StringComparer.OrdinalIgnoreCase)]
            : [];

    private static bool IsValue(string code, long value) =>
        code.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && long.TryParse(code.AsSpan(Prefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long written)
        && written == value;
}
