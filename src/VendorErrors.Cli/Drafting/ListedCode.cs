namespace VendorErrors.Cli.Drafting;

/// <summary>A code as a vendor's list has it. None of its texts holds what would move a terminal's cursor.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">A short name for its row.</param>
/// <param name="Texts">The list's own words for it, as far as they are kept.</param>
/// <param name="Statuses">The HTTP statuses that the list gives it, ascending.</param>
internal sealed record ListedCode(string Code, string Name, IReadOnlyList<string> Texts, IReadOnlyList<int> Statuses)
{
    /// <summary>Whether the name is what the list says, and not a part of it or the words of an identifier.</summary>
    internal bool HasOwnName => Texts.Contains(Name, StringComparer.Ordinal);
}
