using VendorErrors.Classification;
using VendorErrors.Definitions;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Why an answer is read as it is: places and rules of the evidence, which the definition names, and no value, which the body holds.</summary>
internal static class ReadingReason
{
    internal static string Of(Vendor vendor, in VendorResult result)
    {
        // A range of codes is of the family, too; the kind of body is the last of it.
        Evidence body = result.Evidence.Last(seen => seen.Source == EvidenceSource.Family);
        Envelope? envelope = body.Rule == EvidenceWriter.TakenByEnvelope ? vendor.Definition.Envelopes.First(known => known.Name == body.Value) : null;
        IEnumerable<string> rules = result.Evidence
            .Where(seen => seen != body && (seen.Verdict is EvidenceVerdict.Won or EvidenceVerdict.Ignored || seen.Source == EvidenceSource.Note))
            .Select(seen => $"{seen.Location}: {seen.Rule}");
        return string.Join("; ", [OfTheBody(vendor, body), .. OfTheCode(envelope, result.Evidence), .. rules]);
    }

    private static string OfTheBody(Vendor vendor, Evidence body) => body.Rule switch
    {
        EvidenceWriter.TakenByEnvelope => $"the envelope '{body.Value}' takes it",
        EvidenceWriter.TakenByNoEnvelope when vendor.Definition.Envelopes.Count == 0 => "there is no envelope",
        EvidenceWriter.TakenByNoEnvelope => $"no envelope takes it: {string.Join(", ", vendor.Definition.Envelopes.Select(Demand))}",
        _ => $"its body is {body.Value}: {body.Rule}",
    };

    private static string Demand(Envelope envelope) =>
        $"'{envelope.Name}' requires that {envelope.When}{(envelope.Operation is null ? null : $", at {envelope.Operation}")}";

    private static IEnumerable<string> OfTheCode(Envelope? envelope, IReadOnlyList<Evidence> evidence) =>
        envelope is { Code.Count: > 0 } && !evidence.Any(seen => seen.Source is EvidenceSource.Code or EvidenceSource.Family && envelope.Code.Any(source => string.Equals(source.ToString(), seen.Location, StringComparison.Ordinal)))
            ? [$"nothing is at {string.Join(" or ", envelope.Code)}"]
            : [];
}
