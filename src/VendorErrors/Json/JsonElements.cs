namespace VendorErrors.Json;

/// <summary>The elements of a JSON array that was already scanned; a value that is no array counts as its own only element.</summary>
internal ref struct JsonElements
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly bool _isArray;
    private JsonScanner _scanner;
    private bool _first = true;

    public JsonElements(ReadOnlySpan<byte> json)
    {
        _json = json;
        _scanner = new JsonScanner(json);
        _isArray = json.Length > 0 && json[0] == (byte)'[';
        if (_isArray)
        {
            _scanner.Advance();
        }
    }

    /// <summary>Whether there is a first element; it is not read.</summary>
    public bool HasAny() => !_isArray || _scanner.MoveToNext((byte)']', first: true);

    /// <summary>The next element; its range is one of the array's own bytes.</summary>
    public bool MoveNext(out JsonSlot element)
    {
        element = default;
        bool more = _isArray ? _scanner.MoveToNext((byte)']', _first) : _first && _json.Length > 0;
        _first = false;
        return more && _scanner.PassValue(out element);
    }
}
