using VendorErrors.Definitions;
using VendorErrors.Testing.Composition;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>A code that the catalog does not know is kept, never a success, and lets a failing HTTP status decide.</summary>
internal static class UnlistedCodeCheck
{
    private const int Gone = 410;

    // A shape whose template shows a second code that is listed would be read by that one.
    private const string Inner = "never_heard_of_this_either";


    private static readonly string[] s_codes = ["987654", "never_heard_of_it", "-77001", "00987654"];

    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) =>
        from envelope in vendor.Definition.Envelopes.Where(Composer.CarriesCode)
        from code in s_codes.Where(code => RowChoice.Find(vendor, code, operation: null) is null)
        select new ConformanceCase(vendor, "unlisted code is kept and is no success", $"the code {code} in the envelope '{envelope.Name}'", () => FaultOf(vendor, envelope, code));

    private static string? FaultOf(Vendor vendor, Envelope envelope, string code) =>
        Unrecognized(vendor, envelope, code) ?? StatusDecides(vendor, envelope, code);

    private static string? Unrecognized(Vendor vendor, Envelope envelope, string code)
    {
        if (TryCompose(vendor, envelope, code, status: 200) is not { } response)
        {
            return null;
        }

        VendorResult result = response.Classify();
        return result is not { Category: ErrorCategory.Unrecognized, Effect: Effect.Unknown, Confidence: Confidence.Default } ? $"{Texts.Of(response)} is read as {Texts.Of(result)} instead of {SnakeCase.Of(ErrorCategory.Unrecognized)}; look for an earlier envelope that takes it."
            : !string.Equals(result.Code, code, StringComparison.Ordinal) ? $"{Texts.Of(response)} is read with the code {result.Code ?? "(none)"}; look at the envelope's paths."
            : null;
    }

    private static string? StatusDecides(Vendor vendor, Envelope envelope, string code)
    {
        if (TryCompose(vendor, envelope, code, Gone) is not { } response)
        {
            return null;
        }

        CodeRow expected = vendor.Catalog.Rows.StatusRowOf(Gone, default, default)!;
        VendorResult result = response.Classify();
        return result.Category != expected.Category || result.Effect != expected.EffectiveEffect || result.Confidence != Confidence.StatusOnly || !string.Equals(result.Code, code, StringComparison.Ordinal)
            ? $"{Texts.Of(response)} is read as {Texts.Of(result)} with the effect {SnakeCase.Of(result.Effect)} and the code {result.Code ?? "(none)"} instead of {(expected.Category is { } category ? SnakeCase.Of(category) : SnakeCase.Of(expected.Outcome))} with the effect {SnakeCase.Of(expected.EffectiveEffect)} and {code}; look for an earlier envelope that takes it."
            : null;
    }

    // An envelope that certain codes select carries no other one.
    private static ComposedResponse? TryCompose(Vendor vendor, Envelope envelope, string code, int status) =>
        Texts.TryCompose(() => Composer.ComposeUnlisted(vendor, envelope, code, new ResponseOptions { Status = status, InnerCode = Composer.ShowsInnerCode(envelope) ? Inner : null }));
}
