namespace VendorErrors.Rules;

/// <summary>
/// A word in the message that refines a row. Only rows that carry such rules are generic; the text of all other rows never changes
/// their category. Immutable.
/// </summary>
/// <param name="contains">The ASCII text to look for, case aside.</param>
/// <param name="category">The category it refines to.</param>
public sealed class TextRule(string contains, ErrorCategory category)
{
    /// <summary>The ASCII text to look for, case aside.</summary>
    public string Contains { get; } = contains;

    /// <summary>The category it refines to.</summary>
    public ErrorCategory Category { get; } = category;
}
