using VendorErrors.Definitions;

namespace VendorErrors.Tests.Cli;

/// <summary>Vendors with faults, which <c>vendor-errors lint --assembly</c> finds in the assembly of these tests.</summary>
public static class LintedVendors
{
    private static readonly SourceDocument s_source = new("Error codes", "docs.acme.example/errors");

    public static Vendor Unreachable { get; } = new("acme-unreachable", "Acme", Define([new("1", "A", ErrorCategory.NotFound), new("01", "B", ErrorCategory.Gone)]));

    public static Vendor Refused => new("acme-refused", "Acme", Define([new("1", "A", ErrorCategory.NotFound), new("1", "B", ErrorCategory.Gone)]));

    public static Vendor? Missing => null;

    private static VendorDefinition Define(IReadOnlyList<CodeRow> rows) => new()
    {
        Envelopes = [new Envelope("result", Condition.Has("result")) { Code = ["result"] }],
        Codes = [new CodeSection(s_source, Basis.Documented, rows)],
    };
}
