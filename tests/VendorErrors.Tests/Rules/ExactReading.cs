using VendorErrors.Envelopes;
using VendorErrors.Envelopes.Json;
using VendorErrors.Rules;

namespace VendorErrors.Tests.Rules;

/// <summary>
/// The judge of the short ways: what <see cref="JsonScanner"/> reads, interpreted. <see cref="BodyReader"/> cannot be it, because it begins
/// with <see cref="JsonSkimmer"/> as the short ways do, and what that passes over neither of them would see.
/// </summary>
internal static class ExactReading
{
    /// <param name="vendor">Whose answer it is.</param>
    /// <param name="response">The answer.</param>
    /// <param name="balanceOnly">Whether what breaks the grammar within skipped values is passed, as the short ways do.</param>
    /// <param name="reading">What the vendor said.</param>
    /// <param name="verdict">What it means.</param>
    internal static void Interpret(Vendor vendor, in VendorResponse response, bool balanceOnly, out Reading reading, out Verdict verdict)
    {
        reading = Read(vendor.Catalog, response, balanceOnly);
        Interpreter.Interpret(vendor.Catalog, response, reading, out verdict);
    }

    private static Reading Read(Catalog catalog, in VendorResponse response, bool balanceOnly)
    {
        ReadOnlySpan<byte> body = response.Body;
        BodyKind kind = BodySniffer.Sniff(ref body, response);
        if (kind != BodyKind.Json)
        {
            return new Reading { Kind = kind, Body = body };
        }

        var slots = new JsonSlot[catalog.Paths.SlotCount];
        JsonFault fault = catalog.Paths.ReadOdd(body, slots, out bool duplicates, balanceOnly);
        var view = new JsonView(body, slots);
        return new Reading
        {
            Kind = fault == JsonFault.None || balanceOnly ? BodyKind.Json : BodyKind.BrokenJson,
            Body = body,
            View = view,
            Envelope = catalog.EnvelopeOf(view, response),
            Fault = fault,
            HasDuplicates = duplicates,
        };
    }
}
