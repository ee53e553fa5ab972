using VendorErrors.Definitions;

namespace VendorErrors.Testing.Linting;

/// <summary>Something that is wrong with a definition. Immutable.</summary>
/// <param name="Rule">The id of the rule that found it, such as <c>unreachable-row</c>; never changes.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Where">The row, shape or operation.</param>
/// <param name="Text">What is wrong, and what to do.</param>
public sealed record LintFinding(string Rule, LintSeverity Severity, string Where, string Text)
{
    /// <summary>The row it is about, where it is about one.</summary>
    internal CodeRow? Row { get; init; }

    /// <summary>All of it in one line.</summary>
    public override string ToString() => $"{(Severity == LintSeverity.Error ? "error" : "warning")} {Rule}: {Where}: {Text}";
}
