using VendorErrors.Http.Cooldowns;

namespace VendorErrors.Http.Accounts;

/// <summary>What clients of one account share, and what outlives a handler, which the factory replaces every few minutes, and a change of the options.</summary>
internal sealed class VendorClientState(VendorErrorOptions options, AccountCooldown cooldown)
{
    public RetryBudget Budget { get; } = new(options.RetryBudgetRatio, options.RetryBudgetReserve);

    public AccountCooldown Cooldown { get; } = cooldown;
}
