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
        "API quota exceeded. Retry after # second(s)",
        "Out of call volume quota. Quota will be replenished in 00:06:#.",
        "Out of call volume quota. Quota will be replenished in 2.13:47:#.",
        "Out of bandwidth quota. Quota will be replenished in 2.5 days.",
        "Rate limit of 10 calls per 1 minute exceeded",
        "The request timed out after # seconds",
        "Too many requests, please try again later.",
        "Maximum # calls per 1 second",
    ];

    public static string[] Mixed() =>
    [
        .. Enumerable.Range(0, JsonBodies.Count).Select(i => s_forms[i % s_forms.Length].Replace("#", (10 + (i * 7 % 50)).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)),
    ];
}
