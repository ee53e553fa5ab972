using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VendorErrors.Http;

namespace VendorErrors.PostgreSql.Stores;

/// <summary>Finds all faults of the options at once, without asking the server.</summary>
internal sealed class PostgreSqlOptionsValidator(IServiceProvider provider) : IValidateOptions<VendorErrorsPostgreSqlOptions>
{
    private const int LongestSchema = 40;

    public ValidateOptionsResult Validate(string? name, VendorErrorsPostgreSqlOptions options)
    {
        var faults = new List<string>();
        if (options.Schema is not { Length: > 0 and <= LongestSchema } schema || !char.IsAsciiLetterLower(schema[0]) || !schema.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            faults.Add("Schema must be lowercase letters, digits and underscores, up to 40, beginning with a letter, such as 'vendor_errors'.");
        }

        if (options is { ShareCredentials: true, AllowUnprotectedSecrets: false } && provider.GetService<ISecretProtector>() is null)
        {
            faults.Add("Credentials would leave the process unprotected: register an ISecretProtector, set ShareCredentials to false, or allow it with AllowUnprotectedSecrets.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
