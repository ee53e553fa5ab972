using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using VendorErrors.Definitions;
using VendorErrors.Http;
using VendorErrors.Http.Options;
using VendorErrors.Testing.Linting;

namespace VendorErrors.Cli.Linting;

/// <summary>One code of an overlay, from settings.</summary>
internal static class OverlayCode
{
    private const string FaultId = "overlay-fault";

    private static readonly string[] s_keys = [.. typeof(CodeOverlay).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal)];

    /// <summary>What is wrong with it, and where nothing is, the section of the catalog that it becomes.</summary>
    internal static IEnumerable<LintFinding> Read(IConfigurationSection code, Vendor vendor, out CodeSection? section)
    {
        section = null;
        try
        {
            CodeOverlay? overlay = code.Get<CodeOverlay>();
            var codes = new Dictionary<string, CodeOverlay>(StringComparer.Ordinal) { [code.Key] = overlay! };
            string[] faults = [.. UnknownKeys(code), .. CodeOverlays.FaultsOf(codes)];
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

    // The binder would refuse them too, but in words of its own, and then report nothing else.
    private static IEnumerable<string> UnknownKeys(IConfigurationSection code) =>
        from setting in code.GetChildren()
        where !s_keys.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)
        select $"{setting.Key} is not a setting of a code. Known: {string.Join(", ", s_keys)}.";

    // The finding already says where it is.
    private static LintFinding Fault(IConfigurationSection code, string text)
    {
        string place = $"{nameof(VendorErrorOptions.Codes)}:{code.Key}:";
        return new LintFinding(FaultId, LintSeverity.Error, code.Path, text.StartsWith(place, StringComparison.Ordinal) ? text[place.Length..] : text);
    }
}
