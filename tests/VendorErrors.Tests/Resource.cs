namespace VendorErrors.Tests;

/// <summary>Text files that are built into the test assembly.</summary>
internal static class Resource
{
    internal static IEnumerable<string> Lines(string name)
    {
        using Stream stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no file tests/VendorErrors.Tests/{name}; docs/add-a-vendor.md says which files a vendor needs.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }

    internal static bool Exists(string name) => typeof(Resource).Assembly.GetManifestResourceInfo(name) is not null;

    internal static IEnumerable<string> Names(string folder) =>
        typeof(Resource).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
