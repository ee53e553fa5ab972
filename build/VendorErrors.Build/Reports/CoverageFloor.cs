using System.Globalization;

namespace VendorErrors.Build.Reports;

/// <summary>The least share of a library's lines that the tests have to run.</summary>
internal sealed record CoverageFloor(string Library, double Least)
{
    internal bool IsReachedBy(double? rate) => rate >= Least;

    internal string Describe(double? rate) => string.Create(CultureInfo.InvariantCulture, $"line coverage of {Library}: {(rate is { } value ? value.ToString("0.####", CultureInfo.InvariantCulture) : "none")}, floor {Least}");
}
