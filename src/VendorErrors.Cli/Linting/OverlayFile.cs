using System.Text.Json;
using Microsoft.Extensions.Configuration;
using VendorErrors.Cli.Input;
using VendorErrors.Definitions;
using VendorErrors.Http;
using VendorErrors.Testing.Linting;

namespace VendorErrors.Cli.Linting;

/// <summary>Settings with codes laid over a vendor's catalog, read as an application reads them.</summary>
internal static class OverlayFile
{
    internal static LintResult Lint(string path, Vendor? vendor)
    {
        IConfigurationSection[] sections = [.. CodesOf(Load(path))];
        return sections.Length == 0
            ? throw new UsageException($"'{path}' has no section named {nameof(VendorErrorOptions.Codes)} with codes in it")
            : new LintResult(string.Join(", ", sections.Select(section => section.Path)), [.. sections.SelectMany(section => Lint(section, VendorOf(section, vendor)))]);
    }

    private static IConfigurationRoot Load(string path)
    {
        using Stream stream = InputFile.Open(path);
        try
        {
            return new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidDataException)
        {
            throw new UsageException($"'{path}' cannot be read as settings: {e.Message}");
        }
    }

    private static IEnumerable<IConfigurationSection> CodesOf(IConfiguration configuration) =>
        configuration.GetChildren().SelectMany(section => IsCodes(section) ? [section] : CodesOf(section));

    private static bool IsCodes(IConfigurationSection section) =>
        string.Equals(section.Key, nameof(VendorErrorOptions.Codes), StringComparison.OrdinalIgnoreCase) && section.GetChildren().Any();

    // A client's section is often named after its vendor.
    private static Vendor VendorOf(IConfigurationSection section, Vendor? named) =>
        section.Path.Split(ConfigurationPath.KeyDelimiter).Reverse().Select(Vendor.Find).FirstOrDefault(vendor => vendor is not null)
        ?? named ?? throw new UsageException($"'{section.Path}' does not say which vendor it belongs to; pass --vendor, an id of 'vendor-errors vendors'");

    private static IEnumerable<VendorFinding> Lint(IConfigurationSection codes, Vendor vendor)
    {
        var overlay = new List<CodeSection>();
        var findings = new List<LintFinding>();
        foreach (IConfigurationSection code in codes.GetChildren())
        {
            findings.AddRange(OverlayCode.Read(code, vendor, out CodeSection? section));
            if (section is not null)
            {
                overlay.Add(section);
            }
        }

        return findings.Concat(VendorLint.CheckOverlay(vendor, overlay)).Select(finding => new VendorFinding(vendor.Id, finding));
    }
}
