using System.CommandLine;

namespace VendorErrors.Cli.Input;

/// <summary>Vendors of somebody's own beside those of the library: <c>--pack</c>, a file or a folder, as often as wanted.</summary>
internal static class PackOption
{
    internal static Option<string[]> Create() => new("--pack")
    {
        Description = "A vendor of your own as a pack: a JSON file, or a folder of them; may be given several times.",
        HelpName = "FILE",
    };

    /// <summary>The vendors of the library and of the packs.</summary>
    /// <param name="files">What was given.</param>
    /// <param name="own">Those of the packs.</param>
    internal static VendorRegistry Read(string[]? files, out IReadOnlyList<Vendor> own)
    {
        VendorRegistry registry = VendorRegistry.BuiltIn;
        List<Vendor> read = [];
        foreach (string path in (files ?? []).SelectMany(FilesOf))
        {
            Vendor vendor = Load(path);
            try
            {
                registry = registry.With(vendor);
            }
            catch (ArgumentException e)
            {
                throw new UsageException($"{Path.GetFileName(path)}: {e.Message.Split(" (Parameter", 2)[0]}");
            }

            read.Add(vendor);
        }

        own = read;
        return registry;
    }

    /// <summary>The files of what was given: itself, or those of the folder.</summary>
    internal static IEnumerable<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        string[] files = [.. VendorRegistry.PacksIn(path)];
        return files.Length == 0 ? throw new UsageException($"the folder '{path}' holds no pack, which is a file *.json") : files;
    }

    private static Vendor Load(string path)
    {
        InputFile.Require(path);
        try
        {
            return Vendor.Load(path);
        }
        catch (VendorPackException e)
        {
            string more = e.Faults.Count == 1 ? string.Empty : $"; {e.Faults.Count - 1} more: vendor-errors lint --pack {path}";
            throw new UsageException(e.Faults[0] + more);
        }
    }
}
