using Microsoft.Extensions.Options;

namespace VendorErrors.Http.Ledger;

/// <summary>Nothing but a place for the start of the gauges, together with a host.</summary>
internal sealed class LedgerGaugesStart
{
    internal sealed class Validator(IServiceProvider provider) : IValidateOptions<LedgerGaugesStart>
    {
        public ValidateOptionsResult Validate(string? name, LedgerGaugesStart options)
        {
            try
            {
                _ = provider.GetService(typeof(LedgerGauges));
            }
            catch (OptionsValidationException)
            {
                // The options themselves say it, once.
            }

            return ValidateOptionsResult.Success;
        }
    }
}
