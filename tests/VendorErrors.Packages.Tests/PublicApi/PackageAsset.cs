using System.Reflection;
using System.Runtime.InteropServices;
using VendorErrors.Tests.Docs;

namespace VendorErrors.Packages.Tests.PublicApi;

/// <summary>A package's assembly for one target framework, as it lies in the build output.</summary>
public sealed record PackageAsset(string Package, string Framework)
{
    private static readonly string[] s_frameworks = ["net10.0", "net8.0", "netstandard2.0"];
    private static readonly string[] s_packages = ["VendorErrors", "VendorErrors.Http", "VendorErrors.Testing", "VendorErrors.Redis", "VendorErrors.PostgreSql"];

    // Npgsql has no asset for .NET Standard 2.0.
    public static IEnumerable<PackageAsset> All =>
        s_packages.SelectMany(package => s_frameworks.Where(framework => (package, framework) != ("VendorErrors.PostgreSql", "netstandard2.0")).Select(framework => new PackageAsset(package, framework)));

    private static string Configuration => Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))!);

    /// <summary>Reads its public surface without running any of it, so that an asset for another runtime can be read too.</summary>
    public string ReadPublicApi()
    {
        IEnumerable<string> assemblies = Folders().SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")).DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase);
        using var context = new MetadataLoadContext(new PathAssemblyResolver(assemblies));
        return ApiText.Of(context.LoadFromAssemblyPath(Path.Combine(FolderOf(Package), $"{Package}.dll")));
    }

    public override string ToString() => $"{Package}.{Framework}";

    // The packages for this framework, then what the tests run with: the first of a name counts.
    private IEnumerable<string> Folders() => [.. s_packages.Select(FolderOf).Where(Directory.Exists), RuntimeEnvironment.GetRuntimeDirectory(), AspNetCoreFolder(), AppContext.BaseDirectory];

    private static string AspNetCoreFolder() => Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Builder.WebApplication).Assembly.Location)!;

    private string FolderOf(string package) => Repository.PathOf(Path.Combine("src", package, "bin", Configuration, Framework));
}
