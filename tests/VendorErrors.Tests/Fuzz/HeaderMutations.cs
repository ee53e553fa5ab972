namespace VendorErrors.Tests.Fuzz;

/// <summary>Headers that no vendor sends.</summary>
internal static class HeaderMutations
{
    private static readonly string[] s_names = ["Retry-After", "retry-after", "X-RateLimit-Reset", "X-RateLimit-Remaining", "Content-Type", "Date", "x-request-id", "", "\u0130", "RateLimit", "ratelimit-reset"];

    private static readonly string[] s_values =
    [
        "", " ", "0", "-1", "30", "1e9", "99999999999999999999", "0.5", "1,2", "30, 60", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Sat, 99 Foo 2026 25:61:61 GMT",
        "2026-01-01T00:00:00Z", "1767225600", "1767225600000", "253402300800", "-62135596800", "limit=100, remaining=0, reset=30", "\"quoted\"", "\0", "\uFEFF30", "30\r\nX: y", "text/html", "application/json; charset=utf-16",
    ];

    internal static IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Apply(IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> headers, Random random)
    {
        string[] values = [.. Enumerable.Range(0, random.Next(3)).Select(_ => s_values[random.Next(s_values.Length)])];
        return [.. headers, new(s_names[random.Next(s_names.Length)], values)];
    }
}
