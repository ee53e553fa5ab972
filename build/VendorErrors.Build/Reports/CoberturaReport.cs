using System.Xml.Linq;

namespace VendorErrors.Build.Reports;

/// <summary>Reads the line coverage of a library from Cobertura files.</summary>
internal static class CoberturaReport
{
    /// <summary>The share of the library's lines that ran in any of several reports: each test project reports the libraries that it loads. Null where none has it.</summary>
    internal static double? LineRate(IEnumerable<XDocument> reports, string library)
    {
        // By type and file name, because the reports give paths that begin in different folders.
        var ran = new Dictionary<(string Type, string File, string Line), bool>();
        foreach (XElement type in reports.SelectMany(report => report.Descendants("package")).Where(package => package.Attribute("name")?.Value == library).Descendants("class"))
        {
            foreach (XElement line in type.Elements("lines").Elements("line"))
            {
                (string, string, string) place = (type.Attribute("name")!.Value, Path.GetFileName(type.Attribute("filename")!.Value), line.Attribute("number")!.Value);
                ran[place] = (ran.TryGetValue(place, out bool before) && before) || line.Attribute("hits")!.Value != "0";
            }
        }

        return ran.Count == 0 ? null : (double)ran.Values.Count(hasRun => hasRun) / ran.Count;
    }
}
