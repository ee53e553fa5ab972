using System.IO.Compression;
using System.Xml.Linq;

namespace VendorErrors.Build.Packages;

/// <summary>What has to be inside of a package.</summary>
internal static class PackageContents
{
    private static readonly string[] s_frameworks = ["net10.0", "net8.0", "netstandard2.0"];

    // Npgsql has no asset for .NET Standard 2.0.
    private static readonly Dictionary<string, string[]> s_fewer = new(StringComparer.Ordinal) { ["VendorErrors.PostgreSql"] = ["net10.0", "net8.0"] };

    /// <summary>A package of a library: each asset with its documentation and its symbols, beside what every package has.</summary>
    internal static IEnumerable<string> CheckLibrary(string folder, string name, string version, string readme)
    {
        string[] frameworks = s_fewer.GetValueOrDefault(name, s_frameworks);
        string symbols = Path.Combine(folder, $"{name}.{version}.snupkg");
        return
        [
            .. Check(folder, name, version, readme, frameworks.SelectMany(framework => new[] { $"lib/{framework}/{name}.dll", $"lib/{framework}/{name}.xml" })),
            .. Missing(symbols, frameworks.Select(framework => $"lib/{framework}/{name}.pdb")),
        ];
    }

    internal static IEnumerable<string> CheckTool(string folder, string name, string version, string readme) =>
        [.. Check(folder, name, version, readme, []), .. Missing(Path.Combine(folder, $"{name}.{version}.snupkg"), [])];

    private static IEnumerable<string> Check(string folder, string name, string version, string readme, IEnumerable<string> entries)
    {
        string package = Path.Combine(folder, $"{name}.{version}.nupkg");
        foreach (string problem in Missing(package, ["README.md", "icon.png", $"{name}.nuspec", .. entries]))
        {
            yield return problem;
        }

        if (Read(package, "README.md") is { } packed && !packed.AsSpan().SequenceEqual(File.ReadAllBytes(readme)))
        {
            yield return $"{Path.GetFileName(package)} has another README than the sources";
        }

        if (Read(package, $"{name}.nuspec") is { } description)
        {
            XDocument nuspec = Parse(description);
            if (!NamesLicense(nuspec))
            {
                yield return $"{Path.GetFileName(package)} names no license";
            }

            foreach (string dependency in LooseDependencies(nuspec, version))
            {
                yield return $"{Path.GetFileName(package)} depends on {dependency}, which is not exactly [{version}]";
            }
        }
    }

    private static IEnumerable<string> Missing(string package, IEnumerable<string> entries)
    {
        if (!File.Exists(package))
        {
            return [$"{Path.GetFileName(package)} is missing"];
        }

        using ZipArchive archive = ZipFile.OpenRead(package);
        return [.. entries.Where(entry => archive.GetEntry(entry) is null).Select(entry => $"{Path.GetFileName(package)} lacks {entry}")];
    }

    private static byte[]? Read(string package, string entry)
    {
        if (!File.Exists(package))
        {
            return null;
        }

        using ZipArchive archive = ZipFile.OpenRead(package);
        if (archive.GetEntry(entry) is not { } found)
        {
            return null;
        }

        using Stream content = found.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static XDocument Parse(byte[] description)
    {
        using var stream = new MemoryStream(description);
        return XDocument.Load(stream);
    }

    private static bool NamesLicense(XDocument nuspec) =>
        nuspec.Descendants().Any(element => element.Name.LocalName == "license" && element.Attribute("type")?.Value == "expression" && element.Value == "MIT");

    // The packages use each other's internals, so only the very same versions fit together.
    private static IEnumerable<string> LooseDependencies(XDocument nuspec, string version) =>
        from element in nuspec.Descendants()
        where element.Name.LocalName == "dependency"
        let id = element.Attribute("id")?.Value ?? string.Empty
        let range = element.Attribute("version")?.Value
        where (id == "VendorErrors" || id.StartsWith("VendorErrors.", StringComparison.Ordinal)) && range != $"[{version}]"
        select $"{id} {range}";
}
