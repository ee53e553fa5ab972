namespace VendorErrors.Envelopes.Json;

/// <summary>
/// All paths that a definition looks at, merged into one tree, so that one pass over a body finds them all. Each path has a slot,
/// into which the pass writes where its value stands. Duplicate members: the last one wins.
/// </summary>
internal sealed class PathTree
{
    private readonly PathNode _root = new(string.Empty, slot: 0);
    private int _slotCount = 1;

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
    public JsonFault Read(ReadOnlySpan<byte> json, Span<JsonSlot> slots, out bool duplicates)
    {
        slots.Clear();
        duplicates = false;
        var scanner = new JsonScanner(json);
        _ = scanner.MoveToToken() && ReadNode(ref scanner, json, _root, slots, ref duplicates) && scanner.IsAtEnd();
        return scanner.Fault;
    }

    private static bool ReadNode(ref JsonScanner scanner, ReadOnlySpan<byte> json, PathNode node, Span<JsonSlot> slots, ref bool duplicates)
    {
        if (!node.HasChildren || scanner.Current != (byte)'{')
        {
            bool ok = scanner.ReadValue(out JsonSlot value);
            slots[node.Slot] = value;
            return ok;
        }

        int start = scanner.Position;
        slots[node.Slot] = new JsonSlot(JsonKind.Object, start, 0);
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

        slots[node.Slot] = new JsonSlot(JsonKind.Object, start, scanner.Position - start);
        return scanner.Fault == JsonFault.None;
    }
}
