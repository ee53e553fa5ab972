namespace VendorErrors.Classification.Words;

/// <summary>Messages while they are collected: of a single one no list is made.</summary>
internal struct CollectedMessages
{
    private string? _first;
    private Collected<string> _several;

    public readonly int Count => _several.Count > 0 ? _several.Count : _first is null ? 0 : 1;

    public void Add(string message)
    {
        if (_first is null)
        {
            _first = message;
            return;
        }

        if (_several.Count == 0)
        {
            _several.Add(_first);
        }

        _several.Add(message);
    }

    public MessageList ToList() => _several.ToArray() is { } several ? new MessageList(several) : new MessageList(_first);
}
