using Microsoft.Extensions.Options;

namespace VendorErrors.Http.Clients;

/// <summary>Nothing but a place for the first reading of the packs at the start of a host, so that their faults are listed there.</summary>
internal sealed class VendorPacksCheck
{
    internal sealed class Validator(IServiceProvider provider) : IValidateOptions<VendorPacksCheck>
    {
        public ValidateOptionsResult Validate(string? name, VendorPacksCheck options)
        {
            try
            {
                _ = provider.GetService(typeof(VendorPacks));
                return ValidateOptionsResult.Success;
            }
            catch (OptionsValidationException e)
            {
                return ValidateOptionsResult.Fail(e.Failures);
            }
            catch (VendorPackException e)
            {
                return ValidateOptionsResult.Fail(e.Faults);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return ValidateOptionsResult.Fail($"The folder of the packs cannot be read: {e.Message}");
            }
        }
    }
}
