namespace VendorErrors.Tests.Docs;

/// <summary>The files of the repository that the tests run from.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    internal static string PathOf(string relative) => Path.Combine(Root, relative);

    internal static string Read(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");

    /// <summary>Every page for people: the README, those of the packages, and the documentation.</summary>
    internal static IEnumerable<string> Pages() =>
        new[] { PathOf("README.md") }
            .Concat(Directory.EnumerateFiles(PathOf("src"), "README.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file));

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "VendorErrors.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run from inside the repository."));
}
