namespace VendorErrors.Http.Requests;

/// <summary>The values that travel with a request message, and with its copies: <c>Options</c>, or <c>Properties</c> on older frameworks.</summary>
internal static class RequestOptions
{
    /// <summary>Where our handlers keep what they know of the request; it stays from attempt to attempt.</summary>
    internal const string StateKey = "VendorErrors.State";

#if NET
    internal static IDictionary<string, object?> Of(HttpRequestMessage request) => request.Options;
#else
    internal static IDictionary<string, object?> Of(HttpRequestMessage request) => request.Properties!;
#endif

    internal static T? Get<T>(HttpRequestMessage request, string key) => Of(request).TryGetValue(key, out object? value) && value is T found ? found : default;

    internal static void Set(HttpRequestMessage request, string key, object value) => Of(request)[key] = value;
}
