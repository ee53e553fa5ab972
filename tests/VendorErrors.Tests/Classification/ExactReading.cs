using VendorErrors.Classification.Bodies;
using VendorErrors.Json;

namespace VendorErrors.Tests.Classification;

/// <summary>
/// The judge of the short ways: what <see cref="JsonScanner"/> reads. <see cref="BodyReader"/> cannot be it, because it begins
/// with <see cref="JsonSkimmer"/> as the short ways do, and what that passes over neither of them would see.
/// </summary>
internal static class ExactReading
{
    /// <param name="vendor">Whose answer it is.</param>
    /// <param name="response">The answer.</param>
    /// <param name="balanceOnly">Whether what breaks the grammar within skipped values is passed, as the short ways do.</param>
    /// <param name="reading">What the vendor said.</param>
    internal static void Read(Vendor vendor, in VendorResponse response, bool balanceOnly, out Reading reading)
    {
        reading = default;
        reading.Body = response.Body;
        reading.Kind = BodySniffer.Sniff(ref reading.Body, response);
        if (reading.Kind != BodyKind.Json)
        {
            return;
        }

        var slots = new JsonSlot[vendor.Catalog.Paths.SlotCount];
        reading.Fault = vendor.Catalog.Paths.ReadOdd(reading.Body, slots, out reading.HasDuplicates, balanceOnly);
        reading.Kind = reading.Fault == JsonFault.None || balanceOnly ? BodyKind.Json : BodyKind.BrokenJson;
        reading.View = new JsonView(reading.Body, slots);
        reading.Envelope = vendor.Catalog.EnvelopeOf(reading.View, response);
    }
}
