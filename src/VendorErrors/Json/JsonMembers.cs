namespace VendorErrors.Json;

/// <summary>The members of a JSON object that was already scanned, one after the other; a value that is no object has none.</summary>
internal ref struct JsonMembers
{
    private readonly bool _isObject;
    private JsonScanner _scanner;
    private bool _first = true;

    public JsonMembers(ReadOnlySpan<byte> json)
    {
        _scanner = new JsonScanner(json);
        _isObject = json.Length > 0 && json[0] == (byte)'{';
        if (_isObject)
        {
            _scanner.Advance();
        }
    }

    /// <summary>The next member; the ranges are of the object's own bytes.</summary>
    public bool MoveNext(out JsonSlot name, out JsonSlot value)
    {
        name = default;
        value = default;
        bool more = _isObject && _scanner.MoveToNext((byte)'}', _first);
        _first = false;
        return more && _scanner.ReadName(out name) && _scanner.PassValue(out value);
    }
}
