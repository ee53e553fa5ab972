using System.Globalization;

namespace VendorErrors.Cli.Input;

/// <summary>A length of time with its unit: <c>90s</c>, <c>15m</c>, <c>2h</c>, <c>3d</c>.</summary>
internal static class AgeArgument
{
    private const double MostDays = 36_500;

    internal static TimeSpan Parse(string text, string option)
    {
        string trimmed = text.Trim();
        double seconds = trimmed.Length == 0 ? 0 : trimmed[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
        return seconds > 0 && double.TryParse(trimmed[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double amount) && amount * seconds <= MostDays * 86_400
            ? TimeSpan.FromSeconds(amount * seconds)
            : throw new UsageException($"{option} must be a number with its unit, such as 90s, 15m, 2h or 3d, not '{text}'");
    }
}
