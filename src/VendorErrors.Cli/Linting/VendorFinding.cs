using VendorErrors.Testing.Linting;

namespace VendorErrors.Cli.Linting;

/// <summary>A finding, and the vendor or place it was found at.</summary>
internal sealed record VendorFinding(string Vendor, LintFinding Finding)
{
    /// <summary>Whether its text begins with the file and the line, as compilers write it.</summary>
    internal bool HasPlace { get; init; }

    /// <summary>All of it in one line.</summary>
    public override string ToString() => HasPlace ? Finding.Text : $"{Vendor}: {Finding}";
}
