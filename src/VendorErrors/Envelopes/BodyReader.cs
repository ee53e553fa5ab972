using VendorErrors.Envelopes.Json;
using VendorErrors.Rules;

namespace VendorErrors.Envelopes;

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
        ReadOnlySpan<byte> body = response.Body;
        BodyKind kind = BodySniffer.Sniff(ref body, response);
        if (kind != BodyKind.Json)
        {
            reading = new Reading { Kind = kind, Body = body };
            return;
        }

        JsonFault fault = catalog.Paths.Read(body, slots, out bool duplicates, isPlainSuccess);
        var view = new JsonView(body, slots);
        reading = new Reading
        {
            Kind = fault == JsonFault.None || isPlainSuccess ? BodyKind.Json : BodyKind.BrokenJson,
            Body = body,
            View = view,
            Envelope = catalog.EnvelopeOf(view, response),
            Fault = fault,
            HasDuplicates = duplicates,
        };
    }
}
