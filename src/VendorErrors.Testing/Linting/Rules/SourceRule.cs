using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>Each row says where it comes from.</summary>
internal static class SourceRule
{
    internal const string Id = "row-without-source";

    internal static IEnumerable<LintFinding> Of(CodeRow row)
    {
        SourceDocument source = row.Source!;
        string? fault = string.IsNullOrWhiteSpace(source.Title) || string.IsNullOrWhiteSpace(source.Address) ? "its document has no title or no address; say where the row comes from."
            : source.Address.Contains("://", StringComparison.Ordinal) ? $"the address '{source.Address}' of its document has a scheme; omit it."
            : null;
        return fault is null ? [] : [new LintFinding(Id, LintSeverity.Error, RowLabel.Of(row), fault) { Row = row }];
    }
}
