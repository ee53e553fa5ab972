using VendorErrors.Testing.Linting;

namespace VendorErrors.Testing.Tests.Docs;

/// <summary>The C# of docs/lint.md.</summary>
public class LintSnippets
{
    [Fact]
    public void Check_AsPrinted_FindsNothing()
    {
        LintFinding[] findings = [.. Vendor.All.SelectMany(VendorLint.Check)];

        Assert.Empty(findings);
    }
}
