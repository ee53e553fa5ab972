using VendorErrors.Definitions;

namespace VendorErrors.Testing.Tests.Linting;

/// <summary>A definition that breaks a rule, words of the finding, and the nearest definition that does not break any.</summary>
internal sealed record LintCase(string Rule, string Words, VendorDefinition Broken, VendorDefinition Sound)
{
    public override string ToString() => $"{Rule}: {Words}";
}
