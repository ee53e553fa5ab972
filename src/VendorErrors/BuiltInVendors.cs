namespace VendorErrors;

/// <summary>
/// Where the vendors of <see cref="Vendor"/> enrol themselves while they are initialised. A class of its own, because the order in
/// which the parts of a partial class initialise is not defined, and this list must exist before the first of them.
/// </summary>
internal static class BuiltInVendors
{
    internal static List<Vendor> Registered { get; } = [];
}
