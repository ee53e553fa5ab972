namespace VendorErrors.Build;

/// <summary>A folder outside of the repository, so that nothing of the repository's settings reaches it; it goes away at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vendor-errors-");

    internal string PathOf(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    public void Dispose() => _folder.Delete(recursive: true);
}
