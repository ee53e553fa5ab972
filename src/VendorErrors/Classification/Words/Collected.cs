namespace VendorErrors.Classification.Words;

/// <summary>What is collected of an answer: mostly nothing or one, so it grows from one, and its array is handed out as it is where it is full.</summary>
internal struct Collected<T>
{
    private T[]? _items;

    public int Count { readonly get; private set; }

    public void Add(T item)
    {
        if (_items is null || Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(1, 2 * Count));
        }

        _items[Count++] = item;
    }

    /// <summary>All; null where there is none. Nothing may be added afterwards.</summary>
    public T[]? ToArray()
    {
        if (_items is not null && _items.Length != Count)
        {
            Array.Resize(ref _items, Count);
        }

        return _items;
    }
}
