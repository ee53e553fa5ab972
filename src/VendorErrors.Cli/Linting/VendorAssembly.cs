using System.Reflection;
using VendorErrors.Cli.Input;
using VendorErrors.Testing.Linting;

namespace VendorErrors.Cli.Linting;

/// <summary>An assembly with vendors of somebody's own, as public static properties.</summary>
internal static class VendorAssembly
{
    private const string FaultId = "definition-fault";

    internal static LintResult Lint(string path) => new(path, [.. PropertiesOf(path).SelectMany(Lint)]);

    /// <summary>The vendors themselves, where all of them can be made.</summary>
    internal static IReadOnlyList<Vendor> Read(string path) =>
        [.. PropertiesOf(path).Select(property => TryMake(property, out string? fault) ?? throw new UsageException($"{PlaceOf(property)}: {fault}"))];

    private static PropertyInfo[] PropertiesOf(string path)
    {
        InputFile.Require(path);
        PropertyInfo[] properties = [.. Load(path)];
        return properties.Length == 0 ? throw new UsageException($"'{path}' has no public static property of type {typeof(Vendor).FullName}") : properties;
    }

    private static IEnumerable<PropertyInfo> Load(string path)
    {
        try
        {
            return [.. new VendorLoadContext(Path.GetFullPath(path)).Load().GetExportedTypes()
                .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
                .Where(property => property.PropertyType == typeof(Vendor))];
        }
        catch (BadImageFormatException)
        {
            throw new UsageException($"'{path}' is not a .NET assembly");
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or TypeLoadException)
        {
            throw new UsageException($"'{path}' cannot be loaded: {e.Message}");
        }
    }

    private static IEnumerable<VendorFinding> Lint(PropertyInfo property) =>
        TryMake(property, out string? fault) is { } vendor
            ? VendorLint.Check(vendor).Select(finding => new VendorFinding(vendor.Id, finding))
            : [new VendorFinding(PlaceOf(property), new LintFinding(FaultId, LintSeverity.Error, "the definition", fault!))];

    private static Vendor? TryMake(PropertyInfo property, out string? fault)
    {
        fault = null;
        try
        {
            if (property.GetValue(null) is Vendor vendor)
            {
                return vendor;
            }

            fault = "it is null.";
        }
        catch (TargetInvocationException e)
        {
            fault = e.GetBaseException().Message;
        }

        return null;
    }

    private static string PlaceOf(PropertyInfo property) => $"{property.DeclaringType?.FullName}.{property.Name}";
}
