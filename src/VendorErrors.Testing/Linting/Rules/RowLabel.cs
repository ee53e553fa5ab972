using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting.Rules;

/// <summary>How a row is called in findings and faults.</summary>
internal static class RowLabel
{
    internal static string Of(CodeRow row) =>
        $"row {row}{(row.Operation is null ? null : $" at {row.Operation}")}{(row.OnHttpStatus is null ? null : $" on HTTP {row.OnHttpStatus}")}{(row.When is null ? null : $" when {row.When}")}";
}
