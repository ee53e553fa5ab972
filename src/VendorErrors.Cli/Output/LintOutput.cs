using System.Globalization;
using System.Text.Json;
using VendorErrors.Cli.Linting;
using VendorErrors.Testing.Linting;

namespace VendorErrors.Cli.Output;

/// <summary>Findings of the lint, a line each for people, or as JSON.</summary>
internal static class LintOutput
{
    internal static void WriteText(LintResult result)
    {
        foreach (VendorFinding found in result.Findings)
        {
            Console.Out.WriteLine(Printable.Of(found.ToString()));
        }

        foreach (Vendor vendor in result.Vendors)
        {
            WriteRepetitions(vendor);
        }

        int count = result.Findings.Count;
        Console.Out.WriteLine(Printable.Of($"{(count == 0 ? "nothing" : count.ToString(CultureInfo.InvariantCulture))} found in {result.Read}"));
    }

    /// <summary>Writes the findings as a list; of packs as an object, which has in a second list what they make repeatable.</summary>
    internal static void WriteJson(LintResult result) => JsonOutput.WriteToConsole(json =>
    {
        if (!result.IsOfPacks)
        {
            WriteFindings(json, result);
            return;
        }

        json.WriteStartObject();
        json.WritePropertyName("findings"u8);
        WriteFindings(json, result);
        json.WritePropertyName("repeatable"u8);
        json.WriteStartArray();
        foreach (Vendor vendor in result.Vendors)
        {
            foreach (Repetition repetition in Repetitions.Of(vendor.Definition))
            {
                Write(json, vendor, repetition);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    // What somebody who takes a pack from elsewhere reads first: because of what a write is sent twice.
    private static void WriteRepetitions(Vendor vendor)
    {
        IReadOnlyList<Repetition> repetitions = Repetitions.Of(vendor.Definition);
        Console.Out.WriteLine(repetitions.Count == 0
            ? $"{vendor.Id}: it makes no failed write repeatable"
            : string.Create(CultureInfo.InvariantCulture, $"{vendor.Id}: what it makes repeatable after a failure ({repetitions.Count}, * against the default)"));
        foreach (Repetition repetition in repetitions)
        {
            Console.Out.WriteLine(Printable.Of($"  {(repetition.IsWeakened ? '*' : ' ')} {repetition}"));
        }
    }

    private static void Write(Utf8JsonWriter json, Vendor vendor, Repetition repetition)
    {
        json.WriteStartObject();
        json.WriteString("vendor"u8, vendor.Id);
        json.WriteString("kind"u8, repetition.Kind);
        json.WriteString("where"u8, repetition.Where);
        json.WriteString("why"u8, repetition.Why);
        json.WriteBoolean("against_default"u8, repetition.IsWeakened);
        json.WriteString("source"u8, repetition.Source);
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, LintResult result)
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
    }
}
