namespace VendorErrors.Json;

/// <summary>
/// All paths that a definition looks at, merged into one tree, so that one pass over a body finds them all. Each path has a slot,
/// into which the pass writes where its value stands. Duplicate members: the last one wins. <c>name[]</c> in a path is the first
/// entry of a list; without the brackets a list is not looked into.
/// </summary>
internal sealed class PathTree
{
    private readonly PathNode _root = new(string.Empty, slot: 0);
    private int _slotCount = 1;

    /// <summary>The outermost value.</summary>
    internal PathNode Root => _root;

    /// <summary>How many slots a pass needs. Slot 0 is the root.</summary>
    public int SlotCount => _slotCount;

    /// <summary>The slot of a path such as <c>status.code</c>.</summary>
    public int SlotOf(string path)
    {
        PathNode node = _root;
        foreach (string name in path.Split('.'))
        {
            node = node.GetOrAdd(name, ref _slotCount);
        }

        return node.Slot;
    }

    /// <summary>The outermost member that a path leads through, by the slot of the path.</summary>
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
        _ = scanner.MoveToToken() && ReadNode(ref scanner, json, _root, slots, ref duplicates) && scanner.IsAtEnd();
        return scanner.Fault;
    }

    private static bool ReadNode(ref JsonScanner scanner, ReadOnlySpan<byte> json, PathNode node, Span<JsonSlot> slots, ref bool duplicates)
    {
        JsonKind kind = !node.HasChildren ? JsonKind.Missing : scanner.Current switch
        {
            (byte)'{' => JsonKind.Object,
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
            bool descend = first && scanner.Current == (byte)'{';
            if (!(descend ? ReadMembers(ref scanner, json, node, slots, ref duplicates) : scanner.ReadValue(out _)))
            {
                return false;
            }
        }

        return scanner.Fault == JsonFault.None;
    }
}
