namespace VendorErrors.Packs;

/// <summary>What <c>is</c> says: a category, which is a failure, or an outcome that is none.</summary>
internal sealed record Meaning(VendorOutcome Outcome, ErrorCategory? Category)
{
    /// <summary>Reads it; null where it is unknown, which is noted.</summary>
    /// <param name="json">The pack.</param>
    /// <param name="mayBeFailure">Whether <c>failure</c> is said where the category is not known.</param>
    internal static Meaning? Read(ref PackCursor json, bool mayBeFailure = false)
    {
        if (json.Text("a category or an outcome") is not { } word)
        {
            return null;
        }

        if (PackWords.Category(word) is { } category)
        {
            return new Meaning(VendorOutcome.Failure, category);
        }

        if (PackWords.Find(PackWords.Outcomes, word) is { } outcome)
        {
            return new Meaning((VendorOutcome)outcome, Category: null);
        }

        if (mayBeFailure && string.Equals(word, "failure", StringComparison.Ordinal))
        {
            return new Meaning(VendorOutcome.Failure, Category: null);
        }

        string near = PackWords.NearestCategories(word);
        json.Fault($"'{PackText.Printable(word)}' is neither a category nor an outcome{(near.Length == 0 ? string.Empty : $"; near are {near}")}");
        return null;
    }
}
