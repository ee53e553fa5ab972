using VendorErrors.Definitions;
using VendorErrors.Testing.Linting.Rules;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>What is written to logs holds nothing of the vendor's words, which may hold phone numbers; nor does the code, which a log redacts only.</summary>
internal static class SecrecyCheck
{
    private const string Secret = "+15551234567";

    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) =>
        vendor.Codes.Select(row => new ConformanceCase(vendor, "vendor's words stay out of ToString", RowLabel.Of(row), () => FaultOf(vendor, row)));

    private static string? FaultOf(Vendor vendor, CodeRow row)
    {
        var options = new ResponseOptions { Message = Secret, Fields = [new FieldError("to", "E1", Secret, Secret)], Items = [new VendorItem { Message = Secret }] };
        if (Texts.TryCompose(vendor, row, options) is not { } response)
        {
            return null;
        }

        VendorResult result = response.Classify();
        string[] logged = [result.Code ?? string.Empty, result.ToString(), result.Answer!.ToString(), result.Answer.Advice?.Text ?? string.Empty];
        return Array.Find(logged, text => text.Contains(Secret, StringComparison.Ordinal)) is { } leak
            ? $"a message is in the code or the log text '{leak}'; no path of a code may lead to the vendor's words."
            : null;
    }
}
