namespace VendorErrors.Cli.Input;

/// <summary>A vendor given by its id.</summary>
internal static class VendorArgument
{
    internal static Vendor Parse(string id) => Vendor.Find(id) ?? throw new UsageException(Explain(id));

    internal static string Explain(string id)
    {
        string[] known = [.. Vendor.All.Select(vendor => vendor.Id)];
        return $"unknown vendor '{(id.Length > 100 ? id[..100] + "…" : id)}'{EditDistance.Suggest(id.ToLowerInvariant(), known)} known are {string.Join(", ", known)}";
    }
}
