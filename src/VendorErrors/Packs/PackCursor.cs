using System.Text;
using System.Text.Json;

namespace VendorErrors.Packs;

/// <summary>
/// Reads the JSON of a pack token by token, and collects what is wrong with it, each with its line and its place. Every method that reads a value
/// leaves the cursor at its last token, so that what follows can be read whatever was wrong. Throws <see cref="JsonException"/> where it is no JSON,
/// and <see cref="PackLimitException"/> where it is more than a pack may be.
/// </summary>
internal ref struct PackCursor
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly List<PackFault> _faults;
    private readonly Dictionary<object, PackPlace>? _places;

    // The members that lead to the cursor, by where their names are; of a list the number of the entry, with a length of -1.
    private readonly List<(int Start, int Length)> _path = [];

    // The names that were read in the objects around the cursor.
    private readonly List<(int Start, int Length)> _names = [];
    private readonly List<Container> _containers = [];
    private Utf8JsonReader _reader;
    private string? _name;
    private int _conditions;
    private int _rows;

    /// <param name="utf8">The file.</param>
    /// <param name="faults">Where what is wrong goes.</param>
    /// <param name="places">Where it is kept where each part is; null where nobody asks.</param>
    public PackCursor(ReadOnlySpan<byte> utf8, List<PackFault> faults, Dictionary<object, PackPlace>? places)
    {
        _utf8 = utf8;
        _faults = faults;
        _places = places;
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = PackLimits.Depth });
        _ = _reader.Read();
    }

    public readonly JsonTokenType Kind => _reader.TokenType;

    /// <summary>Where the present value begins.</summary>
    public readonly int Position => (int)_reader.TokenStartIndex;

    /// <summary>The name of the present member.</summary>
    public string Name
    {
        get
        {
            (int start, int length) = _path[^1];
            return _name ??= Encoding.UTF8.GetString(_utf8.Slice(start, length).ToArray());
        }
    }

    /// <summary>Whether nothing follows.</summary>
    public bool IsAtEnd() => !_reader.Read();

    /// <summary>Whether the present member has this name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name)
    {
        (int start, int length) = _path[^1];
        return _utf8.Slice(start, length).SequenceEqual(name);
    }

    /// <summary>Enters an object; otherwise notes what is expected, and skips what is there.</summary>
    public bool BeginObject(string expected) => Begin(JsonTokenType.StartObject, expected);

    /// <summary>Enters a list; otherwise notes what is expected, and skips what is there.</summary>
    public bool BeginList(string expected) => Begin(JsonTokenType.StartArray, expected);

    /// <summary>Goes to the value of the next member of the object that was entered last; false after the last one.</summary>
    /// <param name="mayRepeat">Whether a name may come twice, because the caller looks after it.</param>
    public bool NextMember(bool mayRepeat = false)
    {
        Return();
        _ = _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndObject)
        {
            Leave();
            return false;
        }

        var name = ((int)_reader.TokenStartIndex + 1, _reader.ValueSpan.Length);
        _path.Add(name);
        ReadName();
        if (!mayRepeat)
        {
            if (IsRepeated(name))
            {
                Fault($"the member '{Name}' is here twice");
            }

            _names.Add(name);
            if (_names.Count - _containers[^1].Names > PackLimits.Members)
            {
                Stop($"an object has at most {Number(PackLimits.Members)} members");
            }
        }

        _ = _reader.Read();
        return true;
    }

    /// <summary>Goes to the next entry of the list that was entered last; false after the last one.</summary>
    public bool NextEntry()
    {
        Return();
        _ = _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndArray)
        {
            Leave();
            return false;
        }

        Container list = _containers[^1];
        _path.Add((list.Entries, -1));
        if (list.Entries >= PackLimits.Entries)
        {
            Stop($"a list has at most {Number(PackLimits.Entries)} entries");
        }

        list.Entries++;
        return true;
    }

    /// <summary>A text; null where there is something else, which is noted.</summary>
    /// <param name="expected">What is expected, for the note.</param>
    /// <param name="hasLines">Whether it may be of several lines, as a captured body.</param>
    public string? Text(string expected = "a text", bool hasLines = false)
    {
        if (Kind != JsonTokenType.String)
        {
            Mismatch(expected);
            return null;
        }

        if (GetString() is not { } text)
        {
            Fault("the text holds half a surrogate pair, which is no character");
            return null;
        }

        if (text.Length > PackLimits.Text)
        {
            Fault($"the text has {Number(text.Length)} characters; at most {Number(PackLimits.Text)} are read");
        }
        else if (!hasLines && PackText.FindHazard(text) is { } hazard)
        {
            Fault($"the text holds {hazard}, which moves the cursor of a terminal, hides, or turns the direction of writing");
        }

        return text;
    }

    /// <summary>True or false.</summary>
    public bool Flag()
    {
        if (Kind is not (JsonTokenType.True or JsonTokenType.False))
        {
            Mismatch("true or false");
        }

        return Kind == JsonTokenType.True;
    }

    /// <summary>A whole number; null where there is something else, which is noted.</summary>
    public long? Integer()
    {
        if (Kind == JsonTokenType.Number && _reader.TryGetInt64(out long number))
        {
            return number;
        }

        if (Kind == JsonTokenType.Number)
        {
            Fault("expected a whole number, not a number with a fraction or too many digits");
        }
        else
        {
            Mismatch("a whole number");
        }

        return null;
    }

    /// <summary>A whole number in a range; null where there is something else, which is noted.</summary>
    public int? Integer(int from, int to)
    {
        if (Integer() is not { } number)
        {
            return null;
        }

        if (number >= from && number <= to)
        {
            return (int)number;
        }

        Fault(to == int.MaxValue ? $"expected a number of {Number(from)} or more" : $"expected a number from {Number(from)} to {Number(to)}");
        return null;
    }

    /// <summary>Counts a condition.</summary>
    public void CountCondition()
    {
        if (++_conditions > PackLimits.ConditionsInAll)
        {
            Stop($"a pack has at most {Number(PackLimits.ConditionsInAll)} conditions");
        }
    }

    /// <summary>Counts a row.</summary>
    public void CountRow()
    {
        if (++_rows > PackLimits.Rows)
        {
            Stop($"a pack has at most {Number(PackLimits.Rows)} rows");
        }
    }

    /// <summary>The bytes of whatever is there.</summary>
    public ReadOnlySpan<byte> Raw()
    {
        int start = Position;
        _reader.Skip();
        return _utf8[start..(int)_reader.BytesConsumed];
    }

    /// <summary>Notes that the present member is none of those that are known here, and skips its value.</summary>
    public void Unknown(params string[] known)
    {
        if (_faults.Count < PackLimits.Faults)
        {
            string nearest = PackText.Nearest(Name, known) is { } word ? $"; did you mean '{word}'?" : ".";
            Fault($"'{PackText.Printable(Name)}' is unknown here{nearest} Known are {string.Join(", ", known)}");
        }

        _reader.Skip();
    }

    /// <summary>Notes what is expected instead of what is there, and skips that.</summary>
    public void Mismatch(string expected)
    {
        Fault($"expected {expected}, not {KindInWords}");
        _reader.Skip();
    }

    /// <summary>Keeps where a part was read.</summary>
    public readonly T Place<T>(T part, int position)
        where T : class
    {
        if (_places is not null)
        {
            _places[part] = new PackPlace(position, PackPath.InWords(_utf8, _path));
        }

        return part;
    }

    /// <summary>Notes that a member is missing, unless something is noted about it already.</summary>
    /// <param name="position">Where the object begins.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="text">A sentence.</param>
    public readonly void Missing(int position, string member, string text)
    {
        string path = PackPath.InWords(_utf8, _path);
        string full = path.Length == 0 ? member : $"{path}.{member}";
        if (!_faults.Exists(fault => fault.Path.StartsWith(full, StringComparison.Ordinal) && (fault.Path.Length == full.Length || fault.Path[full.Length] is '.' or '[')))
        {
            Fault(position, text);
        }
    }

    /// <summary>Notes a fault at the present place, in place of all others, and ends the reading.</summary>
    public readonly void Stop(string text)
    {
        _faults.Clear();
        Fault(text);
        throw new PackLimitException();
    }

    /// <summary>Notes a fault at the present place.</summary>
    public readonly void Fault(string text) => Fault(Position, text);

    /// <summary>Notes a fault at a position before; its path is the present one.</summary>
    public readonly void Fault(int position, string text)
    {
        if (_faults.Count < PackLimits.Faults)
        {
            _faults.Add(new PackFault(PackPath.LineOf(_utf8, position), PackPath.InWords(_utf8, _path), text));
        }
    }

    private bool Begin(JsonTokenType kind, string expected)
    {
        if (Kind != kind)
        {
            Mismatch(expected);
            return false;
        }

        _containers.Add(new Container(_path.Count, _names.Count));
        return true;
    }

    // Back from a value to the container around it.
    private readonly void Return() => Cut(_path, _containers[^1].Path);

    private readonly void Leave()
    {
        Container container = _containers[^1];
        _containers.RemoveAt(_containers.Count - 1);
        Cut(_path, container.Path);
        Cut(_names, container.Names);
    }

    private static void Cut(List<(int, int)> list, int count) => list.RemoveRange(count, list.Count - count);

    private readonly bool IsRepeated((int Start, int Length) name)
    {
        ReadOnlySpan<byte> utf8 = _utf8.Slice(name.Start, name.Length);
        for (int i = _containers[^1].Names; i < _names.Count; i++)
        {
            ReadOnlySpan<byte> other = _utf8.Slice(_names[i].Start, _names[i].Length);
            if (other.SequenceEqual(utf8) || ((_reader.ValueIsEscaped || other.IndexOf((byte)'\\') >= 0) && PackPath.TextOf(other) == PackPath.TextOf(utf8)))
            {
                return true;
            }
        }

        return false;
    }

    private readonly string KindInWords => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };

    // Names are looked at in the file, as nearly all of them are plain. Of one that is not, the text counts.
    private void ReadName()
    {
        _name = null;
        if (!_reader.ValueIsEscaped && IsPlain(_reader.ValueSpan))
        {
            return;
        }

        _name = GetString();
        if (_name is null)
        {
            _name = "\uFFFD";
            Fault("the name holds half a surrogate pair, which is no character");
        }
        else if (_name.Length > PackLimits.Name)
        {
            Fault($"the name has {Number(_name.Length)} characters; at most {Number(PackLimits.Name)} are read");
        }
        else if (PackText.FindHazard(_name) is { } hazard)
        {
            Fault($"the name holds {hazard}, which moves the cursor of a terminal, hides, or turns the direction of writing");
        }
    }

    private static bool IsPlain(ReadOnlySpan<byte> name)
    {
        foreach (byte b in name)
        {
            if (b is < (byte)' ' or > (byte)'~')
            {
                return false;
            }
        }

        return name.Length <= PackLimits.Name;
    }

    // The text of the present token; null where it is none.
    private readonly string? GetString()
    {
        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An object or list around the cursor.</summary>
    /// <param name="path">How long the path to it is.</param>
    /// <param name="names">How many names were read before it.</param>
    private sealed class Container(int path, int names)
    {
        public int Path => path;

        public int Names => names;

        public int Entries { get; set; }
    }
}
