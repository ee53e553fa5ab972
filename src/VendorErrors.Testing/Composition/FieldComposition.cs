using System.Text.Json.Nodes;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Composition;

/// <summary>Writes the fields that a vendor complains about, in the layout of its shape.</summary>
internal static class FieldComposition
{
    private const string TreeLeaf = "_errors";

    internal static void Set(FieldShape shape, IReadOnlyList<FieldError> fields, MemberTree body)
    {
        switch (shape.Layout)
        {
            case FieldLayout.Map:
                body.SetObject(shape.Path, Map(shape, fields));
                break;
            case FieldLayout.Tree:
                body.SetObject(shape.Path, Tree(shape, fields));
                break;
            default:
                SetList(shape, fields, body);
                break;
        }
    }

    /// <summary>As much of a field error as the layout can say.</summary>
    internal static FieldError Said(FieldShape shape, FieldError field) =>
        shape.Layout == FieldLayout.List
            ? new FieldError(shape.Field.Count == 0 ? null : field.Field, shape.Code is null ? null : field.Code, shape.Message is null && !IsPlainText(shape) ? null : field.Message, shape.Value is null ? null : field.Value)
            : new FieldError(field.Field, shape.Code is null ? null : field.Code, field.Message, shape.Value is null ? null : field.Value);

    private static bool IsPlainText(FieldShape shape) => shape is { Field.Count: 0, Code: null, Message: null, Value: null };

    private static void SetList(FieldShape shape, IReadOnlyList<FieldError> fields, MemberTree body)
    {
        if (IsPlainText(shape))
        {
            body.SetTexts(shape.Path, [.. fields.Select(field => field.Message).OfType<string>()]);
            return;
        }

        // A template whose entry shows a list in the place of the name, as ["body","to"], has all of them so.
        bool isListOfNames = shape.Field.Count > 0 && body.FirstOf(shape.Path).IsList(shape.Field[0]);
        MemberTree[] entries = [.. fields.Select(field => Entry(shape, field, isListOfNames))];

        // Where the template shows no list, one field is an object.
        if (entries.Length == 1 && body.Has(shape.Path) && !body.IsFilled(shape.Path))
        {
            body.SetObject(shape.Path, entries[0]);
        }
        else
        {
            body.SetList(shape.Path, entries);
        }
    }

    private static MemberTree Entry(FieldShape shape, FieldError field, bool isListOfNames)
    {
        var entry = new MemberTree();
        if (isListOfNames && field.Field is { } names)
        {
            entry.SetTexts(shape.Field[0], names.Split('.'));
        }
        else
        {
            entry.SetIfAny(shape.Field.Count == 0 ? null : shape.Field[0], field.Field);
        }

        return WithRest(shape, field, entry);
    }

    private static MemberTree WithRest(FieldShape shape, FieldError field, MemberTree entry)
    {
        entry.SetIfAny(shape.Code, field.Code);
        entry.SetIfAny(shape.Message, field.Message);
        entry.SetIfAny(shape.Value, field.Value);
        return entry;
    }

    private static MemberTree Map(FieldShape shape, IReadOnlyList<FieldError> fields)
    {
        var map = new MemberTree();
        foreach (FieldError field in fields.Where(field => field.Field is not null))
        {
            Add(shape, field, map, field.Field!);
        }

        return map;
    }

    private static MemberTree Tree(FieldShape shape, IReadOnlyList<FieldError> fields)
    {
        var tree = new MemberTree();
        foreach (FieldError field in fields.Where(field => field.Field is not null))
        {
            Add(shape, field, field.Field!.Split('.').Aggregate(tree, (at, name) => at.Below(name)), TreeLeaf);
        }

        return tree;
    }

    private static void Add(FieldShape shape, FieldError field, MemberTree at, string name)
    {
        if (shape is { Code: null, Message: null, Value: null })
        {
            at.AddTo(name, JsonValue.Create(field.Message ?? "is not valid"));
        }
        else
        {
            at.AddTo(name, WithRest(shape, field, new MemberTree()));
        }
    }
}
