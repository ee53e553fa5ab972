namespace VendorErrors.Definitions;

/// <summary>
/// An operation as <c>[METHOD ]tail/of/path</c>. The tail is compared with the last segments of a path, case-insensitive, after unescaping,
/// query and fragment left out; <c>*</c> stands for any one segment, or for any part of one (<c>*_token</c>).
/// </summary>
internal sealed class OperationPattern
{
    private static readonly string[] s_methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

    private readonly string? _method;
    private readonly string[] _tail;

    public OperationPattern(string text)
    {
        int path = PathIn(text);
        _method = path == 0 ? null : text[..(path - 1)];
        _tail = text[path..].Trim('/').Split('/');
    }

    /// <summary>Where the path begins: after a method, which is a word of capitals or a known one in any case; a path may hold whitespace itself.</summary>
    public static int PathIn(string text)
    {
        int blank = text.IndexOf(' ');
        return blank > 0 && IsMethod(text[..blank]) ? blank + 1 : 0;
    }

    private static bool IsMethod(string word)
    {
        foreach (string method in s_methods)
        {
            if (string.Equals(word, method, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (char letter in word)
        {
            if (letter is < 'A' or > 'Z')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Why a text is no pattern; null where it is one.</summary>
    public static string? FaultOf(string text)
    {
        string tail = text[PathIn(text)..].Trim('/');
        return tail.Length == 0 || tail.Split('/').Any(segment => segment.Length == 0) ? "has an empty segment"
            : tail.IndexOfAny(['{', '}', '?', '#']) >= 0 ? "contains a brace or a query; write * for any segment"
            : text.Trim() != text || text.Contains("  ", StringComparison.Ordinal) ? "has extra whitespace"
            : text.IndexOf(' ') < 0 && tail.All(char.IsUpper) ? "names a method and no path"
            : null;
    }

    public bool Matches(string? method, string? path) => path is not null && Matches(method, path.AsSpan());

    public bool Matches(string? method, ReadOnlySpan<char> path)
    {
        if (!MethodMatches(_method, method))
        {
            return false;
        }

        // Only an escaped path costs a copy.
        ReadOnlySpan<char> rest = WithoutQuery(path);
        rest = rest.IndexOf('%') < 0 ? rest : Uri.UnescapeDataString(rest.ToString()).AsSpan();
        for (int i = _tail.Length - 1; i >= 0; i--)
        {
            rest = rest.TrimEnd('/');
            int slash = rest.LastIndexOf('/');
            if (rest.IsEmpty || !SegmentMatches(_tail[i].AsSpan(), rest[(slash + 1)..]))
            {
                return false;
            }

            rest = slash < 0 ? default : rest[..slash];
        }

        return true;
    }

    // What a GET does, a server does for HEAD too.
    internal static bool MethodMatches(string? expected, string? method) =>
        expected is null
        || string.Equals(expected, method, StringComparison.OrdinalIgnoreCase)
        || (string.Equals(expected, "GET", StringComparison.OrdinalIgnoreCase) && string.Equals(method, "HEAD", StringComparison.OrdinalIgnoreCase));

    internal static ReadOnlySpan<char> WithoutQuery(ReadOnlySpan<char> path)
    {
        int end = path.IndexOfAny('?', '#');
        return end < 0 ? path : path[..end];
    }

    internal static bool SegmentMatches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> segment)
    {
        int star = pattern.IndexOf('*');
        if (star < 0)
        {
            return segment.Equals(pattern, StringComparison.OrdinalIgnoreCase);
        }

        if (!segment.StartsWith(pattern[..star], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Each star but the last takes as little as it can.
        ReadOnlySpan<char> rest = pattern[(star + 1)..];
        segment = segment[star..];
        while ((star = rest.IndexOf('*')) >= 0)
        {
            int at = segment.IndexOf(rest[..star], StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            segment = segment[(at + star)..];
            rest = rest[(star + 1)..];
        }

        return segment.EndsWith(rest, StringComparison.OrdinalIgnoreCase);
    }
}
