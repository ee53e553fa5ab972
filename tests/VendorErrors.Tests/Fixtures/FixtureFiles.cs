namespace VendorErrors.Tests.Fixtures;

/// <summary>The captured answers, as the build copies them beside the tests.</summary>
internal static class FixtureFiles
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    /// <summary>The names of all files, as <c>vendor-id/short-name.txt</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(s_root, "*.txt", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(s_root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static Fixture Read(string name) => Fixture.Parse(name, File.ReadAllBytes(Path.Combine(s_root, name)));
}
