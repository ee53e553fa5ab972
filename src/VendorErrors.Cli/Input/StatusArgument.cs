using System.Globalization;

namespace VendorErrors.Cli.Input;

/// <summary>An HTTP status.</summary>
internal static class StatusArgument
{
    internal static int Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int status) && IsValid(status)
            ? status
            : throw new UsageException($"invalid status '{text}'; an HTTP status is a number from 100 to 599");

    internal static bool IsValid(int status) => status is >= 100 and <= 599;
}
