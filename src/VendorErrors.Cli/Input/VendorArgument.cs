namespace VendorErrors.Cli.Input;

/// <summary>A vendor given by its id.</summary>
internal static class VendorArgument
{
    internal static Vendor Parse(string id) => Vendor.Find(id) ?? throw new UsageException(Explain(id));

    internal static string Explain(string id)
    {
        string nearest = EditDistance.Nearest(id.ToLowerInvariant(), Vendor.All.Select(vendor => vendor.Id), 1)[0];
        return $"unknown vendor '{id}'; did you mean '{nearest}'? Known: {string.Join(", ", Vendor.All.Select(vendor => vendor.Id))}";
    }
}
