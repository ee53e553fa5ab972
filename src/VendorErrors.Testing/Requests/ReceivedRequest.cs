namespace VendorErrors.Testing.Requests;

/// <summary>A request as it arrives, whichever way it came.</summary>
internal sealed record ReceivedRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Path => Address.AbsolutePath;

    public IReadOnlyList<KeyValuePair<string, string>> Query => Values(Address.Query.TrimStart('?'));

    /// <summary>The values of a body that is a form; empty where it is JSON.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Form => IsJson ? [] : Values(Body);

    public bool IsJson => Body.AsSpan().TrimStart() is ['{' or '[', ..];

    private static KeyValuePair<string, string>[] Values(string text) =>
        [.. text.Split(['&'], StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            int equals = part.IndexOf('=');
            return equals < 0
                ? new KeyValuePair<string, string>(Unescape(part), string.Empty)
                : new KeyValuePair<string, string>(Unescape(part[..equals]), Unescape(part[(equals + 1)..]));
        })];

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
