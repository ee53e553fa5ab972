using VendorErrors.Tests.Docs;

namespace VendorErrors.Packages.Tests.Directions;

/// <summary>Which folder the source of a type, or of a line, is in: a type is in the file of its name. What stands in for .NET itself has none.</summary>
internal sealed class SourceFolders
{
    private const string StandIns = "Polyfills";

    private readonly string _root;
    private readonly Dictionary<string, string> _byType = new(StringComparer.Ordinal);

    internal SourceFolders(string library)
    {
        _root = $"/src/{library}/";
        string project = Repository.PathOf($"src/{library}");
        var all = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(project, file).Replace('\\', '/')))
        {
            if (!file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            {
                // A part of a type is in a file of more words: Vendor.Dexatel.cs. The part that has only its name says where the type is.
                string[] words = Path.GetFileName(file).Split('.');
                string folder = FolderOf(file);
                _byType[words[0]] = words.Length == 2 || !_byType.TryGetValue(words[0], out string? whole) ? folder : whole;
                all.Add(folder);
            }
        }

        All = [.. all.Where(folder => folder is not FolderRule.Root and not StandIns)];
    }

    /// <summary>Every folder with code in it.</summary>
    internal IReadOnlyList<string> All { get; }

    /// <summary>Whether a file has the name of a type.</summary>
    internal bool HasFileOf(string name) => _byType.ContainsKey(name);

    /// <summary>The folder of a type that is nested in no other; null where no file has its name.</summary>
    internal string? OfType(string name) => _byType.GetValueOrDefault(name) is { } folder && folder != StandIns ? folder : null;

    /// <summary>The folder of a source file by its path at the time of the build; null for one of another library, or a generated one.</summary>
    internal string? OfFile(string url)
    {
        string path = url.Replace('\\', '/');
        int at = path.LastIndexOf(_root, StringComparison.Ordinal);
        return at < 0 || path.Contains("/obj/", StringComparison.Ordinal) ? null : FolderOf(path[(at + _root.Length)..]);
    }

    // The first word of the path; the vectors have a direction of their own.
    private static string FolderOf(string file) =>
        file.StartsWith("Json/Simd/", StringComparison.Ordinal) ? "Json/Simd" : file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/', StringComparison.Ordinal)] : FolderRule.Root;
}
