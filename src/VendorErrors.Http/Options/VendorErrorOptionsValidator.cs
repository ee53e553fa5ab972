using Microsoft.Extensions.Options;
using VendorErrors.Classification.Waits;

namespace VendorErrors.Http.Options;

/// <summary>Finds all faults of the options at once.</summary>
internal sealed class VendorErrorOptionsValidator : IValidateOptions<VendorErrorOptions>
{
    private const int LeastLimit = 1024;
    private const int GreatestLimit = 16 * 1024 * 1024;
    private const int GreatestRetries = 100;

    public ValidateOptionsResult Validate(string? name, VendorErrorOptions options)
    {
        string[] faults = [.. FaultsOf(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>For clients without a container.</summary>
    internal static void ThrowIfInvalid(VendorErrorOptions options)
    {
        string[] faults = [.. FaultsOf(options)];
        if (faults.Length > 0)
        {
            throw new OptionsValidationException(nameof(VendorErrorOptions), typeof(VendorErrorOptions), faults);
        }
    }

    private static IEnumerable<string> FaultsOf(VendorErrorOptions options)
    {
        (bool IsFault, string Text)[] checks =
        [
            (options.Mode is not (HandlerMode.Active or HandlerMode.Observe), $"Mode is {options.Mode}; it must be Active or Observe."),
            (options.MaxRetryAttempts is < 0 or > GreatestRetries, $"MaxRetryAttempts is {options.MaxRetryAttempts}; it must be from 0 to {GreatestRetries}."),
            (options.MaxWait < TimeSpan.Zero, $"MaxWait is {options.MaxWait}; it must not be negative."),
            (options.MaxWait >= ConfiguredTime.Limit, TooLong(nameof(options.MaxWait), options.MaxWait)),
            (options.BaseDelay <= TimeSpan.Zero, $"BaseDelay is {options.BaseDelay}; it must be positive."),
            (options.MaxDelay < options.BaseDelay, $"MaxDelay is {options.MaxDelay}; it must not be below BaseDelay, which is {options.BaseDelay}."),
            (options.MaxDelay >= ConfiguredTime.Limit, TooLong(nameof(options.MaxDelay), options.MaxDelay)),
            (options.MaxWait >= TimeSpan.Zero && options.MaxWait < options.BaseDelay, $"MaxWait is {options.MaxWait}; below BaseDelay, which is {options.BaseDelay}, every retry would be refused."),
            (options.TotalTimeout <= TimeSpan.Zero, $"TotalTimeout is {options.TotalTimeout}; it must be positive, or null for none."),
            (options.TotalTimeout >= ConfiguredTime.Limit, TooLong(nameof(options.TotalTimeout), options.TotalTimeout)),
            (options.AttemptTimeout <= TimeSpan.Zero, $"AttemptTimeout is {options.AttemptTimeout}; it must be positive, or null for none."),
            (options.AttemptTimeout >= ConfiguredTime.Limit, TooLong(nameof(options.AttemptTimeout), options.AttemptTimeout)),
            (options.PeekLimit is < LeastLimit or > GreatestLimit, $"PeekLimit is {options.PeekLimit}; it must be from {LeastLimit} to {GreatestLimit} bytes."),
            (options.ErrorBodyLimit is < LeastLimit or > GreatestLimit, $"ErrorBodyLimit is {options.ErrorBodyLimit}; it must be from {LeastLimit} to {GreatestLimit} bytes."),
            (options.ReplayLimit is < 0 or > GreatestLimit, $"ReplayLimit is {options.ReplayLimit}; it must be from 0 to {GreatestLimit} bytes."),
            (options.RetryBudgetRatio is not (>= 0 and <= 1), $"RetryBudgetRatio is {options.RetryBudgetRatio}; it must be from 0 to 1."),
            (options.RetryBudgetReserve < 1, $"RetryBudgetReserve is {options.RetryBudgetReserve}; it must be 1 or more."),
            (options.RefreshTimeout <= TimeSpan.Zero, $"RefreshTimeout is {options.RefreshTimeout}; it must be positive."),
            (options.RefreshTimeout >= ConfiguredTime.Limit, TooLong(nameof(options.RefreshTimeout), options.RefreshTimeout)),
            (options.Cooldown is not (CooldownMode.Wait or CooldownMode.FailFast or CooldownMode.Off), $"Cooldown is {options.Cooldown}; it must be Wait, FailFast or Off."),
            (options.MaxCooldown <= TimeSpan.Zero || options.MaxCooldown > WaitBounds.Longest, $"MaxCooldown is {options.MaxCooldown}; it must be positive and at most {WaitBounds.Longest}; Cooldown Off is for none."),
            (options.Account is null, "Account is null; use an empty text for one account."),
            (options is { Authorize: not null, AuthorizeAsync: not null }, "Authorize and AuthorizeAsync are both set; set one of them."),
        ];
        return checks.Where(check => check.IsFault).Select(check => check.Text).Concat(CodeOverlays.FaultsOf(options.Codes));
    }

    private static string TooLong(string name, TimeSpan? value) =>
        $"{name} is {value}; it must be below {ConfiguredTime.Limit}. {ConfiguredTime.Hint}";
}
