using System.Globalization;
using System.Text;
using VendorErrors.FleetComparison.Measures;

namespace VendorErrors.FleetComparison.Page;

/// <summary>The table for a console.</summary>
internal static class FleetTable
{
    private const int LabelWidth = 50;
    private const int ValueWidth = 24;

    internal static string Of(IReadOnlyList<FleetReport> reports)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{reports[0].Jobs} jobs, seed {reports[0].Seed}");
        text.AppendLine(Line(string.Empty, reports.Select(report => report.Contestant)));
        text.AppendLine(Line(string.Empty, reports.Select(report => report.Store ?? "-")));
        foreach (FleetRow row in FleetRow.All)
        {
            text.AppendLine(Line(row.Label, reports.Select(row.Value)));
        }

        return text.ToString().TrimEnd();
    }

    private static string Line(string label, IEnumerable<string> values) => string.Concat(values.Select(value => value.PadLeft(ValueWidth)).Prepend(label.PadRight(LabelWidth)));
}
