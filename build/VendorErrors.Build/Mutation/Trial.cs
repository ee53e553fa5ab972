using System.Globalization;

namespace VendorErrors.Build.Mutation;

/// <summary>A change that was tried.</summary>
internal sealed record Trial(Mutant Mutant, TrialOutcome Outcome)
{
    /// <summary>Reads a line that <see cref="ToLine"/> wrote.</summary>
    internal static Trial FromLine(string line)
    {
        string[] cells = line.Split('\t');
        var mutant = new Mutant(int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4], cells[5]);
        return new Trial(mutant, Enum.Parse<TrialOutcome>(cells[0]));
    }

    internal string ToLine() => FormattableString.Invariant($"{Outcome}\t{Mutant.Id}\t{Mutant.File}\t{Mutant.Line}\t{Mutant.Source}\t{Mutant.Replacement}");
}
