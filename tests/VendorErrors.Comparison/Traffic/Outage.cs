namespace VendorErrors.Comparison.Traffic;

/// <summary>A time in which a vendor is out of order.</summary>
/// <param name="Vendor">Who.</param>
/// <param name="From">From when on.</param>
/// <param name="Length">For how long.</param>
internal sealed record Outage(Vendor Vendor, TimeSpan From, TimeSpan Length)
{
    public TimeSpan Until => From + Length;
}
