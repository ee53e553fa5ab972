namespace VendorErrors.Rules;

/// <summary>The vendor's messages: mostly one, which then needs no list.</summary>
internal readonly struct MessageList
{
    private readonly string? _single;
    private readonly string[]? _several;

    public MessageList(string? single) => _single = single;

    public MessageList(string[] several) => _several = several;

    public int Count => _several?.Length ?? (_single is null ? 0 : 1);

    public string this[int index] => _several is null ? _single! : _several[index];

    /// <summary>All in one line; null where there is none.</summary>
    public string? Joined => _several is null ? _single : string.Join("; ", _several);

    public string[] ToArray() => _several ?? (_single is null ? [] : [_single]);
}
