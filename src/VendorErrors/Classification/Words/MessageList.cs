namespace VendorErrors.Classification.Words;

/// <summary>The vendor's messages: mostly one, which then needs no list.</summary>
internal readonly struct MessageList
{
    // A text, or an array of several.
    private readonly object? _texts;

    public MessageList(string? single) => _texts = single;

    public MessageList(string[] several) => _texts = several;

    public int Count => _texts is string[] several ? several.Length : _texts is null ? 0 : 1;

    public string this[int index] => _texts is string[] several ? several[index] : (string)_texts!;

    /// <summary>All in one line; null where there is none.</summary>
    public string? Joined => _texts is string[] several ? string.Join("; ", several) : (string?)_texts;

    public string[] ToArray() => _texts is string[] several ? several : _texts is string single ? [single] : [];
}
