using VendorErrors.Http.Credentials;

namespace VendorErrors.Http.Retries;

/// <summary>What outlives a handler, which the factory replaces every few minutes, and a change of the options.</summary>
internal sealed class VendorClientState(VendorErrorOptions options, TimeProvider time)
{
    public RetryBudget Budget { get; } = new(options.RetryBudgetRatio, options.RetryBudgetReserve);

    public CredentialGate Credentials { get; } = new(time);
}
