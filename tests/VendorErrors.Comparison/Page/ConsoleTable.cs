using System.Globalization;
using System.Text;
using VendorErrors.Comparison.Contestants;
using VendorErrors.Comparison.Measures;

namespace VendorErrors.Comparison.Page;

/// <summary>The table for a console.</summary>
internal static class ConsoleTable
{
    private const int LabelWidth = 50;
    private const int ValueWidth = 32;

    internal static string Of(Arguments arguments, IReadOnlyList<Scores> scores)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{arguments.Calls} calls, seed {arguments.Seed}");
        text.AppendLine(Line(string.Empty, Contestant.All.Select(contestant => contestant.Name)));
        foreach (ScoreRow row in ScoreRow.All)
        {
            text.AppendLine(Line(row.Label, scores.Select(row.Value)));
        }

        return text.ToString().TrimEnd();
    }

    private static string Line(string label, IEnumerable<string> values) =>
        string.Concat(values.Select(value => value.PadLeft(ValueWidth)).Prepend(label.PadRight(LabelWidth)));
}
