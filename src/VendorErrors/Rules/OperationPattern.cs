namespace VendorErrors.Rules;

/// <summary>
/// An operation as <c>[METHOD ]tail/of/path</c>. The tail is compared with the last segments of a path, case aside, after unescaping,
/// query and fragment left out; <c>*</c> stands for any one segment, or for the rest of one (<c>*_token</c>).
/// </summary>
internal sealed class OperationPattern
{
    private readonly string? _method;
    private readonly string[] _tail;

    public OperationPattern(string text)
    {
        int blank = text.IndexOf(' ');
        _method = blank < 0 ? null : text[..blank];
        _tail = text[(blank + 1)..].Split('/');
    }

    public bool Matches(string? method, string? path)
    {
        if (path is null || (_method is not null && !string.Equals(_method, method, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        string[] segments = SegmentsOf(path);
        if (segments.Length < _tail.Length)
        {
            return false;
        }

        int offset = segments.Length - _tail.Length;
        for (var i = 0; i < _tail.Length; i++)
        {
            if (!SegmentMatches(_tail[i], segments[offset + i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string[] SegmentsOf(string path)
    {
        int end = path.IndexOfAny(['?', '#']);
        string clean = end < 0 ? path : path[..end];
        return Uri.UnescapeDataString(clean).Split(['/'], StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool SegmentMatches(string pattern, string segment)
    {
        int star = pattern.IndexOf('*');
        if (star < 0)
        {
            return string.Equals(pattern, segment, StringComparison.OrdinalIgnoreCase);
        }

        string head = pattern[..star];
        string rest = pattern[(star + 1)..];
        return segment.Length >= head.Length + rest.Length
            && segment.StartsWith(head, StringComparison.OrdinalIgnoreCase)
            && segment.EndsWith(rest, StringComparison.OrdinalIgnoreCase);
    }
}
