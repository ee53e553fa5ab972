using VendorErrors.Testing.Linting;

namespace VendorErrors.Cli.Linting;

/// <summary>A finding, and the vendor or place it was found at.</summary>
internal sealed record VendorFinding(string Vendor, LintFinding Finding);
