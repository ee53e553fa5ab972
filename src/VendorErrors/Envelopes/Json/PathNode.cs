using System.Runtime.CompilerServices;
using System.Text;

namespace VendorErrors.Envelopes.Json;

/// <summary>One name in the tree of all paths that a vendor's definition looks at.</summary>
internal sealed class PathNode(string name, int slot)
{
    private const byte LetterCase = 0x20;

    private const int Buckets = 32;

    // Of a name that is written with escapes; a longer one is nobody's.
    private const int MaxNameLength = 128;

    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(name);
    private PathNode[] _children = [];

    // The children by length, first and last letter; those that share a bucket hang on one another.
    private PathNode?[] _buckets = [];
    private PathNode? _sharesBucket;

    public int Slot { get; } = slot;

    /// <summary>Whether a path looks into a list here, at its first entry.</summary>
    public bool IsList { get; private set; }

    public bool HasChildren => _children.Length > 0;

    /// <summary>The child for a member's name, case aside; null where no path leads through it.</summary>
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

    /// <summary>The child for a member's name that is written without escapes.</summary>
    public PathNode? Find(ReadOnlySpan<byte> memberName)
    {
        PathNode?[] buckets = _buckets;
        if (buckets.Length == 0)
        {
            return null;
        }

        PathNode? child = buckets[BucketOf(memberName) & (buckets.Length - 1)];
        while (child is not null && !child.Matches(memberName))
        {
            child = child._sharesBucket;
        }

        return child;
    }

    /// <summary>The child for one part of a path, such as <c>code</c> or <c>pointers[]</c>.</summary>
    public PathNode GetOrAdd(string part, ref int nextSlot)
    {
        bool isList = part.EndsWith("[]", StringComparison.Ordinal);
        PathNode child = GetOrAddNamed(isList ? part[..^2] : part, ref nextSlot);
        child.IsList |= isList;
        return child;
    }

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
        _buckets = _buckets.Length == 0 ? new PathNode?[Buckets] : _buckets;
        ref PathNode? bucket = ref _buckets[BucketOf(added._utf8) & (Buckets - 1)];
        added._sharesBucket = bucket;
        bucket = added;
        return added;
    }

    /// <summary>The child that has a slot, itself or further down; null where none has.</summary>
    public PathNode? ChildWith(int slot) => Array.Find(_children, child => child.Slot == slot || child.ChildWith(slot) is not null);

    /// <summary>Forgets what an earlier member of the same name left.</summary>
    public void Clear(Span<JsonSlot> slots)
    {
        slots[Slot] = default;
        foreach (PathNode child in _children)
        {
            child.Clear(slots);
        }
    }

    private string Name { get; } = name;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int BucketOf(ReadOnlySpan<byte> name) =>
        name.IsEmpty ? 0 : name.Length + ((name[0] | LetterCase) << 1) + ((name[^1] | LetterCase) << 2);

    // Not inlined: most names come to no bucket with a node in it, and the way past stays short.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Matches(ReadOnlySpan<byte> memberName) =>
        memberName.Length == _utf8.Length && (memberName.SequenceEqual(_utf8) || Ascii.EqualsIgnoreCase(memberName, Name));
}
