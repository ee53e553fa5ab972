namespace VendorErrors.Http.Clients;

/// <summary>The vendor of a client: the one that it was given, or the present one with the id that it names. Safe for use by several threads.</summary>
internal sealed class NamedVendor(VendorRegistrations.Registration registration, string client, VendorPacks? packs)
{
    private volatile VendorRegistry? _registry;
    private volatile Vendor? _vendor;

    /// <summary>The vendor. After a change that took it away the former one stays.</summary>
    /// <exception cref="RegistrationException">No vendor has the id; not again before the packs change once more, where there was one.</exception>
    public Vendor Present
    {
        get
        {
            if (registration.VendorId is not { } id)
            {
                return registration.Vendor!;
            }

            VendorRegistry registry = packs?.Current ?? VendorRegistry.BuiltIn;
            if (!ReferenceEquals(registry, _registry))
            {
                _vendor = registry.Find(id) ?? throw Unknown(id, registry);
                _registry = registry;
            }

            return _vendor!;
        }
    }

    private RegistrationException Unknown(string id, VendorRegistry registry)
    {
        // A client that was never made has to be refused each time.
        _registry = _vendor is null ? null : registry;
        IReadOnlyList<Vendor> candidates = registry.Candidates(id);
        string meant = candidates.Count == 0 ? string.Empty : $"; it may be {string.Join(" or ", candidates.Select(vendor => vendor.Id))}";
        string where = packs is null ? "Vendors of packs are there after services.AddVendorPacks(\"packs\")." : "Its pack has to be in the folder of AddVendorPacks.";
        return new RegistrationException($"The client '{client}' names the vendor '{id}', and no vendor has this id{meant}. {where}");
    }
}
