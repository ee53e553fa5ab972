using VendorErrors.Classification.Words;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>Reads a <see cref="FieldShape"/>.</summary>
internal sealed class FieldReader
{
    private readonly PathTree _entry = new();
    private readonly int _list;
    private readonly int _field;
    private readonly int _code;
    private readonly int _message;
    private readonly int _value;

    public FieldReader(FieldShape shape, PathTree paths)
    {
        _list = paths.SlotOf(shape.Path);
        _field = SlotOf(shape.Field);
        _code = SlotOf(shape.Code);
        _message = SlotOf(shape.Message);
        _value = SlotOf(shape.Value);
    }

    /// <summary>Adds what the body says of fields, as long as there is room.</summary>
    public void Read(in JsonView view, List<FieldError> into, int most)
    {
        JsonSlot list = view[_list];
        if (list.Kind is not (JsonKind.Array or JsonKind.Object))
        {
            return;
        }

        ReadEntries(list.Of(view.Json), into, most, stackalloc JsonSlot[_entry.SlotCount]);
    }

    // A method of its own: with an array on the stack the loop would be compiled once and for all, before it is known where it is hot.
    private void ReadEntries(ReadOnlySpan<byte> json, List<FieldError> into, int most, Span<JsonSlot> slots)
    {
        var elements = new JsonElements(json);
        while (into.Count < most && elements.MoveNext(out JsonSlot element))
        {
            FieldError? error = ReadEntry(json, element, slots);
            if (error is not null)
            {
                into.Add(error);
            }
        }
    }

    private FieldError? ReadEntry(ReadOnlySpan<byte> json, JsonSlot element, Span<JsonSlot> slots)
    {
        if (element.Kind == JsonKind.Text)
        {
            return new FieldError(null, null, JsonText.Read(json, element), null);
        }

        if (element.Kind != JsonKind.Object)
        {
            return null;
        }

        ReadOnlySpan<byte> entry = element.Of(json);
        _ = _entry.Read(entry, slots, out _);
        var view = new JsonView(entry, slots);
        var error = new FieldError(TextOf(view, _field), TextOf(view, _code), TextOf(view, _message), view.Text(_value));
        return error is { Field: null, Code: null, Message: null, Value: null } ? null : error;
    }

    // A list or an object in the place of words is no words.
    private static string? TextOf(in JsonView view, int slot) => slot >= 0 && view[slot].Kind is (JsonKind.Text or JsonKind.Number) ? view.Text(slot) : null;

    private int SlotOf(string? path) => path is null ? -1 : _entry.SlotOf(path);
}
