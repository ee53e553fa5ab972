using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>What is read of the entry of a list of results, where the answer as a whole says less than the entry: some worked, or a rule of the shape decides.</summary>
internal static class ResultEntry
{
    /// <summary>Whether the row is about an entry of the answer, and not about the answer.</summary>
    internal static bool Speaks(CodeRow row, ComposedResponse response) =>
        response.Shape is { } shape && !row.IsHttpStatus && Composer.CarriesCodeOfResults(shape) && (row.Outcome != VendorOutcome.Failure || shape.Outcomes.Count > 0);

    /// <summary>How the only entry is read otherwise than the row says; null where it is not.</summary>
    internal static string? Difference(CodeRow row, in VendorResult result)
    {
        if (result.Answer!.Items is not [{ } entry])
        {
            return "without a failed entry";
        }

        return entry.Category != row.Category ? $"with an entry that is {SnakeCase.Of(entry.Category)} instead of {SnakeCase.Of(row.Category!.Value)}"
            : result.Outcome == VendorOutcome.Failure && (result.Category != row.Category || result.Effect != row.EffectiveEffect) ? $"as {Texts.Of(result)} with the effect {SnakeCase.Of(result.Effect)} instead of {SnakeCase.Of(row.Category!.Value)} with the effect {SnakeCase.Of(row.EffectiveEffect)}"
            : row.IsFamily ? null
            : !string.Equals(entry.Code, row.Code, StringComparison.Ordinal) ? $"with the entry's code {entry.Code}"
            : !string.Equals(entry.CodeName, row.Name, StringComparison.Ordinal) ? $"with the entry's name {entry.CodeName}"
            : null;
    }
}
