using System.Reflection;
using System.Runtime.Loader;

namespace VendorErrors.Cli.Linting;

/// <summary>Loads an assembly and those next to it; what this program has itself, the library above all, is shared.</summary>
internal sealed class VendorLoadContext(string path) : AssemblyLoadContext("vendors")
{
    private readonly AssemblyDependencyResolver _resolver = new(path);

    internal Assembly Load() => LoadFromAssemblyPath(path);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (FileNotFoundException)
        {
            return _resolver.ResolveAssemblyToPath(assemblyName) is { } beside ? LoadFromAssemblyPath(beside)
                : Path.Combine(Path.GetDirectoryName(path)!, $"{assemblyName.Name}.dll") is { } file && File.Exists(file) ? LoadFromAssemblyPath(file)
                : null;
        }
    }
}
