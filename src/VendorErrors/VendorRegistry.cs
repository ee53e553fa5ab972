using VendorErrors.Packs;

namespace VendorErrors;

/// <summary>
/// The vendors of this library, and those of your own beside them, by id. Immutable: what adds a vendor gives a new registry. Safe for use by
/// several threads. A vendor is chosen by configuration, never by looking at a body.
/// </summary>
/// <example>
/// <code>
/// VendorRegistry vendors = VendorRegistry.BuiltIn.WithFolder("packs");
/// Vendor vendor = vendors.Find(vendorId) ?? throw new ArgumentException($"'{vendorId}' may be {string.Join(" or ", vendors.Candidates(vendorId))}.", nameof(vendorId));
/// </code>
/// </example>
public sealed class VendorRegistry
{
    private const string Files = "*.json";
    private const string SchemaFiles = ".schema.json";

    private static readonly string[] s_parameter = [" (Parameter '", "\nParameter name", "\r\nParameter name"];

    private readonly Dictionary<string, Vendor> _byId;

    private VendorRegistry(IEnumerable<Vendor> vendors, IEnumerable<Vendor> shapes)
    {
        Vendors = [.. vendors.OrderBy(vendor => vendor.Id, StringComparer.Ordinal)];
        Shapes = [.. shapes];
        _byId = Vendors.Concat(Shapes).ToDictionary(vendor => vendor.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The vendors and shapes of this library.</summary>
    public static VendorRegistry BuiltIn { get; } = new(Vendor.BuiltIns, BuiltInPacks.Shapes.Select(Vendor.BuiltInShape));

    /// <summary>The vendors, in the order of their ids.</summary>
    public IReadOnlyList<Vendor> Vendors { get; }

    /// <summary>The shapes of answers that many products share, such as <c>rfc9457</c>, for a vendor that has no pack.</summary>
    public IReadOnlyList<Vendor> Shapes { get; }

    /// <summary>Finds a vendor or shape by its id, case-insensitive. Never throws.</summary>
    /// <param name="id">The id; whitespace around it is ignored.</param>
    /// <returns>The vendor, or <see langword="null"/> if none has this id.</returns>
    public Vendor? Find(string? id) => id is not null && _byId.TryGetValue(id.Trim(), out Vendor? vendor) ? vendor : null;

    /// <summary>The vendors that may be meant by a text that is no id: those whose id begins with it or holds it as a part, and those that had that name.</summary>
    /// <param name="text">The text, such as <c>yeastar</c>.</param>
    /// <returns>The candidates in the order of their ids; none where there is none.</returns>
    public IReadOnlyList<Vendor> Candidates(string? text)
    {
        string sought = (text ?? string.Empty).Trim().ToLowerInvariant();
        if (sought.Length == 0)
        {
            return [];
        }

        return Find(sought) is { } exact ? [exact] : [.. Vendors.Concat(Shapes).Where(vendor => IsMeant(vendor, sought))];
    }

    /// <summary>This registry and one more vendor.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="replace">Whether it may take the place of a vendor with its id. Default: no; a pack may say so itself.</param>
    /// <exception cref="ArgumentException">There is a vendor with its id.</exception>
    public VendorRegistry With(Vendor vendor, bool replace = false)
    {
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        if (Find(vendor.Id) is not null && !replace && !vendor.Content.Replaces)
        {
            throw new ArgumentException($"There is a vendor with the id '{vendor.Id}' already; choose another id, or say that it is replaced (in a pack: \"replace\": true).", nameof(vendor));
        }

        IEnumerable<Vendor> vendors = Vendors.Where(other => !HaveSameId(other, vendor));
        IEnumerable<Vendor> shapes = Shapes.Where(other => !HaveSameId(other, vendor));
        return vendor.IsShape ? new VendorRegistry(vendors, [.. shapes, vendor]) : new VendorRegistry([.. vendors, vendor], shapes);
    }

    /// <summary>This registry and the vendors of the packs in a folder: its files <c>*.json</c>, without those of folders in it and without <c>*.schema.json</c>.</summary>
    /// <param name="folder">The path of the folder.</param>
    /// <exception cref="VendorPackException">Files have faults; the message lists those of all files.</exception>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public VendorRegistry WithFolder(string folder)
    {
        VendorRegistry registry = this;
        List<string> faults = [];
        foreach (string file in PacksIn(folder))
        {
            try
            {
                registry = registry.With(Vendor.Load(file));
            }
            catch (VendorPackException exception)
            {
                faults.AddRange(exception.Faults);
            }
            catch (ArgumentException exception)
            {
                // What follows is the name of a parameter.
                faults.Add($"{Path.GetFileName(file)}: {exception.Message.Split(s_parameter, StringSplitOptions.None)[0]}");
            }
        }

        return faults.Count == 0 ? registry : throw new VendorPackException(folder, [.. faults.Take(PackLimits.Faults)]);
    }

    /// <summary>The files of a folder that are packs. The schema, which an editor wants beside them, is none.</summary>
    internal static IEnumerable<string> PacksIn(string folder) =>
        Directory.EnumerateFiles(folder, Files).Where(file => !file.EndsWith(SchemaFiles, StringComparison.OrdinalIgnoreCase)).OrderBy(file => file, StringComparer.Ordinal);

    private static bool HaveSameId(Vendor left, Vendor right) => string.Equals(left.Id, right.Id, StringComparison.OrdinalIgnoreCase);

    // A part of an id is what hyphens part: "8x8" is meant by "8x8-connect", and "call" by nothing.
    private static bool IsMeant(Vendor vendor, string sought) =>
        vendor.Id.StartsWith(sought, StringComparison.Ordinal)
        || vendor.Id.Split('-').Contains(sought, StringComparer.Ordinal)
        || vendor.Definition.OtherNames.Contains(sought, StringComparer.OrdinalIgnoreCase);
}
