using System.Collections.Concurrent;

namespace VendorErrors.Http.Retries;

/// <summary>The states of all accounts of all vendors in one container: clients of the same account share one.</summary>
internal sealed class VendorStates
{
    private readonly ConcurrentDictionary<string, VendorClientState> _states = new(StringComparer.Ordinal);

    public VendorClientState Of(Vendor vendor, VendorErrorOptions options)
    {
        VendorClientState state = _states.GetOrAdd($"{vendor.Id}:{options.Account}", _ => new VendorClientState(options));
        state.Budget.Configure(options.RetryBudgetRatio, options.RetryBudgetReserve);
        return state;
    }
}
