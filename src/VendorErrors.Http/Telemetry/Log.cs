using Microsoft.Extensions.Logging;
using VendorErrors.Retries;

namespace VendorErrors.Http.Telemetry;

/// <summary>All log messages, numbered. None of them takes the vendor's words or an unredacted address.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Vendor} {Code} is {Category}, effect {Effect}; retry {Retry} after {Wait} ({Method} {Path})")]
    internal static partial void Retrying(ILogger logger, string vendor, string? code, ErrorCategory category, Effect effect, int retry, TimeSpan wait, string? method, string path);

    [LoggerMessage(2, LogLevel.Warning, "{Vendor} {Code} is {Category}, effect {Effect}; not sent again: {Reason} ({Method} {Path})")]
    internal static partial void Stopped(ILogger logger, string vendor, string? code, ErrorCategory category, Effect effect, StopReason reason, string? method, string path);

    [LoggerMessage(3, LogLevel.Information, "{Vendor}: the credential was refreshed")]
    internal static partial void Refreshed(ILogger logger, string vendor);

    [LoggerMessage(4, LogLevel.Warning, "{Vendor}: the credential could not be refreshed ({Exception})")]
    internal static partial void RefreshFailed(ILogger logger, string vendor, string exception);

    [LoggerMessage(5, LogLevel.Information, "{Vendor}: the account {Account} cools down for {Wait}")]
    internal static partial void CoolingDown(ILogger logger, string vendor, string account, TimeSpan wait);

    [LoggerMessage(6, LogLevel.Warning, "The cooldown backplane failed ({Exception}); this process goes on with the cooldowns it knows")]
    internal static partial void CooldownBackplaneFailed(ILogger logger, string exception);

    [LoggerMessage(7, LogLevel.Information, "{Vendor} {Code}: the credential was refreshed; sending again ({Method} {Path})")]
    internal static partial void RetryingAfterRefresh(ILogger logger, string vendor, string? code, string? method, string path);

    [LoggerMessage(8, LogLevel.Warning, "The client '{Client}' has {Handler} beside AddVendorErrors; whether it sends requests again is not known. If it does, the attempts multiply")]
    internal static partial void UnknownPipeline(ILogger logger, string client, string handler);

    [LoggerMessage(9, LogLevel.Error, "The client '{Client}': the changed options{Section} have faults, and the former ones stay: {Faults}")]
    internal static partial void ReloadFailed(ILogger logger, string client, string section, string faults);
}
