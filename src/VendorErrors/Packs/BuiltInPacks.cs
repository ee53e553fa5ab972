using System.Reflection;

namespace VendorErrors.Packs;

/// <summary>The packs in this library. Nothing of one is read before it is used.</summary>
internal static class BuiltInPacks
{
    private const string Vendors = "VendorErrors.Vendors.";
    private const string ShapesFolder = Vendors + "Shapes.";
    private const string ReasonsFolder = Vendors + "Reasons.";
    private const string Extension = ".json";

    private static readonly Assembly s_assembly = typeof(BuiltInPacks).Assembly;
    private static string[]? s_shapeIds;

    /// <summary>The ids of the shapes.</summary>
    internal static IReadOnlyList<string> Shapes => s_shapeIds ??= IdsIn(ShapesFolder);

    /// <summary>The ids of the vendors.</summary>
    internal static IReadOnlyList<string> Ids() => IdsIn(Vendors);

    /// <summary>The file of a vendor or shape.</summary>
    internal static Stream Open(string id) =>
        s_assembly.GetManifestResourceStream(Vendors + id + Extension) ?? s_assembly.GetManifestResourceStream(ShapesFolder + id + Extension)
        ?? throw new ArgumentException($"No pack of this library has the id '{id}'.", nameof(id));

    /// <summary>Reads a vendor or shape.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="isWhole">Whether its events, its samples and what a simulated vendor needs are wanted, too.</param>
    internal static PackContent Read(string id, bool isWhole = false)
    {
        using Stream stream = Open(id);
        PackContent content = PackReader.Read(PackFile.ReadAll(stream), isWhole, out List<PackFault> faults);
        return faults.Count == 0 ? content with { BuiltInId = id } : throw Faulty(id, faults);
    }

    /// <summary>Reads a shared catalog of reasons.</summary>
    internal static ReasonCatalogContent ReadReasons(string id)
    {
        using Stream stream = s_assembly.GetManifestResourceStream(ReasonsFolder + id + Extension) ?? throw new ArgumentException($"No catalog of reasons has the id '{id}'.", nameof(id));
        ReasonCatalogContent content = ReasonCatalogReader.Read(PackFile.ReadAll(stream), out List<PackFault> faults);
        return faults.Count == 0 ? content : throw Faulty(id, faults);
    }

    private static InvalidOperationException Faulty(string id, List<PackFault> faults) => new(string.Join(Environment.NewLine, faults.Select(fault => fault.ToString(id + Extension))));

    /// <summary>A shape for a pack that uses it; null where none has the id. Read each time, for its rows become the pack's own.</summary>
    internal static PackContent? FindShape(string id) => Shapes.Contains(id, StringComparer.Ordinal) ? Read(id) : null;

    private static string[] IdsIn(string folder) =>
    [
        .. s_assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => name[folder.Length..^Extension.Length])
            .Where(id => id.IndexOf('.') < 0)
            .OrderBy(id => id, StringComparer.Ordinal),
    ];
}
