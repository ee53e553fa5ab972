namespace VendorErrors;

/// <summary>
/// Where the vendors of <see cref="Vendor"/> enrol themselves while they are initialised. A class of its own, because the order in
/// which the parts of a partial class initialise is not defined, and this list must exist before the first of them.
/// </summary>
internal static class BuiltInVendors
{
    private static Vendor[] s_enrolled = [];
    private static Vendor[]? s_inOrder;

    /// <summary>All of them, in the order of their ids. To be asked only when <see cref="Vendor"/> is initialised.</summary>
    internal static IReadOnlyList<Vendor> InOrder => s_inOrder ??= [.. s_enrolled.OrderBy(vendor => vendor.Id, StringComparer.Ordinal)];

    internal static void Enrol(Vendor vendor) => s_enrolled = [.. s_enrolled, vendor];
}
