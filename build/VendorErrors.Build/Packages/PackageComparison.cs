namespace VendorErrors.Build.Packages;

/// <summary>Compares two folders of packages byte by byte.</summary>
internal static class PackageComparison
{
    internal static IEnumerable<string> Compare(string folder, string other)
    {
        string[] names = [.. Names(folder).Union(Names(other), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (names.Length == 0)
        {
            yield return "there are no packages to compare";
        }

        foreach (string name in names)
        {
            string first = Path.Combine(folder, name);
            string second = Path.Combine(other, name);
            if (!File.Exists(first) || !File.Exists(second))
            {
                yield return $"{name} is in one of the folders only";
            }
            else if (!File.ReadAllBytes(first).AsSpan().SequenceEqual(File.ReadAllBytes(second)))
            {
                yield return $"{name} is not the same from another folder";
            }
        }
    }

    private static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file));
}
