namespace VendorErrors.Build.Mutation;

/// <summary>
/// The table of survivors that nobody could see, each with its reason: file, line of code, replacement, reason. Its first line is the head.
/// </summary>
internal sealed class SurvivorReasons(IEnumerable<string> table)
{
    private readonly HashSet<(string File, string Source, string Replacement)> _known =
        [.. table.Skip(1).Select(line => line.Split('\t')).Where(cells => cells is [_, _, _, { Length: > 0 }, ..]).Select(cells => (cells[0], cells[1], cells[2]))];

    internal bool Explain(Mutant mutant) => _known.Contains((mutant.File, mutant.Source, mutant.Replacement));

    /// <summary>The survivors without a reason, as lines of the table that lack it.</summary>
    internal IEnumerable<string> Unexplained(IEnumerable<Trial> trials) =>
        trials.Where(trial => trial.Outcome == TrialOutcome.Survived).Select(trial => trial.Mutant)
            .Where(mutant => !Explain(mutant))
            .Select(mutant => $"{mutant.File}\t{mutant.Source}\t{mutant.Replacement}").Distinct(StringComparer.Ordinal);
}
