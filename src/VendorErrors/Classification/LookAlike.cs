using VendorErrors.Classification.Bodies;
using VendorErrors.Classification.Compiled;
using VendorErrors.Classification.Events;
using VendorErrors.Json;

namespace VendorErrors.Classification;

/// <summary>
/// Which other vendor an answer looks like that none of the chosen vendor's envelopes takes. A hint for a person, who may have chosen the wrong one;
/// never a decision, for unrelated vendors share the same shapes.
/// </summary>
internal static class LookAlike
{
    // Of a longer body the envelope would have been found at its beginning, and a batch pays for each look.
    private const int MostBytes = 16 * 1024;

    private const int MostNames = 3;

    /// <summary>The hint; null where the answer looks like nobody's.</summary>
    /// <param name="catalog">The chosen vendor's catalog.</param>
    /// <param name="response">The answer.</param>
    /// <param name="reading">What was read of it.</param>
    /// <param name="isFailure">Whether it failed; what worked looks like nobody else's, but for an event, which has no HTTP status.</param>
    internal static Evidence? Find(Catalog catalog, in VendorResponse response, in Reading reading, bool isFailure)
    {
        if ((response.Status == 0 || (isFailure && reading.Envelope is null)) && EventHint(catalog.Vendor, response) is { } hint)
        {
            return hint;
        }

        if (!isFailure || reading.Envelope is not null || reading.Kind != BodyKind.Json || reading.Body.Length > MostBytes)
        {
            return null;
        }

        List<(string Name, string? Code, int Score)> found = [];
        foreach (Vendor vendor in VendorRegistry.BuiltIn.Vendors)
        {
            if (!string.Equals(vendor.Id, catalog.Vendor.Id, StringComparison.OrdinalIgnoreCase) && ScoreOf(vendor.Catalog, response, reading.Body, out string? code) is var score and > 0)
            {
                found.Add(($"{vendor.Name} ({vendor.Id})", code, score));
            }
        }

        if (found.Count == 0)
        {
            return null;
        }

        int best = found.Max(candidate => candidate.Score);
        string[] names = [.. found.Where(candidate => candidate.Score == best).Take(MostNames).Select(candidate => candidate.Name)];
        return new Evidence(
            EvidenceSource.Family,
            EvidenceVerdict.Noted,
            "body",
            found.First(candidate => candidate.Score == best).Code,
            $"this looks like an answer of {string.Join(" or ", names)}; the vendor is chosen by configuration and never guessed");
    }

    private static Evidence? EventHint(Vendor vendor, in VendorResponse response) =>
        response.Body.Length <= MostBytes && EventReader.FindShape(vendor.EventCatalog, response) is { } shape
            ? new Evidence(EvidenceSource.Family, EvidenceVerdict.Noted, "body", Value: null, $"this looks like an event that {vendor.Name} sends later, of the shape '{shape}', and no answer: ReadEvents reads events")
            : null;

    /// <summary>The name of the vendor's own envelope that takes a body; null where none does. A hint for who took an answer for an event.</summary>
    internal static string? EnvelopeNameOf(Catalog catalog, in VendorResponse response, ReadOnlySpan<byte> json)
    {
        JsonSlot[] slots = new JsonSlot[catalog.Paths.SlotCount];
        return catalog.Paths.Read(json, slots, out _) == JsonFault.None && catalog.EnvelopeOf(new JsonView(json, slots), response) is { } envelope ? envelope.Envelope.Name : null;
    }

    // A shape alone is shared by many: the vendor has to know the code, and the better it knows its words, the nearer it is.
    private static int ScoreOf(Catalog catalog, in VendorResponse response, ReadOnlySpan<byte> body, out string? code)
    {
        code = null;
        JsonSlot[] slots = new JsonSlot[catalog.Paths.SlotCount];
        if (catalog.Paths.Read(body, slots, out _) != JsonFault.None)
        {
            return 0;
        }

        var view = new JsonView(body, slots);
        if (catalog.EnvelopeOf(view, response) is not { } envelope || CompiledSource.FirstOf(envelope.Code, view, out _) is not { Kind: JsonKind.Number or JsonKind.Text } slot)
        {
            return 0;
        }

        RowMatch match = catalog.Rows.FindCode(envelope.Envelope, slot, view, response.Status, response, view);
        if (match.Row is not { } row || match.IsFamily)
        {
            return 0;
        }

        code = row.Code;
        return CompiledSource.FirstText(envelope.Message, view) is { } words && words.Contains(row.Name, StringComparison.OrdinalIgnoreCase) ? 2 : 1;
    }
}
