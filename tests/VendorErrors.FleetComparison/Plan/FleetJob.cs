using VendorErrors.Comparison.Traffic;

namespace VendorErrors.FleetComparison.Plan;

/// <summary>A message of the queue.</summary>
/// <param name="Call">The call that it asks for.</param>
/// <param name="Window">Where the worker is killed that first comes there with it.</param>
/// <param name="IsDeliveredTwice">Whether the queue delivers it twice at once.</param>
/// <param name="LosesAcknowledgement">Whether its first acknowledgement gets lost.</param>
internal sealed record FleetJob(PlannedCall Call, KillWindow Window = KillWindow.None, bool IsDeliveredTwice = false, bool LosesAcknowledgement = false)
{
    public int Number => Call.Number;

    /// <summary>Whether a customer is called or messaged.</summary>
    public bool IsOfCustomer => Call.Api.Purpose is CallPurpose.Dial or CallPurpose.Send;

    public bool IsRead => Call.Api.Purpose == CallPurpose.Read;

    /// <summary>Whether the vendor's documents describe a look-up that says whether this was done.</summary>
    public bool HasLookUp => Call.Api.Purpose switch
    {
        CallPurpose.Dial => Call.Vendor == Vendor.Dialnexa || Call.Vendor == Vendor.YeastarPSeries,
        CallPurpose.Send => Call.Vendor == Vendor.Dexatel || Call.Vendor == Vendor.EightByEightConnect,
        _ => false,
    };
}
