using System.Text;
using VendorErrors.Classification.Bodies;
using VendorErrors.Definitions;
using VendorErrors.Json;

namespace VendorErrors.Classification.Compiled;

/// <summary>A <see cref="ValueSource"/> whose paths have slots.</summary>
internal sealed class CompiledSource
{
    private readonly ValueSource _source;
    private readonly byte[] _after;
    private readonly byte[] _before;

    // Of a list: the paths within an entry, the condition of the entry that counts, and its member.
    private readonly PathTree? _entry;
    private readonly CompiledCondition? _where;
    private readonly int _member;

    /// <param name="source">The source.</param>
    /// <param name="paths">Where its path gets a slot, or its header.</param>
    public CompiledSource(ValueSource source, PathTree paths)
    {
        _source = source;
        _after = source.After is null ? [] : Encoding.UTF8.GetBytes(source.After);
        _before = source.Before is null ? [] : Encoding.UTF8.GetBytes(source.Before);
        Slot = SlotOf(source, paths);
        if (source.List is not null)
        {
            _entry = new PathTree();
            _where = source.Where is null ? null : new CompiledCondition(source.Where, _entry);
            _member = _entry.SlotOf(source.Path);
        }
    }

    /// <summary>The slot of the member or header, or of the list.</summary>
    public int Slot { get; }

    /// <summary>Whether it is a whole member of the body, whose slot says all.</summary>
    public bool IsMember => _source.IsMember;

    public bool IsHeader => _source.Header is not null;

    /// <summary>The slot of a place that needs only one: a member, or a header.</summary>
    public static int SlotOf(ValueSource source, PathTree paths) => source.Header is { } header ? paths.SlotBeside(header) : paths.SlotOf(source.List ?? source.Path);

    public static CompiledSource[] Of(IReadOnlyList<ValueSource> sources, PathTree paths)
    {
        CompiledSource[] compiled = sources.Count == 0 ? [] : new CompiledSource[sources.Count];
        for (var i = 0; i < compiled.Length; i++)
        {
            compiled[i] = new CompiledSource(sources[i], paths);
        }

        return compiled;
    }

    /// <summary>The first of several values that is there and not null; the first that is there at all, failing that.</summary>
    public static JsonSlot FirstOf(CompiledSource[] sources, in JsonView view, out int index)
    {
        index = -1;
        JsonSlot first = default;
        for (var i = 0; i < sources.Length; i++)
        {
            JsonSlot slot = sources[i].Of(view);
            if (slot.HasValue)
            {
                index = i;
                return slot;
            }

            if (slot.IsPresent && index < 0)
            {
                (index, first) = (i, slot);
            }
        }

        return first;
    }

    /// <summary>The first of several values that is a text or a number.</summary>
    public static string? FirstText(CompiledSource[] sources, in JsonView view)
    {
        foreach (CompiledSource source in sources)
        {
            if (source.Of(view) is { Kind: JsonKind.Text or JsonKind.Number } slot)
            {
                return view.Text(slot);
            }
        }

        return null;
    }

    /// <summary>Where the value is in what the view looks at; missing where there is none, or nothing is left of it.</summary>
    public JsonSlot Of(in JsonView view) => Cut(view.Json, _entry is null ? view[Slot] : InList(view, _entry));

    private JsonSlot InList(in JsonView view, PathTree entry) =>
        view[Slot] is { Kind: JsonKind.Array or JsonKind.Object } list ? InList(list.Of(view.Json), list.Start, entry, stackalloc JsonSlot[entry.SlotCount]) : default;

    // A method of its own: with an array on the stack the loop would be compiled once and for all, before it is known where it is hot.
    private JsonSlot InList(ReadOnlySpan<byte> list, int start, PathTree paths, Span<JsonSlot> slots)
    {
        var elements = new JsonElements(list);
        while (elements.MoveNext(out JsonSlot element))
        {
            if (element.Kind != JsonKind.Object)
            {
                continue;
            }

            ReadOnlySpan<byte> entry = element.Of(list);
            _ = paths.Read(entry, slots, out _);
            if (_where?.Holds(new JsonView(entry, slots)) != false)
            {
                JsonSlot member = slots[_member];
                return new JsonSlot(member.Kind, start + element.Start + member.Start, member.Length, member.Escaped);
            }
        }

        return default;
    }

    /// <summary>The part of a text that counts. It works on the bytes of the body, so that the part is a place in the body, too.</summary>
    private JsonSlot Cut(ReadOnlySpan<byte> json, JsonSlot value)
    {
        if (!_source.IsCut || value.Kind is not (JsonKind.Text or JsonKind.Number))
        {
            // An empty header says nothing; an empty member is one all the same.
            return IsHeader && value.Length == 0 ? default : value;
        }

        ReadOnlySpan<byte> text = Trim(value.Of(json), value.Start, out int start);
        if (_after.Length > 0 && JsonText.Find(text, value.Escaped, _after, last: true, out int end) >= 0)
        {
            text = text[end..];
            start += end;
        }
        else if (_after.Length > 0 && _source.IsStrict)
        {
            return default;
        }

        if (_before.Length > 0 && JsonText.Find(text, value.Escaped, _before, last: false, out _) is var before and >= 0)
        {
            text = text[..before];
        }
        else if (_before.Length > 0 && _source.IsStrict)
        {
            return default;
        }

        text = Trim(text, start, out start);
        return text.IsEmpty ? default : new JsonSlot(JsonKind.Text, start, text.Length, value.Escaped && text.IndexOf((byte)'\\') >= 0);
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text, int at, out int start)
    {
        start = at;
        while (!text.IsEmpty && text[0] == (byte)' ')
        {
            text = text[1..];
            start++;
        }

        while (!text.IsEmpty && text[^1] == (byte)' ')
        {
            text = text[..^1];
        }

        return text;
    }
}
