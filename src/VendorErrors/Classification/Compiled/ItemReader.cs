using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>Reads an <see cref="ItemShape"/>: finds the list, and within an entry the values.</summary>
internal sealed class ItemReader
{
    private static readonly string[] s_methods = ["POST", "GET", "PATCH", "PUT", "DELETE"];

    private readonly PathTree _entry = new();
    private readonly int _list;
    private readonly CompiledCondition? _failed;
    private readonly CompiledCondition? _worked;
    private readonly CompiledSource[] _code;
    private readonly CompiledSource[] _message;
    private readonly int[] _id;
    private readonly int _status;
    private readonly int _requestPath;
    private readonly int _requestMethod;
    private readonly int _timestamp;

    public ItemReader(ItemShape shape, PathTree paths)
    {
        Shape = shape;
        _list = paths.SlotOf(shape.Path);
        _failed = shape.Failed is null ? null : new CompiledCondition(shape.Failed, _entry);
        _worked = shape.Worked is null ? null : new CompiledCondition(shape.Worked, _entry);
        _code = CompiledSource.Of(shape.Code, _entry);
        _message = CompiledSource.Of(shape.Message, _entry);
        _id = _entry.SlotsOf(shape.Id);
        _status = SlotOf(shape.Status);
        _requestPath = SlotOf(shape.RequestPath);
        _requestMethod = SlotOf(shape.RequestMethod);
        _timestamp = SlotOf(shape.Timestamp);
    }

    public ItemShape Shape { get; }

    /// <summary>Whether every entry is an error, rather than a result that may have worked.</summary>
    public bool AreCauses => _failed is null;

    public int SlotCount => _entry.SlotCount;

    /// <summary>The bytes of the list, or of the single entry in its place; empty where the body holds neither.</summary>
    public ReadOnlySpan<byte> ListOf(in JsonView view)
    {
        JsonSlot list = view[_list];
        return list.Kind is JsonKind.Array or JsonKind.Object ? list.Of(view.Json)
            : list.Kind == JsonKind.Text && AreCauses ? view.Json.Slice(list.Start - 1, list.Length + 2)
            : default;
    }

    /// <summary>
    /// Places the values of one entry and says what became of it. In a list of causes every entry failed; one that is no object is a cause
    /// too, of which only its text is known. In a list of results such an entry says nothing.
    /// </summary>
    public Standing ReadEntry(ReadOnlySpan<byte> entry, Span<JsonSlot> slots)
    {
        bool isObject = entry.Length > 0 && entry[0] == (byte)'{';
        if (isObject)
        {
            _ = _entry.Read(entry, slots, out _);
        }
        else
        {
            slots.Clear();
        }

        return _failed is null ? Standing.Failed : isObject ? StandingOf(new JsonView(entry, slots)) : Standing.Silent;
    }

    private Standing StandingOf(in JsonView entry) =>
        _worked is null ? _failed!.StandingOf(entry)
        : _failed!.Holds(entry) ? Standing.Failed
        : _worked.Holds(entry) ? Standing.Worked
        : Standing.Unknown;

    public JsonSlot CodeOf(in JsonView entry) => CompiledSource.FirstOf(_code, entry, out _);

    public int StatusOf(in JsonView entry) => entry.TryInt64(_status, out long status) && status is >= 100 and <= 599 ? (int)status : 0;

    public string? MessageOf(in JsonView entry) => CompiledSource.FirstText(_message, entry);

    /// <summary>The entry in the vendor's words, with what the rules say of it.</summary>
    public VendorItem ToItem(in JsonView entry, int index, string? code, string? codeName, ErrorCategory category, string? message) => new()
    {
        Index = index,
        Code = code,
        CodeName = codeName,
        Category = category,
        Message = message,
        HttpStatus = StatusOf(entry) is var status and > 0 ? status : null,
        Id = entry.FirstText(_id),
        Path = TextOf(entry, _requestPath),
        Method = MethodOf(entry),
        Timestamp = TextOf(entry, _timestamp),
    };

    // Of the frequent ones no copy is made.
    private string? MethodOf(in JsonView entry)
    {
        foreach (string method in s_methods)
        {
            if (_requestMethod >= 0 && entry.EqualsExactly(entry[_requestMethod], method))
            {
                return method;
            }
        }

        return TextOf(entry, _requestMethod);
    }

    // A list or an object in the place of a text is none.
    private static string? TextOf(in JsonView view, int slot) => slot >= 0 && view[slot].Kind is (JsonKind.Text or JsonKind.Number) ? view.Text(slot) : null;

    private int SlotOf(string? path) => path is null ? -1 : _entry.SlotOf(path);
}
