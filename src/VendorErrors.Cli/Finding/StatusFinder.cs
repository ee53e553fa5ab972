using System.Globalization;
using VendorErrors.Classification;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Finding;

/// <summary>Finds an HTTP status: <c>429</c>, <c>HTTP 429</c>, <c>HTTP/1.1 429</c>.</summary>
internal static class StatusFinder
{
    private const string Protocol = "HTTP";

    internal static IEnumerable<Found> Find(string word) =>
        TryParse(word, out int status) && StatusTable.Find(status).Row is { } row ? [new FoundStatus(status, row)] : [];

    /// <summary>Whether the word says itself that it is an HTTP status.</summary>
    internal static bool IsNamed(string word) => word.TrimStart().StartsWith(Protocol, StringComparison.OrdinalIgnoreCase) && TryParse(word, out _);

    private static bool TryParse(string word, out int status)
    {
        string rest = word.Trim();
        if (rest.StartsWith(Protocol, StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[Protocol.Length..];
            rest = rest.StartsWith('/') ? rest.TrimStart('/', '.', '1', '2', '3', '0') : rest;
        }

        return int.TryParse(rest.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out status) && StatusArgument.IsValid(status);
    }
}
