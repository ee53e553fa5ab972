using System.Globalization;
using System.Xml.Linq;

namespace VendorErrors.Build.Reports;

/// <summary>Reads the line coverage of a library from Cobertura files.</summary>
internal static class CoberturaReport
{
    /// <summary>The best of several reports counts: each test project reports the libraries that it loads. Null where none has it.</summary>
    internal static double? BestLineRate(IEnumerable<string> files, string library) => files.Select(file => LineRate(XDocument.Load(file), library)).Max();

    internal static double? LineRate(XDocument report, string library) =>
        report.Descendants("package").Where(package => package.Attribute("name")?.Value == library).Max(package => Rate(package.Attribute("line-rate")));

    private static double? Rate(XAttribute? rate) => rate is null ? null : double.Parse(rate.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
}
