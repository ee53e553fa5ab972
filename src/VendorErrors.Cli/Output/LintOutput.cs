using System.Globalization;
using VendorErrors.Cli.Linting;

namespace VendorErrors.Cli.Output;

/// <summary>Findings of the lint, a line each for people, or as JSON.</summary>
internal static class LintOutput
{
    internal static void WriteText(LintResult result)
    {
        foreach (VendorFinding found in result.Findings)
        {
            Console.Out.WriteLine(Printable.Of($"{found.Vendor}: {found.Finding}"));
        }

        int count = result.Findings.Count;
        Console.Out.WriteLine(Printable.Of($"{(count == 0 ? "nothing" : count.ToString(CultureInfo.InvariantCulture))} found in {result.Read}"));
    }

    internal static void WriteJson(LintResult result) => JsonOutput.WriteToConsole(json =>
    {
        json.WriteStartArray();
        foreach (VendorFinding found in result.Findings)
        {
            json.WriteStartObject();
            json.WriteString("vendor"u8, found.Vendor);
            json.WriteString("rule"u8, found.Finding.Rule);
            json.WriteString("severity"u8, SnakeCase.Of(found.Finding.Severity));
            json.WriteString("where"u8, found.Finding.Where);
            json.WriteString("text"u8, found.Finding.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
