using Microsoft.Extensions.Options;

namespace VendorErrors.Http.Ledger;

/// <summary>Nothing but a place for the start of the gauges, together with a host.</summary>
internal sealed class LedgerGaugesStart
{
    internal sealed class Validator(IServiceProvider provider) : IValidateOptions<LedgerGaugesStart>
    {
        public ValidateOptionsResult Validate(string? name, LedgerGaugesStart options)
        {
            _ = provider.GetService(typeof(LedgerGauges));
            return ValidateOptionsResult.Success;
        }
    }
}
