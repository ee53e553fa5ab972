using VendorErrors.Classification.Compiled;
using VendorErrors.Json;

namespace VendorErrors.Classification.Bodies;

/// <summary>Step 1: bytes to what the vendor said.</summary>
internal static class BodyReader
{
    /// <param name="catalog">The vendor's catalog.</param>
    /// <param name="response">The response.</param>
    /// <param name="slots">Room for the places of the values.</param>
    /// <param name="isPlainSuccess">Whether <see cref="PlainSuccess"/> has found that already; then what it lets pass is no fault.</param>
    /// <param name="reading">What the vendor said.</param>
    internal static void Read(Catalog catalog, in VendorResponse response, Span<JsonSlot> slots, bool isPlainSuccess, out Reading reading)
    {
        reading = default;
        reading.Body = response.Body;
        reading.Kind = BodySniffer.Sniff(ref reading.Body, response);
        if (reading.Kind != BodyKind.Json)
        {
            return;
        }

        reading.Fault = catalog.Paths.Read(reading.Body, slots, out reading.HasDuplicates, isPlainSuccess);
        if (reading.Fault == JsonFault.TrailingData && DeclaredType.IsSequence(DeclaredType.Of(response)))
        {
            // The first value speaks for the answer; the others are data.
            reading.Fault = JsonSequence.FaultOf(reading.Body, response.IsTruncated);
        }

        reading.Kind = reading.Fault == JsonFault.None || isPlainSuccess ? BodyKind.Json : BodyKind.BrokenJson;
        reading.View = new JsonView(reading.Body, slots);
        reading.Envelope = catalog.EnvelopeOf(reading.View, response);
    }
}
