namespace VendorErrors.Benchmarks.Bodies;

/// <summary>Sentences of vendors that hold a wait, and some that only look so.</summary>
internal static class WaitSentences
{
    private static readonly string[] s_forms =
    [
        "Rate limit exceeded. Please try again in # seconds.",
        "Rate limit is exceeded. Try again in # seconds.",
        "Resending is possible after # seconds",
        "Too many requests, retry after # seconds",
        "Please wait # minutes before you try again",
        "Your limit resets in # hours",
        "Retry your request for this number in # seconds",
        "Maximum # calls per 1 second",
    ];

    public static string[] Mixed() =>
    [
        .. Enumerable.Range(0, Json.Count).Select(i => s_forms[i % s_forms.Length].Replace("#", (2 + i).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)),
    ];
}
