using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using VendorErrors.Http;
using VendorErrors.Http.Options;
using VendorErrors.Rules;
using VendorErrors.Testing.Linting;

namespace VendorErrors.Cli.Linting;

/// <summary>One code of an overlay, from settings.</summary>
internal static class OverlayCode
{
    private const string FaultId = "overlay-fault";
    private const string WaitId = "wait-without-unit";

    /// <summary>What is wrong with it, and where nothing is, the section of the catalog that it becomes.</summary>
    internal static IReadOnlyList<LintFinding> Read(IConfigurationSection code, Vendor vendor, out CodeSection? section)
    {
        LintFinding[] findings = [.. WaitInDays(code), .. Faults(code, vendor, out section)];
        section = findings.Length == 0 ? section : null;
        return findings;
    }

    private static IEnumerable<LintFinding> WaitInDays(IConfigurationSection code)
    {
        string? wait = code[nameof(CodeOverlay.Wait)];
        if (long.TryParse(wait, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long days))
        {
            yield return new LintFinding(WaitId, LintSeverity.Error, code.Path, $"its Wait is {wait}, which is read as {days} days; write hours, minutes and seconds, such as 00:00:30.");
        }
    }

    private static IEnumerable<LintFinding> Faults(IConfigurationSection code, Vendor vendor, out CodeSection? section)
    {
        section = null;
        try
        {
            CodeOverlay? overlay = code.Get<CodeOverlay>(options => options.ErrorOnUnknownConfiguration = true);
            var codes = new Dictionary<string, CodeOverlay>(StringComparer.Ordinal) { [code.Key] = overlay! };
            string[] faults = [.. CodeOverlays.FaultsOf(codes)];
            if (faults.Length == 0)
            {
                section = CodeOverlays.Apply(vendor, codes).Definition.Codes[0];
            }

            return faults.Select(fault => Fault(code, fault));
        }
        catch (OptionsValidationException e)
        {
            return e.Failures.Select(failure => Fault(code, failure));
        }
        catch (InvalidOperationException e)
        {
            return [Fault(code, e.Message)];
        }
    }

    // Where it is stands in the finding already.
    private static LintFinding Fault(IConfigurationSection code, string text)
    {
        string place = $"{nameof(VendorErrorOptions.Codes)}:{code.Key}:";
        return new LintFinding(FaultId, LintSeverity.Error, code.Path, text.StartsWith(place, StringComparison.Ordinal) ? text[place.Length..] : text);
    }
}
