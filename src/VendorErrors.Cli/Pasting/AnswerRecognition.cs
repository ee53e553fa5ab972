using VendorErrors.Classification;
using VendorErrors.Cli.Input;

namespace VendorErrors.Cli.Pasting;

/// <summary>Whether a vendor knows a body as its own. Without a status nothing else speaks for a verdict.</summary>
internal static class AnswerRecognition
{
    /// <summary>Whether one of the vendor's envelopes takes the body, or it holds a code of the vendor.</summary>
    internal static bool IsTaken(Vendor vendor, byte[] body) => IsTaken(vendor.Explain(new VendorResponse(0, body)));

    /// <summary>Throws where neither a status nor the body says anything of the answer. What looks like an event is left to the report, which says so.</summary>
    internal static void Require(Vendor vendor, in VendorResponse response, in VendorResult result, IReadOnlyList<string> forms)
    {
        if (response.Status != 0 || result.Confidence > Confidence.Default || IsTaken(result) || EventInput.IsEvent(vendor, response))
        {
            return;
        }

        string? other = result.Evidence.FirstOrDefault(evidence => evidence.Rule.StartsWith("this looks like an answer", StringComparison.Ordinal)).Rule?.Split(';')[0];
        string record = response.Body.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] ? ", or --body-field if a member holds the body" : string.Empty;
        string lead = forms.Count == 0 ? string.Empty : $"read as: {string.Join(", ", forms)}; ";
        throw new UsageException($"{lead}not recognized as an answer of {vendor.Id} ({vendor.Name}){(other is null ? string.Empty : $": {other}")}; give --status if its HTTP status is known{record}");
    }

    private static bool IsTaken(in VendorResult result) =>
        result.Code is not null || result.Evidence.Any(evidence => string.Equals(evidence.Rule, EvidenceWriter.TakenByEnvelope, StringComparison.Ordinal));
}
