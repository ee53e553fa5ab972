using VendorErrors.Cli.Output;

namespace VendorErrors.Cli.Input;

/// <summary>A vendor given by its id.</summary>
internal static class VendorArgument
{
    private const int MostListed = 12;

    internal static Vendor Parse(string id) => Parse(id, VendorRegistry.BuiltIn);

    internal static Vendor Parse(string id, VendorRegistry registry) => registry.Find(id) ?? throw new UsageException(Explain(id, registry));

    /// <summary>
    /// The vendor of an id, of the only id that begins with the text or holds it as a part, or of a former name; what was guessed is said on standard error.
    /// For look-ups alone: nothing is decided by a guess.
    /// </summary>
    internal static Vendor Resolve(string id, VendorRegistry registry)
    {
        if (registry.Find(id) is { } exact)
        {
            return exact;
        }

        if (registry.Candidates(id) is not [var only])
        {
            throw new UsageException(Explain(id, registry));
        }

        Console.Error.WriteLine($"{Printable.Of(Cut(id.Trim()))}: read as {only.Id}");
        return only;
    }

    /// <summary>The vendor that was named, or else the one that was brought along.</summary>
    internal static Vendor Parse(string? id, VendorRegistry registry, IReadOnlyList<Vendor> own) =>
        id is not null ? Parse(id, registry)
        : own is [var only] ? only
        : throw new UsageException($"--vendor is missing; {List("one of", own.Count > 0 ? own : registry.Vendors)}");

    internal static Vendor Parse(string id, IReadOnlyList<Vendor> vendors) =>
        vendors.FirstOrDefault(vendor => string.Equals(vendor.Id, id.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException($"unknown vendor '{Cut(id)}'{EditDistance.Suggest(id.ToLowerInvariant(), [.. vendors.Select(vendor => vendor.Id)])} {List("known are", vendors)}");

    /// <summary>Why a text is no vendor: it may mean several, or it is near to one, or to none.</summary>
    internal static string Explain(string id, VendorRegistry registry)
    {
        Vendor[] candidates = [.. registry.Candidates(id)];
        return candidates.Length switch
        {
            0 => $"unknown vendor '{Cut(id)}'{EditDistance.Suggest(id.ToLowerInvariant(), [.. registry.Vendors.Concat(registry.Shapes).Select(vendor => vendor.Id)])} {List("known are", registry.Vendors)}",
            1 => $"unknown vendor '{Cut(id)}'; it is {candidates[0].Id} ({candidates[0].Name})",
            _ => $"'{Cut(id)}' may be {string.Join(" or ", candidates.Select(candidate => $"{candidate.Id} ({candidate.Name})"))}",
        };
    }

    private static string List(string lead, IReadOnlyList<Vendor> vendors) =>
        vendors.Count <= MostListed ? $"{lead} {string.Join(", ", vendors.Select(vendor => vendor.Id))}" : $"'vendor-errors vendors' lists all {vendors.Count}";

    private static string Cut(string id) => id.Length > 100 ? id[..100] + "…" : id;
}
