namespace VendorErrors.Cli.Finding;

/// <summary>Whether two texts are the same name: case, spaces, hyphens and underscores do not count.</summary>
internal static class Spelling
{
    internal static bool IsSame(string left, string right) => Plain(right) is { Length: > 0 } sought && string.Equals(Plain(left), sought, StringComparison.Ordinal);

    /// <summary>The text without what does not count.</summary>
    internal static string Plain(string text) => string.Concat(text.Where(c => c is not (' ' or '-' or '_')).Select(char.ToUpperInvariant));
}
