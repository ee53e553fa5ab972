namespace VendorErrors.Testing.Linting;

/// <summary>How bad a finding is.</summary>
public enum LintSeverity
{
    /// <summary>A row, shape or rule that can never count, or that says what cannot be.</summary>
    Error = 0,

    /// <summary>Two statements that hardly go together; a person has to look.</summary>
    Warning = 1,
}
