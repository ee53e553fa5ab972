using VendorErrors.Definitions;

namespace VendorErrors.Packs;

/// <summary>The members of a place, as far as they are read.</summary>
internal struct SourceParts
{
    private string? _path;
    private string? _header;
    private string? _list;
    private string? _after;
    private string? _before;
    private bool _isStrict;
    private Condition? _where;

    /// <summary>Reads the present member; false where it is none of a place.</summary>
    public bool TryRead(ref PackCursor json)
    {
        if (json.Is("path"u8))
        {
            _path = PackValues.Path(ref json);
        }
        else if (json.Is("header"u8))
        {
            _header = Header(ref json);
        }
        else if (json.Is("list"u8))
        {
            _list = PackValues.Path(ref json);
        }
        else if (json.Is("where"u8))
        {
            _where = PackValues.Condition(ref json);
        }
        else if (json.Is("after"u8))
        {
            _after = json.Text();
        }
        else if (json.Is("before"u8))
        {
            _before = json.Text();
        }
        else if (json.Is("strict"u8))
        {
            _isStrict = json.Flag();
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>The place; null where the members make none, which is noted.</summary>
    public readonly ValueSource? ToSource(ref PackCursor json, int start)
    {
        if (_header is not null && (_path ?? _list) is null && _where is null)
        {
            return ValueSource.FromHeader(_header) with { After = _after, Before = _before, IsStrict = _isStrict };
        }

        if (_header is null && _path is not null && _list is null && _where is null)
        {
            return new ValueSource(_path) { After = _after, Before = _before, IsStrict = _isStrict };
        }

        if (_header is null && _path is not null && _list is not null && _where is not null)
        {
            return ValueSource.InList(_list, _where, _path) with { After = _after, Before = _before, IsStrict = _isStrict };
        }

        json.Fault(start, "a place is a 'path', a 'header', or a 'list' with 'where' and 'path'");
        return null;
    }

    /// <summary>The name of a header; what is wrong with one is noted.</summary>
    internal static string? Header(ref PackCursor json)
    {
        string? name = json.Text("the name of a header");
        if (name is not null && PathFault.OfHeader(name) is { } fault)
        {
            json.Fault($"'{PackText.Printable(name)}' is no header: {fault}");
        }

        return name;
    }
}
