namespace VendorErrors.Cli.Input;

/// <summary>A response header given as <c>Name: value</c>.</summary>
internal static class HeaderArgument
{
    internal static KeyValuePair<string, IEnumerable<string>> Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && !text.AsSpan(0, colon).Contains(' ')
            ? new KeyValuePair<string, IEnumerable<string>>(text[..colon], [text[(colon + 1)..].Trim()])
            : throw new UsageException($"invalid header '{text}'; write it as \"Name: value\", for example --header \"Retry-After: 30\"");
    }
}
