using VendorErrors.Classification.Bodies;
using VendorErrors.Json;
using VendorErrors.Tests.Json;

namespace VendorErrors.Tests.Classification;

/// <summary>
/// The judge of the one pass: what <see cref="JsonScanner"/> reads by the whole grammar, or, lenient, what <see cref="LenientReading"/> finds byte
/// by byte. The pass cannot judge itself: what it passes over nobody would see.
/// </summary>
internal static class ExactReading
{
    /// <param name="vendor">Whose answer it is.</param>
    /// <param name="response">The answer.</param>
    /// <param name="isLenient">Whether what breaks the grammar within skipped values is passed, as of a success.</param>
    /// <param name="reading">What the vendor said.</param>
    internal static void Read(Vendor vendor, in VendorResponse response, bool isLenient, out Reading reading)
    {
        reading = default;
        reading.Body = response.Body;
        reading.Kind = BodySniffer.Sniff(ref reading.Body, response);
        if (reading.Kind != BodyKind.Json)
        {
            return;
        }

        PathTree paths = vendor.Catalog.Paths;
        var slots = new JsonSlot[paths.SlotCount];
        bool isPassed = isLenient && LenientReading.Read(paths, reading.Body, slots);
        reading.Fault = isPassed ? JsonFault.None : paths.ReadExactly(reading.Body, slots, out reading.HasDuplicates);
        reading.Kind = reading.Fault == JsonFault.None ? BodyKind.Json : BodyKind.BrokenJson;
        reading.View = new JsonView(reading.Body, slots);
        reading.Envelope = vendor.Catalog.EnvelopeOf(reading.View, response);
    }
}
