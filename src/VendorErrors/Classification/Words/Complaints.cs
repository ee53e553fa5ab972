using VendorErrors.Json;

namespace VendorErrors.Classification.Words;

/// <summary>
/// Reads what validators write about the fields of a request where no definition says how: lists of objects (FastAPI, class-validator,
/// express-validator, FluentValidation, JSON:API, Spring, the <c>invalid-params</c> of RFC 9457) and maps from a field to its texts
/// (ASP.NET's ValidationProblemDetails, Laravel, Mongoose). An object is never taken for a message by itself.
/// </summary>
internal static class Complaints
{
    // As deep as class-validator nests the children of a field.
    private const int MaxDepth = 8;

    private static readonly PathTree s_entry = new();
    private static readonly int[] s_field = s_entry.SlotsOf(["property", "propertyName", "field", "fieldName", "loc", "pointer", "source.pointer", "path", "param", "attribute", "target", "name"]);
    private static readonly int[] s_code = s_entry.SlotsOf(["code", "errorCode", "rule", "keyword", "type"]);
    private static readonly int[] s_message = s_entry.SlotsOf(["message", "msg", "errorMessage", "detail", "description", "reason", "defaultMessage", "title", "error"]);
    private static readonly int[] s_value = s_entry.SlotsOf(["value", "attemptedValue", "rejectedValue", "input"]);
    private static readonly int s_constraints = s_entry.SlotOf("constraints");

    // Of class-validator, and of google.rpc.BadRequest.
    private static readonly int[] s_children = s_entry.SlotsOf(["children", "fieldViolations"]);

    /// <summary>Reads a list of complaints, a single one, or a map from fields to their texts.</summary>
    /// <param name="json">The body.</param>
    /// <param name="value">Where the list or object is.</param>
    /// <param name="isMap">Whether in an object any member is a field, be its value one text; elsewhere only lists are complaints, and the rest is data.</param>
    /// <param name="words">Where the words go.</param>
    internal static void Read(ReadOnlySpan<byte> json, JsonSlot value, bool isMap, ref CollectedWords words)
    {
        ReadOnlySpan<byte> own = value.Of(json);
        if (value.Kind == JsonKind.Array)
        {
            ReadList(own, field: null, 0, ref words);
        }
        else if (value.Kind == JsonKind.Object && !TryReadEntry(own, field: null, 0, ref words))
        {
            ReadMap(own, isMap, ref words);
        }
    }

    private static void ReadList(ReadOnlySpan<byte> list, string? field, int depth, ref CollectedWords words)
    {
        var elements = new JsonElements(list);
        while (!words.IsFull && elements.MoveNext(out JsonSlot element))
        {
            ReadElement(list, element, field, depth, ref words);
        }
    }

    private static void ReadElement(ReadOnlySpan<byte> json, JsonSlot element, string? field, int depth, ref CollectedWords words)
    {
        if (element.Kind is JsonKind.Text or JsonKind.Number)
        {
            string? text = JsonText.Read(json, element);
            if (field is null)
            {
                words.Add(text);
            }
            else
            {
                words.Add(new FieldError(field, null, text, null));
            }
        }
        else if (element.Kind == JsonKind.Object)
        {
            _ = TryReadEntry(element.Of(json), field, depth, ref words);
        }
    }

    private static void ReadMap(ReadOnlySpan<byte> map, bool withTexts, ref CollectedWords words)
    {
        var members = new JsonMembers(map);
        while (!words.IsFull && members.MoveNext(out JsonSlot name, out JsonSlot value))
        {
            string field = JsonText.Decode(name.Of(map), name.Escaped);
            if (value.Kind == JsonKind.Array)
            {
                ReadList(value.Of(map), field, 0, ref words);
            }
            else if (withTexts)
            {
                ReadElement(map, value, field, 0, ref words);
            }
        }
    }

    /// <summary>Reads one complaint; false where the object holds no words that one could give to a person.</summary>
    private static bool TryReadEntry(ReadOnlySpan<byte> entry, string? field, int depth, ref CollectedWords words) =>
        depth < MaxDepth && TryReadEntry(entry, field, depth, stackalloc JsonSlot[s_entry.SlotCount], ref words);

    private static bool TryReadEntry(ReadOnlySpan<byte> entry, string? field, int depth, Span<JsonSlot> slots, ref CollectedWords words)
    {
        _ = s_entry.Read(entry, slots, out _);
        var view = new JsonView(entry, slots);
        string? own = FieldOf(view);
        field = field is null || own is null ? own ?? field : $"{field}.{own}";
        string? value = view.FirstText(s_value);
        if (view[s_constraints].Kind == JsonKind.Object)
        {
            ReadConstraints(view[s_constraints].Of(entry), field, value, ref words);
        }
        else if (view.FirstText(s_message) is { } message)
        {
            words.Add(new FieldError(field, view.FirstText(s_code), message, value));
        }
        else if (view.FirstOf(s_children, out _).Kind != JsonKind.Array)
        {
            return false;
        }

        if (view.FirstOf(s_children, out _) is { Kind: JsonKind.Array } children)
        {
            ReadList(children.Of(entry), field, depth + 1, ref words);
        }

        return true;
    }

    /// <summary>The rules of class-validator that a field broke, each with its sentence.</summary>
    private static void ReadConstraints(ReadOnlySpan<byte> constraints, string? field, string? value, ref CollectedWords words)
    {
        var members = new JsonMembers(constraints);
        while (!words.IsFull && members.MoveNext(out JsonSlot rule, out JsonSlot sentence))
        {
            if (sentence.Kind == JsonKind.Text)
            {
                words.Add(new FieldError(field, JsonText.Decode(rule.Of(constraints), rule.Escaped), JsonText.Read(constraints, sentence), value));
            }
        }
    }

    /// <summary>The field's name; of a list of steps, such as <c>["body", "to"]</c>, the steps with dots between them.</summary>
    private static string? FieldOf(in JsonView view)
    {
        foreach (int slot in s_field)
        {
            JsonSlot value = view[slot];
            string? name = value.Kind switch
            {
                JsonKind.Text or JsonKind.Number => view.Text(value),
                JsonKind.Array => StepsOf(value.Of(view.Json)),
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(name))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The steps of a list of names with dots between them; null where it holds none.</summary>
    internal static string? StepsOf(ReadOnlySpan<byte> list)
    {
        string? steps = null;
        var elements = new JsonElements(list);
        for (var depth = 0; depth < 4 * MaxDepth && elements.MoveNext(out JsonSlot step); depth++)
        {
            steps = step.Kind is not (JsonKind.Text or JsonKind.Number) ? steps
                : steps is null ? JsonText.Read(list, step)
                : $"{steps}.{JsonText.Read(list, step)}";
        }

        return steps;
    }
}
