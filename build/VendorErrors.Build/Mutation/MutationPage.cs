using VendorErrors.Build.Processes;

namespace VendorErrors.Build.Mutation;

/// <summary>The table of scores inside of a page.</summary>
internal static class MutationPage
{
    private const string Start = "<!-- printed: mutation -->\n";
    private const string End = "<!-- end -->";
    private const string Head = "| folder | changes | noticed | endless | survived | score | date |\n|---|---|---|---|---|---|---|\n";

    /// <summary>Puts the scores into the page. The rows of other folders stay, as long as the library has them and they are not inside of a folder that is new.</summary>
    internal static string Update(string page, IReadOnlyCollection<MutationScore> scores, Func<string, bool> exists)
    {
        int from = page.IndexOf(Start, StringComparison.Ordinal);
        int to = from < 0 ? -1 : page.IndexOf(End, from, StringComparison.Ordinal);
        if (to < 0)
        {
            throw new LegFailedException($"the page has no block between '{Start.Trim()}' and '{End}'");
        }

        from += Start.Length;
        IEnumerable<MutationScore> others = page[from..to].Split('\n').Select(MutationScore.FromRow).OfType<MutationScore>()
            .Where(score => exists(score.Folder) && scores.All(scored => !IsWithin(score.Folder, scored.Folder)));
        IEnumerable<string> rows = others.Concat(scores).OrderBy(score => score.Folder, StringComparer.Ordinal).Select(score => score.ToRow() + "\n");
        return string.Concat(page[..from], Head + string.Concat(rows), page[to..]);
    }

    private static bool IsWithin(string folder, string other) => folder == other || folder.StartsWith(other + "/", StringComparison.Ordinal);
}
