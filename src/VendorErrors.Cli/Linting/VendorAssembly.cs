using System.Reflection;
using VendorErrors.Cli.Input;
using VendorErrors.Testing.Linting;

namespace VendorErrors.Cli.Linting;

/// <summary>An assembly with vendors of somebody's own, as public static properties.</summary>
internal static class VendorAssembly
{
    private const string FaultId = "definition-fault";

    internal static LintResult Lint(string path)
    {
        InputFile.Require(path);
        PropertyInfo[] properties = [.. PropertiesOf(path)];
        return properties.Length == 0
            ? throw new UsageException($"'{path}' has no public static property of type {typeof(Vendor).FullName}")
            : new LintResult(path, [.. properties.SelectMany(Lint)]);
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(string path)
    {
        try
        {
            return [.. new VendorLoadContext(Path.GetFullPath(path)).Load().GetExportedTypes()
                .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
                .Where(property => property.PropertyType == typeof(Vendor))];
        }
        catch (BadImageFormatException)
        {
            throw new UsageException($"'{path}' is no .NET assembly");
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or TypeLoadException)
        {
            throw new UsageException($"'{path}' cannot be loaded: {e.Message}");
        }
    }

    private static IEnumerable<VendorFinding> Lint(PropertyInfo property)
    {
        string place = $"{property.DeclaringType?.FullName}.{property.Name}";
        try
        {
            return property.GetValue(null) is Vendor vendor
                ? VendorLint.Check(vendor).Select(finding => new VendorFinding(vendor.Id, finding))
                : [Fault(place, "it is null.")];
        }
        catch (TargetInvocationException e)
        {
            return [Fault(place, e.GetBaseException().Message)];
        }
    }

    private static VendorFinding Fault(string place, string text) => new(place, new LintFinding(FaultId, LintSeverity.Error, "the definition", text));
}
