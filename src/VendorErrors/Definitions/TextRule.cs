namespace VendorErrors.Definitions;

/// <summary>
/// A phrase in the message that refines a row. Only rows that carry such rules are generic; the text of all other rows never changes
/// their category. A phrase counts as whole words: "quota exceeded" is not in "edit quota exceededness". Choose one that can mean nothing
/// else, for a single word misleads: "not allowed to edit quotas" is no used-up quota. Immutable.
/// </summary>
/// <param name="contains">The ASCII phrase to look for, case-insensitive.</param>
/// <param name="category">The category it refines to.</param>
public sealed class TextRule(string contains, ErrorCategory category)
{
    /// <summary>The ASCII phrase to look for, case-insensitive.</summary>
    public string Contains { get; } = contains;

    /// <summary>The category it refines to.</summary>
    public ErrorCategory Category { get; } = category;

    /// <summary>Whether the message has to begin with the phrase.</summary>
    /// <value>Default: it may be anywhere.</value>
    public bool AtStart { get; init; }

    /// <summary>Whether a message holds the phrase as whole words.</summary>
    internal bool Holds(string message)
    {
        for (int at = IndexIn(message, 0); at >= 0; at = IndexIn(message, at + 1))
        {
            int end = at + Contains.Length;
            if ((at == 0 || !Joins(message[at - 1], message[at])) && (end >= message.Length || end == 0 || !Joins(message[end - 1], message[end])))
            {
                return true;
            }
        }

        return false;
    }

    private int IndexIn(string message, int from) =>
        !AtStart ? (from > message.Length ? -1 : message.IndexOf(Contains, from, StringComparison.OrdinalIgnoreCase))
        : from == 0 && message.StartsWith(Contains, StringComparison.OrdinalIgnoreCase) ? 0
        : -1;

    // Letters and digits go on a word; a phrase that ends with a sign ends there.
    private static bool Joins(char left, char right) => char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right);
}
