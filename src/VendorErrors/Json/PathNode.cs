using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace VendorErrors.Json;

/// <summary>One name in the tree of all paths that a vendor's definition looks at.</summary>
internal sealed class PathNode
{
    // Names of these lengths are the same when their heads and their tails are, which together hold every byte.
    private const int LeastOverlapping = sizeof(uint);
    private const int MostOverlapping = 2 * sizeof(ulong);

    private const byte LetterCase = 0x20;
    private const ulong LetterCases = 0x2020_2020_2020_2020;

    private const int Buckets = 32;

    // Of a name that is written with escapes; a longer one is nobody's.
    private const int MaxNameLength = 128;

    private readonly byte[] _utf8;
    private readonly ulong _head;
    private readonly ulong _tail;
    private PathNode[] _children = [];

    // The children by length, first and last letter; those that share a bucket hang on one another.
    private PathNode?[] _buckets = [];
    private PathNode? _nextInBucket;

    // A bit for the length of each child's name.
    private ulong _lengths;

    public PathNode(string name, int slot)
    {
        Name = name;
        Slot = slot;
        _utf8 = Encoding.UTF8.GetBytes(name);
        if (_utf8.Length is >= LeastOverlapping and <= MostOverlapping)
        {
            _head = Head(_utf8);
            _tail = Tail(_utf8);
        }
    }

    private string Name { get; }

    public int Slot { get; }

    /// <summary>Whether a reader stops after this member, and after all wanted ones that follow, to ask whether the verdict is known.</summary>
    public bool IsDecisive { get; set; }

    /// <summary>Whether a path looks into a list here, at its first entry.</summary>
    public bool IsList { get; internal set; }

    /// <summary>The slot of the first entry of the list here, where a path ends at it; 0 where none does.</summary>
    public int FirstEntry { get; private set; }

    public bool HasChildren => _children.Length > 0;

    /// <summary>The child for a member's name, case-insensitive; null where no path leads through it.</summary>
    public PathNode? Find(ReadOnlySpan<byte> json, JsonSlot memberName)
    {
        ReadOnlySpan<byte> utf8 = memberName.Of(json);
        if (!memberName.Escaped)
        {
            return Find(utf8);
        }

        Span<byte> plain = stackalloc byte[MaxNameLength];
        return JsonText.TryUnescapeAscii(utf8, plain, out int length) ? Find(plain[..length]) : null;
    }

    /// <summary>Whether any child's name is of this length; of longer ones than 63 it may say so where none is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHave(int nameLength) => ((_lengths >> nameLength) & 1) != 0;

    /// <summary>The child for a member's name that is written without escapes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PathNode? Find(ReadOnlySpan<byte> memberName)
    {
        PathNode?[] buckets = _buckets;
        int bucket = BucketOf(memberName) & (Buckets - 1);
        return (uint)bucket < (uint)buckets.Length ? buckets[bucket]?.FindInBucket(memberName) : null;
    }

    /// <summary>The child for one part of a path, such as <c>code</c> or <c>pointers[]</c>.</summary>
    public PathNode GetOrAdd(PathPart part, ref int nextSlot)
    {
        PathNode child = GetOrAddNamed(part.Name, ref nextSlot);
        child.IsList |= part.IsList;
        return child;
    }

    /// <summary>The slot of the first entry of the list here.</summary>
    public int GetOrAddFirstEntry(ref int nextSlot) => FirstEntry = FirstEntry == 0 ? nextSlot++ : FirstEntry;

    private PathNode GetOrAddNamed(string childName, ref int nextSlot)
    {
        foreach (PathNode child in _children)
        {
            if (string.Equals(child.Name, childName, StringComparison.OrdinalIgnoreCase))
            {
                return child;
            }
        }

        var added = new PathNode(childName, nextSlot++);
        _children = [.. _children, added];
        _lengths |= 1UL << added._utf8.Length;
        _buckets = _buckets.Length == 0 ? new PathNode?[Buckets] : _buckets;
        ref PathNode? bucket = ref _buckets[BucketOf(added._utf8) & (Buckets - 1)];
        added._nextInBucket = bucket;
        bucket = added;
        return added;
    }

    /// <summary>The child that has a slot, itself or further down; null where none has.</summary>
    public PathNode? ChildWith(int slot)
    {
        foreach (PathNode child in _children)
        {
            if (child.Slot == slot || child.FirstEntry == slot || child.ChildWith(slot) is not null)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>Forgets what an earlier member of the same name left.</summary>
    public void Clear(Span<JsonSlot> slots)
    {
        slots[Slot] = default;
        if (FirstEntry > 0)
        {
            slots[FirstEntry] = default;
        }

        foreach (PathNode child in _children)
        {
            child.Clear(slots);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int BucketOf(ReadOnlySpan<byte> name) =>
        name.IsEmpty ? 0 : name.Length + (name[0] | LetterCase) + ((name[^1] | LetterCase) << 2);

    /// <summary>This node, or the one of its bucket that has the name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PathNode? FindInBucket(ReadOnlySpan<byte> memberName)
    {
        PathNode? node = this;
        while (node is not null && !node.Matches(memberName))
        {
            node = node._nextInBucket;
        }

        return node;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Matches(ReadOnlySpan<byte> memberName)
    {
        if (memberName.Length != _utf8.Length)
        {
            return false;
        }

        if (memberName.Length is < LeastOverlapping or > MostOverlapping)
        {
            return memberName.SequenceEqual(_utf8) || MatchesInAnotherCase(memberName);
        }

        ulong differences = (Head(memberName) ^ _head) | (Tail(memberName) ^ _tail);
        return differences == 0 || ((differences & ~LetterCases) == 0 && MatchesInAnotherCase(memberName));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MatchesInAnotherCase(ReadOnlySpan<byte> memberName) => Ascii.EqualsIgnoreCase(memberName, Name);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Head(ReadOnlySpan<byte> name) =>
        name.Length >= sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(name) : BinaryPrimitives.ReadUInt32LittleEndian(name);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Tail(ReadOnlySpan<byte> name) =>
        name.Length >= sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]) : BinaryPrimitives.ReadUInt32LittleEndian(name[^sizeof(uint)..]);
}
