namespace VendorErrors.Json;

/// <summary>
/// All paths that a definition looks at, merged into one tree, so that one pass over a body finds them all. Each path has a slot,
/// into which the pass writes where its value stands. Duplicate members: the last one wins. <c>name[]</c> in a path is the first
/// entry of a list; without the brackets a list is not looked into. Paths that begin with <c>[]</c> are of a body that is a list itself, and have nothing
/// in common with those of a body that is an object.
/// </summary>
internal sealed class PathTree
{
    private readonly PathNode _root = new(string.Empty, slot: 0);
    private readonly List<(string Name, int Slot)> _beside = [];
    private int _slotCount = 1;

    /// <summary>The outermost value, where it is an object.</summary>
    internal PathNode Root => _root;

    /// <summary>The outermost value, where it is a list; null where no path looks into one.</summary>
    internal PathNode? RootList { get; private set; }

    /// <summary>Values that are not in the JSON and have slots all the same, by name; who reads the JSON fills them, afterward.</summary>
    internal IReadOnlyList<(string Name, int Slot)> Beside => _beside;

    /// <summary>How many slots a pass needs. Slot 0 is the root.</summary>
    public int SlotCount => _slotCount;

    /// <summary>The slot of a path such as <c>status.code</c>.</summary>
    public int SlotOf(string path)
    {
        PathNode node = _root;
        PathPart[] parts = PathSyntax.Split(path);
        for (var i = 0; i < parts.Length; i++)
        {
            node = i == 0 && parts[0] is { Name.Length: 0, IsList: true } ? GetOrAddRootList() : node.GetOrAdd(parts[i], ref _slotCount);
        }

        return parts[^1] is { IsList: true, Name.Length: > 0 } ? node.GetOrAddFirstEntry(ref _slotCount) : node.Slot;
    }

    /// <summary>The list that a path such as <c>entry[].changes[]</c> leads to, whose entries <see cref="ReadEntry"/> reads.</summary>
    public PathNode ListAt(string path)
    {
        PathNode node = _root;
        PathPart[] parts = PathSyntax.Split(path);
        for (var i = 0; i < parts.Length; i++)
        {
            node = i == 0 && parts[0] is { Name.Length: 0, IsList: true } ? GetOrAddRootList() : node.GetOrAdd(parts[i], ref _slotCount);
        }

        return node;
    }

    /// <summary>
    /// Takes one entry of a list for its first one: fills the slots of what is in it, as if the list began with it. The body was read before, and its
    /// entries are whole.
    /// </summary>
    /// <param name="json">The body.</param>
    /// <param name="list">The list.</param>
    /// <param name="entry">Where the entry is in the body.</param>
    /// <param name="slots">The slots.</param>
    /// <returns>Whether a member that a path leads to comes twice in the entry.</returns>
    public static bool ReadEntry(ReadOnlySpan<byte> json, PathNode list, JsonSlot entry, Span<JsonSlot> slots)
    {
        var duplicates = false;
        JsonSlot whole = slots[list.Slot];
        list.Clear(slots);
        slots[list.Slot] = whole;
        if (list.FirstEntry > 0)
        {
            slots[list.FirstEntry] = entry;
        }

        if (entry.Kind == JsonKind.Object)
        {
            var scanner = new JsonScanner(json);
            scanner.MoveTo(entry.Start);
            _ = ReadMembers(ref scanner, json, list, slots, ref duplicates);
        }

        return duplicates;
    }

    /// <summary>The slot of a value that is not in the JSON, such as a header; case-insensitive.</summary>
    public int SlotBeside(string name)
    {
        foreach ((string known, int slot) in _beside)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            {
                return slot;
            }
        }

        _beside.Add((name, _slotCount));
        return _slotCount++;
    }

    /// <summary>The outermost member that a path leads through, by the slot of the path; null where the outermost value is a list.</summary>
    public PathNode? OutermostOf(int slot) => _root.ChildWith(slot);

    /// <summary>The slots of several paths.</summary>
    public int[] SlotsOf(IReadOnlyList<string> paths)
    {
        var slots = new int[paths.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = SlotOf(paths[i]);
        }

        return slots;
    }

    /// <summary>One pass over one JSON value: fills the slots, and says what was wrong, if anything was. What was found before a fault stays.</summary>
    /// <param name="json">The value.</param>
    /// <param name="slots">Where the places of the values go.</param>
    /// <param name="duplicates">Whether a member that a path leads to comes twice.</param>
    public JsonFault Read(ReadOnlySpan<byte> json, Span<JsonSlot> slots, out bool duplicates)
    {
        slots.Clear();
        return Finish(new PathReader(json, this, slots, isExact: true), json, slots, out duplicates);
    }

    /// <summary>The rest of a pass that a reader has begun.</summary>
    /// <param name="reader">The reader, wherever it is.</param>
    /// <param name="json">What it reads.</param>
    /// <param name="slots">Its slots.</param>
    /// <param name="duplicates">Whether a member that a path leads to comes twice.</param>
    public JsonFault Finish(PathReader reader, ReadOnlySpan<byte> json, Span<JsonSlot> slots, out bool duplicates)
    {
        duplicates = false;
        return _root.HasChildren && reader.MoveToEndExactly() ? JsonFault.None : ReadExactly(json, slots, out duplicates);
    }

    /// <summary>The same for whatever can be in a body: slower, and the measure of the quick reading.</summary>
    internal JsonFault ReadExactly(ReadOnlySpan<byte> json, Span<JsonSlot> slots, out bool duplicates)
    {
        slots.Clear();
        duplicates = false;
        var scanner = new JsonScanner(json);
        _ = scanner.MoveToToken() && ReadNode(ref scanner, json, RootList is { } list && scanner.Current == (byte)'[' ? list : _root, slots, ref duplicates) && scanner.IsAtEnd();
        return scanner.Fault;
    }

    private PathNode GetOrAddRootList()
    {
        // The quick reading leaves such a list to the exact one.
        _root.IsList = true;
        return RootList ??= new PathNode(string.Empty, _slotCount++) { IsList = true };
    }

    private static bool ReadNode(ref JsonScanner scanner, ReadOnlySpan<byte> json, PathNode node, Span<JsonSlot> slots, ref bool duplicates)
    {
        JsonKind kind = !node.HasChildren && node.FirstEntry == 0 ? JsonKind.Missing : scanner.Current switch
        {
            (byte)'{' when node.HasChildren => JsonKind.Object,
            (byte)'[' when node.IsList => JsonKind.Array,
            _ => JsonKind.Missing,
        };
        if (kind == JsonKind.Missing)
        {
            bool ok = scanner.ReadValue(out JsonSlot value);
            slots[node.Slot] = value;
            return ok;
        }

        int start = scanner.Position;
        slots[node.Slot] = new JsonSlot(kind, start, 0);
        if (!(kind == JsonKind.Object ? ReadMembers(ref scanner, json, node, slots, ref duplicates) : ReadElements(ref scanner, json, node, slots, ref duplicates)))
        {
            return false;
        }

        slots[node.Slot] = new JsonSlot(kind, start, scanner.Position - start);
        return true;
    }

    private static bool ReadMembers(ref JsonScanner scanner, ReadOnlySpan<byte> json, PathNode node, Span<JsonSlot> slots, ref bool duplicates)
    {
        scanner.Advance();
        for (var first = true; scanner.MoveToNext((byte)'}', first); first = false)
        {
            if (!scanner.ReadName(out JsonSlot name))
            {
                return false;
            }

            PathNode? child = node.Find(json, name);
            if (child is not null && slots[child.Slot].IsPresent)
            {
                duplicates = true;
                child.Clear(slots);
            }

            if (!(child is null ? scanner.ReadValue(out _) : ReadNode(ref scanner, json, child, slots, ref duplicates)))
            {
                return false;
            }
        }

        return scanner.Fault == JsonFault.None;
    }

    /// <summary>Of a list that a path looks into the first entry counts, if that is an object.</summary>
    private static bool ReadElements(ref JsonScanner scanner, ReadOnlySpan<byte> json, PathNode node, Span<JsonSlot> slots, ref bool duplicates)
    {
        scanner.Advance();
        for (var first = true; scanner.MoveToNext((byte)']', first); first = false)
        {
            bool descend = first && scanner.Current == (byte)'{' && node.HasChildren;
            int start = scanner.Position;
            JsonSlot entry = default;
            if (!(descend ? ReadMembers(ref scanner, json, node, slots, ref duplicates) : scanner.ReadValue(out entry)))
            {
                return false;
            }

            if (first && node.FirstEntry > 0)
            {
                slots[node.FirstEntry] = descend ? new JsonSlot(JsonKind.Object, start, scanner.Position - start) : entry;
            }
        }

        return scanner.Fault == JsonFault.None;
    }
}
