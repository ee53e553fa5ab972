namespace VendorErrors.Cli.Input;

/// <summary>A vendor given by its id.</summary>
internal static class VendorArgument
{
    internal static Vendor Parse(string id) => Parse(id, Vendor.All);

    internal static Vendor Parse(string id, IReadOnlyList<Vendor> vendors) =>
        vendors.FirstOrDefault(vendor => string.Equals(vendor.Id, id.Trim(), StringComparison.OrdinalIgnoreCase)) ?? throw new UsageException(Explain(id, vendors));

    internal static string Explain(string id) => Explain(id, Vendor.All);

    private static string Explain(string id, IReadOnlyList<Vendor> vendors)
    {
        string[] known = [.. vendors.Select(vendor => vendor.Id)];
        return $"unknown vendor '{(id.Length > 100 ? id[..100] + "…" : id)}'{EditDistance.Suggest(id.ToLowerInvariant(), known)} known are {string.Join(", ", known)}";
    }
}
