using VendorErrors.Envelopes.Json;
using VendorErrors.Rules;

namespace VendorErrors.Envelopes;

/// <summary>Step 1: bytes to what the vendor said.</summary>
internal static class BodyReader
{
    internal static Reading Read(Catalog catalog, in VendorResponse response, Span<JsonSlot> slots)
    {
        ReadOnlySpan<byte> body = response.Body;
        BodyKind kind = BodySniffer.Sniff(ref body, response);
        if (kind != BodyKind.Json)
        {
            return new Reading { Kind = kind, Body = body };
        }

        JsonFault fault = catalog.Paths.Read(body, slots, out bool duplicates);
        var view = new JsonView(body, slots);
        return new Reading
        {
            Kind = fault == JsonFault.None ? BodyKind.Json : BodyKind.BrokenJson,
            Body = body,
            View = view,
            Envelope = catalog.EnvelopeOf(view, response),
            Fault = fault,
            HasDuplicates = duplicates,
        };
    }
}
