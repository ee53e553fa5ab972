using VendorErrors.Json;

namespace VendorErrors.Testing.Composition;

/// <summary>A path of a definition: where it begins, and its names.</summary>
internal sealed class MemberPath
{
    private MemberPath(bool isInRootList, PathPart[] names) => (IsInRootList, Names) = (isInRootList, names);

    /// <summary>Whether it leads into the first entry of a body that is a list.</summary>
    internal bool IsInRootList { get; }

    /// <summary>The names; none where the path is the list that the body is.</summary>
    internal PathPart[] Names { get; }

    internal static MemberPath Of(string path)
    {
        PathPart[] parts = PathSyntax.Split(path);
        bool isInRootList = parts[0] is { Name.Length: 0, IsList: true };
        return new MemberPath(isInRootList, isInRootList ? [.. parts.Skip(1)] : parts);
    }
}
