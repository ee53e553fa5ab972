using VendorErrors.Testing.Linting;

namespace VendorErrors.Cli.Linting;

/// <summary>What was read, in words, and what was found.</summary>
internal sealed record LintResult(string Read, IReadOnlyList<VendorFinding> Findings)
{
    /// <summary>Whether packs were read.</summary>
    internal bool IsOfPacks { get; init; }

    /// <summary>The vendors of packs, whose repeatable operations are listed.</summary>
    internal IReadOnlyList<Vendor> Vendors { get; init; } = [];

    internal static LintResult Of(IReadOnlyCollection<Vendor> vendors) =>
        new(string.Join(", ", vendors.Select(vendor => vendor.Id)), [.. vendors.SelectMany(vendor => VendorLint.Check(vendor).Select(finding => new VendorFinding(vendor.Id, finding)))]);
}
