using VendorErrors.Definitions;
using VendorErrors.Testing.Linting.Rules;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>An answer composed for a row in the vendor's own shape is read as that row and no other: composition and classification are inverse.</summary>
internal static class RowCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) =>
        vendor.Codes.Select(row => new ConformanceCase(vendor, "row is read as itself", RowLabel.Of(row), () => FaultOf(vendor, row)));

    private static string? FaultOf(Vendor vendor, CodeRow row)
    {
        ComposedResponse response;
        try
        {
            response = VendorResponses.For(vendor, row);
        }
        catch (InvalidOperationException fault)
        {
            return $"{fault.Message} Give it an envelope with a code of this space, and a template that meets the envelope's condition.";
        }

        return Difference(row, response) is { } difference
            ? $"composed as {Texts.Of(response)}, it is read {difference}; look for an earlier envelope that takes the answer, or another row that takes the code."
            : null;
    }

    private static string? Difference(CodeRow row, ComposedResponse response)
    {
        VendorResult result = response.Classify();
        return !ResultEntry.Speaks(row, response) ? Difference(row, result)
            : row.Outcome == VendorOutcome.Failure ? ResultEntry.Difference(row, result)
            : result.IsFailure || result.Answer is { Items.Count: > 0 } ? $"as {Texts.Of(result)}, although the entry worked"
            : null;
    }

    private static string? Difference(CodeRow row, in VendorResult result)
    {
        bool isSaidByStatus = row.IsHttpStatus && result.Code is null;
        Confidence confidence = isSaidByStatus ? Confidence.StatusOnly : row.IsFamily ? Confidence.Family : Confidence.Exact;
        return result.Outcome != row.Outcome || result.Category != row.Category ? $"as {Texts.Of(result)} instead of {(row.Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(row.Outcome))}"
            : result.Effect != row.EffectiveEffect ? $"with the effect {SnakeCase.Of(result.Effect)} instead of {SnakeCase.Of(row.EffectiveEffect)}"
            : !result.Evidence.Any(seen => seen.Verdict == EvidenceVerdict.Won && string.Equals(seen.Rule, row.Rule, StringComparison.Ordinal)) ? "by another rule"
            : result.Confidence != confidence ? $"with the confidence {SnakeCase.Of(result.Confidence)} instead of {SnakeCase.Of(confidence)}"
            : row.IsFamily || isSaidByStatus ? null
            : !string.Equals(result.Code, row.Code, StringComparison.Ordinal) ? $"with the code {result.Code}"
            : !string.Equals(result.CodeName, row.Name, StringComparison.Ordinal) ? $"with the name {result.CodeName}"
            : null;
    }
}
