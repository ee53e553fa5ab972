using System.Globalization;

namespace VendorErrors.Cli.Input;

/// <summary>An integer within bounds.</summary>
internal static class NumberArgument
{
    internal static int Parse(string text, string option, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option} must be an integer from {least} to {most}, not '{text}'"));
}
