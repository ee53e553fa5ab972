using VendorErrors.Json;

namespace VendorErrors.Tests.Json;

/// <summary>
/// What <see cref="PathReader"/> has to find in a body of which it skips containers by their brackets alone: written byte by byte, with none of its
/// means. False for whatever that reader leaves to the exact reading.
/// </summary>
internal static class LenientReading
{
    internal static bool Read(PathTree paths, ReadOnlySpan<byte> json, JsonSlot[] slots)
    {
        Array.Clear(slots, 0, slots.Length);
        int at = 0;
        if (json.IsEmpty || json[0] is not ((byte)'{' or (byte)'['))
        {
            return false;
        }

        bool isRead = json[0] == (byte)'[' ? SkipContainer(json, ref at) : ReadObject(paths.Root, json, slots, ref at);
        SkipBlanks(json, ref at);
        return isRead && at == json.Length;
    }

    private static bool ReadObject(PathNode node, ReadOnlySpan<byte> json, JsonSlot[] slots, ref int at)
    {
        at++;
        for (var first = true; ; first = false)
        {
            SkipBlanks(json, ref at);
            if (at < json.Length && json[at] == (byte)'}')
            {
                at++;
                return true;
            }

            if (!first)
            {
                if (at >= json.Length || json[at] != (byte)',')
                {
                    return false;
                }

                at++;
                SkipBlanks(json, ref at);
            }

            if (!ReadMember(node, json, slots, ref at))
            {
                return false;
            }
        }
    }

    private static bool ReadMember(PathNode node, ReadOnlySpan<byte> json, JsonSlot[] slots, ref int at)
    {
        int name = at + 1;
        if (at >= json.Length || json[at] != (byte)'"' || !SkipText(json, ref at, out bool isEscaped) || isEscaped)
        {
            return false;
        }

        int nameEnd = at - 1;
        SkipBlanks(json, ref at);
        if (at >= json.Length || json[at] != (byte)':')
        {
            return false;
        }

        at++;
        SkipBlanks(json, ref at);
        int value = at;
        if (!SkipValue(json, ref at, out isEscaped))
        {
            return false;
        }

        if (node.Find(json[name..nameEnd]) is not { } child)
        {
            return true;
        }

        if (slots[child.Slot].IsPresent || !ReadWithin(child, json, slots, value))
        {
            return false;
        }

        slots[child.Slot] = json[value] == (byte)'"'
            ? new JsonSlot(JsonKind.Text, value + 1, at - value - 2, isEscaped)
            : new JsonSlot(KindOf(json[value]), value, at - value);
        return true;
    }

    private static bool ReadWithin(PathNode child, ReadOnlySpan<byte> json, JsonSlot[] slots, int value)
    {
        int first = value;
        if (child.IsList && json[value] == (byte)'[')
        {
            first++;
            SkipBlanks(json, ref first);
        }

        return !child.HasChildren || json[first] != (byte)'{' || ReadObject(child, json, slots, ref first);
    }

    private static bool SkipValue(ReadOnlySpan<byte> json, ref int at, out bool isEscaped)
    {
        isEscaped = false;
        if (at >= json.Length)
        {
            return false;
        }

        if (json[at] == (byte)'"')
        {
            return SkipText(json, ref at, out isEscaped);
        }

        if (json[at] is (byte)'{' or (byte)'[')
        {
            return SkipContainer(json, ref at);
        }

        var scanner = new JsonScanner(json[at..]);
        bool isRead = scanner.ReadValue(out _);
        at += scanner.Position;
        return isRead;
    }

    /// <summary>By brackets alone, which have to match in kind only where the container itself closes.</summary>
    private static bool SkipContainer(ReadOnlySpan<byte> json, ref int at)
    {
        byte open = json[at];
        for (var depth = 0; at < json.Length; at++)
        {
            switch (json[at])
            {
                case (byte)'"':
                    if (!SkipText(json, ref at, out _))
                    {
                        return false;
                    }

                    at--;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when --depth == 0:
                    return json[at++] == open + 2;
                case (byte)'/' or (byte)'\\':
                    return false;
            }
        }

        return false;
    }

    private static bool SkipText(ReadOnlySpan<byte> json, ref int at, out bool isEscaped)
    {
        isEscaped = false;
        for (at++; at < json.Length; at++)
        {
            if (json[at] == (byte)'"')
            {
                at++;
                return true;
            }

            if (json[at] == (byte)'\\')
            {
                isEscaped = true;
                at++;
            }
        }

        return false;
    }

    private static void SkipBlanks(ReadOnlySpan<byte> json, ref int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }
    }

    private static JsonKind KindOf(byte first) => first switch
    {
        (byte)'{' => JsonKind.Object,
        (byte)'[' => JsonKind.Array,
        (byte)'t' => JsonKind.True,
        (byte)'f' => JsonKind.False,
        (byte)'n' => JsonKind.Null,
        _ => JsonKind.Number,
    };
}
