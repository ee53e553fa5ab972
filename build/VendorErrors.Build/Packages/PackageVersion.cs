using System.Xml.Linq;
using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Packages;

/// <summary>The version that all packages have.</summary>
internal static class PackageVersion
{
    internal static string Read(string propertiesFile) =>
        XDocument.Load(propertiesFile).Descendants("VersionPrefix").SingleOrDefault()?.Value ?? throw new LegFailedException($"{propertiesFile} has no VersionPrefix");
}
