using VendorErrors.Retries;
using VendorErrors.Rules;

namespace VendorErrors.Testing.Conformance.Checks;

/// <summary>Each row says where it comes from, and asks for nothing that can never happen.</summary>
internal static class RowFormCheck
{
    internal static IEnumerable<ConformanceCase> Of(Vendor vendor) =>
        vendor.Codes.Select(row => new ConformanceCase(vendor, "row is well-formed", Texts.Of(row), () => FaultOf(row)));

    private static string? FaultOf(CodeRow row)
    {
        SourceDocument source = row.Source!;
        return string.IsNullOrWhiteSpace(source.Title) || string.IsNullOrWhiteSpace(source.Address) ? "its document has no title or no address; say where the row comes from."
            : source.Address.Contains("://", StringComparison.Ordinal) ? $"the address '{source.Address}' of its document has a scheme; leave that out."
            : row.Wait is { } wait && (wait == TimeSpan.Zero || wait > WaitBounds.Longest) ? $"its wait is {wait}; it has to be positive, and at most {WaitBounds.Longest.Days} days."
            : row.MaxRetries is not null && !IsRetried(row.Category) ? $"it allows {row.MaxRetries} retries, and {Category(row)} is never retried; take MaxRetries away."
            : null;
    }

    private static bool IsRetried(ErrorCategory? category) =>
        category is { } known && (known.ToRetryDisposition() != RetryDisposition.Never || known == ErrorCategory.QuotaExhausted);

    private static string Category(CodeRow row) => row.Category?.ToString() ?? row.Outcome.ToString();
}
