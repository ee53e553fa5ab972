namespace VendorErrors.Definitions;

/// <summary>An <see cref="OperationPattern"/>, or with <c>/**</c> at its end everything below its segments, wherever these are in a path.</summary>
internal sealed class OperationArea
{
    private const string Below = "/**";

    private readonly OperationPattern _pattern;
    private readonly bool _isBelow;

    public OperationArea(string text)
    {
        _isBelow = text.EndsWith(Below, StringComparison.Ordinal);
        _pattern = new OperationPattern(TailOf(text));
    }

    /// <summary>Why a text is none; null where it is one.</summary>
    public static string? FaultOf(string text) => OperationPattern.FaultOf(TailOf(text)) ?? (TailOf(text).Contains("**", StringComparison.Ordinal) ? "has two stars that are not at its end" : null);

    public bool Matches(string? method, string? path)
    {
        if (!_isBelow || path is null)
        {
            return _pattern.Matches(method, path);
        }

        // With each last segment taken off, what is left may end in the segments.
        ReadOnlySpan<char> rest = OperationPattern.WithoutQuery(path.AsSpan()).TrimEnd('/');
        for (int slash = rest.LastIndexOf('/'); slash > 0; slash = rest.LastIndexOf('/'))
        {
            rest = rest[..slash].TrimEnd('/');
            if (_pattern.Matches(method, rest))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The operation without the stars for everything below it.</summary>
    internal static string TailOf(string text) => text.EndsWith(Below, StringComparison.Ordinal) ? text[..^Below.Length] : text;
}
