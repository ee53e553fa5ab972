namespace VendorErrors.Build;

/// <summary>The root of the repository: the nearest folder above that holds the solution.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find(Environment.CurrentDirectory) ?? Find(AppContext.BaseDirectory) ?? throw new InvalidOperationException("Run this inside of the repository: no folder above has VendorErrors.sln.");

    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Makes an empty folder of this name in <c>artifacts</c>.</summary>
    internal static string EmptyFolder(params string[] parts)
    {
        string folder = PathOf(["artifacts", .. parts]);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Directory.CreateDirectory(folder).FullName;
    }

    private static string? Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VendorErrors.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
