using VendorErrors.Definitions;
using VendorErrors.Testing.Linting.Rules;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>The vendor's words never move a code that is not declared generic.</summary>
internal static class MisleadingWordsCheck
{
    private static readonly string[] s_words =
    [
        "Token expired", "session not found", "Unauthorized: password", "try again in 30 seconds", "Service unavailable", "quota exceeded", "Too Many Requests", "rate limit",
        "insufficient balance", "already exists", "destination blocked by telephony config", "IP address not allowed", "internal server error", "Invalid MSISDN", "template", "timeout", "success", "",
    ];

    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) =>
        vendor.Codes.Where(IsDefinite).Select(row => new ConformanceCase(vendor, "words do not move a definite code", RowLabel.Of(row), () => FaultOf(vendor, row)));

    // A 403 is generic in one respect, whoever documents it.
    private static bool IsDefinite(CodeRow row) => row is { Outcome: VendorOutcome.Failure, Refinements.Count: 0 } and not { IsHttpStatus: true, Code: "403" };

    private static string? FaultOf(Vendor vendor, CodeRow row) =>
        s_words.Select(words => Texts.TryCompose(vendor, row, new ResponseOptions { Message = words })).FirstOrDefault(response => response?.Shape is not null && IsMoved(row, response)) is { } moved
            ? $"{Texts.Of(moved)} is read as {Texts.Of(moved.Classify())}, moved by its words; give the row Refinements where that is meant, and keep the message out of conditions."
            : null;

    private static bool IsMoved(CodeRow row, ComposedResponse response)
    {
        VendorResult result = response.Classify();
        return ResultEntry.Speaks(row, response) ? ResultEntry.Difference(row, result) is not null : result.Category != row.Category || result.Effect != row.EffectiveEffect;
    }
}
