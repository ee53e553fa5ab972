using System.Globalization;

namespace VendorErrors.Build.Mutation;

/// <summary>The result of a folder: a row of the table in docs/quality.md.</summary>
internal sealed record MutationScore(string Folder, int Noticed, int Endless, int Survived, DateOnly Date)
{
    internal int Changes => Noticed + Endless + Survived;

    internal double Percent => Changes == 0 ? 0 : 100.0 * (Changes - Survived) / Changes;

    /// <summary>What decides about a call has the higher floor.</summary>
    internal double Floor => IsOfVerdicts(Folder) ? 95 : 90;

    internal bool IsLow => Percent < Floor;

    internal static bool IsOfVerdicts(string folder) => folder.Split('/')[0] is "Classification" or "Retries";

    internal static MutationScore Of(string folder, IReadOnlyCollection<Trial> trials, DateOnly date) =>
        new(folder, Count(trials, TrialOutcome.Noticed), Count(trials, TrialOutcome.Endless), Count(trials, TrialOutcome.Survived), date);

    /// <summary>Reads a row that <see cref="ToRow"/> wrote; null for any other line.</summary>
    internal static MutationScore? FromRow(string row)
    {
        string[] cells = [.. row.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
        return cells.Length == 7
            && int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out int noticed)
            && int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out int endless)
            && int.TryParse(cells[4], NumberStyles.None, CultureInfo.InvariantCulture, out int survived)
            && DateOnly.TryParseExact(cells[6], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? new MutationScore(cells[0], noticed, endless, survived, date)
            : null;
    }

    internal string ToRow() => string.Create(CultureInfo.InvariantCulture, $"| {Folder} | {Changes} | {Noticed} | {Endless} | {Survived} | {Percent:F1} % | {Date:yyyy-MM-dd} |");

    private static int Count(IEnumerable<Trial> trials, TrialOutcome outcome) => trials.Count(trial => trial.Outcome == outcome);
}
