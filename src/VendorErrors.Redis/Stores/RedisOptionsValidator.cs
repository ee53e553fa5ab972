using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VendorErrors.Http;

namespace VendorErrors.Redis.Stores;

/// <summary>Finds all faults of the options at once, without asking the server.</summary>
internal sealed class RedisOptionsValidator(IServiceProvider provider) : IValidateOptions<VendorErrorsRedisOptions>
{
    public ValidateOptionsResult Validate(string? name, VendorErrorsRedisOptions options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.KeyPrefix) || options.KeyPrefix.IndexOfAny(['{', '}', ' ', '\r', '\n']) >= 0)
        {
            faults.Add("KeyPrefix is empty or has a brace or a space; set a word such as 'vendor-errors'.");
        }

        if (options is { ShareCredentials: true, AllowUnprotectedSecrets: false } && provider.GetService<ISecretProtector>() is null)
        {
            faults.Add("Credentials would leave the process unprotected: register an ISecretProtector, set ShareCredentials to false, or allow it with AllowUnprotectedSecrets.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
