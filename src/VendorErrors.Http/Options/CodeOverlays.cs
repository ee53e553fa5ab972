using Microsoft.Extensions.Options;
using VendorErrors.Classification.Waits;
using VendorErrors.Definitions;

namespace VendorErrors.Http.Options;

/// <summary>Makes rows of a configuration's codes.</summary>
internal static class CodeOverlays
{
    internal static SourceDocument Source { get; } = new("configuration", "configuration");

    /// <summary>The vendor with the codes in front of its catalog.</summary>
    internal static Vendor Apply(Vendor vendor, IDictionary<string, CodeOverlay> codes)
    {
        Vendor overlaid = vendor;
        foreach (KeyValuePair<string, CodeOverlay> code in codes)
        {
            if (code.Value.Space is { } space && !vendor.Codes.Any(row => row.Section!.Space == space))
            {
                string spaces = string.Join(", ", vendor.Codes.Select(row => $"'{row.Section!.Space}'").Distinct(StringComparer.Ordinal));
                throw new OptionsValidationException(nameof(VendorErrorOptions), typeof(VendorErrorOptions), [$"Codes:{code.Key}:Space is '{space}', which {vendor.Id} does not have. Known: {spaces}."]);
            }

            CodeRow? known = vendor.Codes.FirstOrDefault(row => row.Code == code.Key && row.LastCode is null);
            overlaid = overlaid.WithCodes(new CodeSection(Source, Basis.Observed, [ToRow(code.Key, code.Value, known)])
            {
                Space = code.Value.Space ?? known?.Section?.Space ?? string.Empty,
                IsHttpStatus = known?.IsHttpStatus ?? false,
            });
        }

        return overlaid;
    }

    /// <summary>What is wrong with the codes, a line each.</summary>
    internal static IEnumerable<string> FaultsOf(IDictionary<string, CodeOverlay> codes)
    {
        foreach (KeyValuePair<string, CodeOverlay> code in codes)
        {
            if (code.Value is null)
            {
                yield return $"Codes:{code.Key} is empty; give it a Category.";
                continue;
            }

            if (!TryParse(code.Value.Category, out ErrorCategory _))
            {
                yield return $"Codes:{code.Key}:Category is '{code.Value.Category}', which is not a category. Known: {string.Join(", ", NamesOf<ErrorCategory>())}.";
            }

            if (code.Value.Effect is { } effect && (!TryParse(effect, out Effect parsed) || parsed == Effect.Applied))
            {
                yield return $"Codes:{code.Key}:Effect is '{effect}', which is not None, Unknown or Partial.";
            }

            if (code.Value.Wait is { } wait && (wait < WaitBounds.Shortest || wait >= ConfiguredTime.Limit))
            {
                yield return $"Codes:{code.Key}:Wait is {wait}; it must be from a millisecond to less than a day. {ConfiguredTime.Hint}";
            }

            if (code.Value.MaxRetryAttempts < 1)
            {
                yield return $"Codes:{code.Key}:MaxRetryAttempts is {code.Value.MaxRetryAttempts}, which is below 1.";
            }
        }
    }

    private static CodeRow ToRow(string code, CodeOverlay overlay, CodeRow? known) =>
        new(code, overlay.Name ?? known?.Name ?? "from configuration", TryParse(overlay.Category, out ErrorCategory category) ? category : ErrorCategory.Unrecognized)
        {
            Effect = TryParse(overlay.Effect, out Effect effect) ? effect : null,
            Wait = overlay.Wait,
            MaxRetryAttempts = overlay.MaxRetryAttempts,
            Note = "From configuration.",
        };

    // A number would parse as any enum; only names count, as C# or as the shell and the metrics write them.
    private static bool TryParse<T>(string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        string? name = text?.Replace("_", string.Empty);
        return NamesOf<T>().Contains(name, StringComparer.OrdinalIgnoreCase) && Enum.TryParse(name, ignoreCase: true, out value);
    }

    private static string[] NamesOf<T>()
        where T : struct, Enum =>
#if NET
        Enum.GetNames<T>();
#else
        Enum.GetNames(typeof(T));
#endif
}
