using VendorErrors.Classification.Words;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>Reads a <see cref="FieldShape"/>.</summary>
internal sealed class FieldReader
{
    // As deep as a request may nest that a vendor still names the fields of.
    private const int MaxDepth = 32;

    // Where trees keep what they complain about.
    private const string Complaint = "_errors";

    private readonly PathTree _entry = new();
    private readonly FieldLayout _layout;
    private readonly CompiledSource _list;
    private readonly int[] _field;
    private readonly int _code;
    private readonly int _message;
    private readonly int _value;

    public FieldReader(FieldShape shape, PathTree paths)
    {
        _layout = shape.Layout;
        _list = new CompiledSource(shape.Source, paths);
        _field = _entry.SlotsOf(shape.Field);
        _code = SlotOf(shape.Code);
        _message = SlotOf(shape.Message);
        _value = SlotOf(shape.Value);
    }

    /// <summary>Adds what the body says of fields, as long as there is room.</summary>
    public void Read(in JsonView view, List<FieldError> into, int most)
    {
        JsonSlot list = _list.Of(view);
        if (list.Kind is not (JsonKind.Array or JsonKind.Object))
        {
            return;
        }

        ReadOnlySpan<byte> json = list.Of(view.Json);
        Span<JsonSlot> slots = stackalloc JsonSlot[_entry.SlotCount];
        switch (_layout)
        {
            case FieldLayout.Map:
                ReadMap(json, into, most, slots);
                break;
            case FieldLayout.Tree:
                ReadTree(json, path: null, 0, into, most, slots);
                break;
            default:
                ReadEntries(json, field: null, into, most, slots);
                break;
        }
    }

    // A method of its own: with an array on the stack the loop would be compiled once and for all, before it is known where it is hot.
    private void ReadEntries(ReadOnlySpan<byte> json, string? field, List<FieldError> into, int most, Span<JsonSlot> slots)
    {
        var elements = new JsonElements(json);
        while (into.Count < most && elements.MoveNext(out JsonSlot element))
        {
            Add(ReadEntry(json, element, field, slots), into);
        }
    }

    private void ReadMap(ReadOnlySpan<byte> map, List<FieldError> into, int most, Span<JsonSlot> slots)
    {
        var members = new JsonMembers(map);
        while (into.Count < most && members.MoveNext(out JsonSlot name, out JsonSlot value))
        {
            string field = JsonText.Decode(name.Of(map), name.Escaped);
            if (value.Kind == JsonKind.Array)
            {
                ReadEntries(value.Of(map), field, into, most, slots);
            }
            else
            {
                Add(ReadEntry(map, value, field, slots), into);
            }
        }
    }

    private void ReadTree(ReadOnlySpan<byte> tree, string? path, int depth, List<FieldError> into, int most, Span<JsonSlot> slots)
    {
        var members = new JsonMembers(tree);
        while (into.Count < most && members.MoveNext(out JsonSlot name, out JsonSlot value))
        {
            string step = JsonText.Decode(name.Of(tree), name.Escaped);
            if (step == Complaint)
            {
                if (value.Kind is JsonKind.Array or JsonKind.Object)
                {
                    ReadEntries(value.Of(tree), path, into, most, slots);
                }
            }
            else if (value.Kind == JsonKind.Object && depth < MaxDepth)
            {
                ReadTree(value.Of(tree), path is null ? step : $"{path}.{step}", depth + 1, into, most, slots);
            }
        }
    }

    private static void Add(FieldError? error, List<FieldError> into)
    {
        if (error is not null)
        {
            into.Add(error);
        }
    }

    /// <summary>One complaint; null where the value is none.</summary>
    private FieldError? ReadEntry(ReadOnlySpan<byte> json, JsonSlot element, string? field, Span<JsonSlot> slots)
    {
        if (element.Kind == JsonKind.Text || (element.Kind == JsonKind.Number && field is not null))
        {
            return new FieldError(field, null, JsonText.Read(json, element), null);
        }

        if (element.Kind != JsonKind.Object)
        {
            return null;
        }

        ReadOnlySpan<byte> entry = element.Of(json);
        _ = _entry.Read(entry, slots, out _);
        var view = new JsonView(entry, slots);
        var error = new FieldError(field ?? FieldOf(view), TextOf(view, _code), TextOf(view, _message), view.Text(_value));
        return error is { Field: null, Code: null, Message: null, Value: null } ? null : error;
    }

    // The way to a field, such as ["body", "to"], is its name with dots between the steps.
    private string? FieldOf(in JsonView view)
    {
        JsonSlot field = view.FirstOf(_field, out _);
        return field.Kind == JsonKind.Array ? Complaints.StepsOf(field.Of(view.Json))
            : field.Kind is JsonKind.Text or JsonKind.Number ? view.Text(field)
            : null;
    }

    // A list or an object in the place of words is no words.
    private static string? TextOf(in JsonView view, int slot) => slot >= 0 && view[slot].Kind is (JsonKind.Text or JsonKind.Number) ? view.Text(slot) : null;

    private int SlotOf(string? path) => path is null ? -1 : _entry.SlotOf(path);
}
