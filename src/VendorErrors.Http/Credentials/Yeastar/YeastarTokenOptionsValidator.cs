using Microsoft.Extensions.Options;
using VendorErrors.Http.Options;

namespace VendorErrors.Http.Credentials.Yeastar;

/// <summary>Finds all faults of the options at once. No message holds the id or the secret.</summary>
internal sealed class YeastarTokenOptionsValidator : IValidateOptions<YeastarTokenOptions>
{
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromSeconds(1);

    public ValidateOptionsResult Validate(string? name, YeastarTokenOptions options)
    {
        string[] faults = [.. FaultsOf(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>For refreshers without a container.</summary>
    internal static void ThrowIfInvalid(YeastarTokenOptions options)
    {
        string[] faults = [.. FaultsOf(options)];
        if (faults.Length > 0)
        {
            throw new OptionsValidationException(nameof(YeastarTokenOptions), typeof(YeastarTokenOptions), faults);
        }
    }

    private static IEnumerable<string> FaultsOf(YeastarTokenOptions options)
    {
        if (options.BaseAddress is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            yield return "BaseAddress is missing or no http or https address; set the address of the PBX, such as https://pbx.example.com:8088/.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return "ClientId is missing; it is on the PBX under Integrations > API.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return "ClientSecret is missing; it is on the PBX under Integrations > API.";
        }

        if (string.IsNullOrWhiteSpace(options.UserAgent))
        {
            yield return "UserAgent is empty; the PBX answers no request without one.";
        }

        if (options.SlotsFullPause < s_shortestPause || options.SlotsFullPause >= ConfiguredTime.Limit)
        {
            yield return $"SlotsFullPause is {options.SlotsFullPause}; it must be from a second to below a day. {ConfiguredTime.Hint}";
        }
    }
}
