using Microsoft.Extensions.Logging;
using VendorErrors.Redaction;
using VendorErrors.Retries;

namespace VendorErrors.Http.Telemetry;

/// <summary>
/// All log messages, numbered. None of them holds the vendor's words or an address as it is: what is given is redacted here, and only where
/// somebody listens. Values of our enums are written in snake_case.
/// </summary>
internal static partial class Log
{
    internal static void Retrying(ILogger logger, VendorError error, int retry, TimeSpan wait, string? method, Uri? address)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            Retrying(logger, error.Vendor.Id, Redactor.Code(error), SnakeCase.Of(error.Category), SnakeCase.Of(error.Effect), retry, wait, method, Redactor.Path(address, error.Vendor));
        }
    }

    internal static void Stopped(ILogger logger, VendorError error, StopReason reason, string? method, Uri? address)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            Stopped(logger, error.Vendor.Id, Redactor.Code(error), SnakeCase.Of(error.Category), SnakeCase.Of(error.Effect), SnakeCase.Of(reason), method, Redactor.Path(address, error.Vendor));
        }
    }

    /// <summary>What would have been done, where nothing is done.</summary>
    internal static void Observed(ILogger logger, VendorError error, in RetryDecision decision, string? method, Uri? address)
    {
        if (!logger.IsEnabled(decision.Action == RetryAction.Stop ? LogLevel.Warning : LogLevel.Information))
        {
            return;
        }

        (string vendor, string code, string category, string effect, string path) =
            (error.Vendor.Id, Redactor.Code(error), SnakeCase.Of(error.Category), SnakeCase.Of(error.Effect), Redactor.Path(address, error.Vendor));
        switch (decision.Action)
        {
            case RetryAction.Retry:
                ObservedRetry(logger, vendor, code, category, effect, decision.Wait ?? TimeSpan.Zero, method, path);
                break;
            case RetryAction.RefreshThenRetry:
                ObservedRefresh(logger, vendor, code, category, effect, method, path);
                break;
            default:
                ObservedStop(logger, vendor, code, category, effect, SnakeCase.Of(decision.StopReason), method, path);
                break;
        }
    }

    /// <summary>An event that was read: aloud where it is not known what it means, so that the catalog can be completed.</summary>
    internal static void EventRead(ILogger logger, VendorEvent read)
    {
        if (read is { State: EventState.Unknown, Confidence: not Confidence.Exact })
        {
            if (logger.IsEnabled(LogLevel.Warning))
            {
                UnknownEvent(logger, read.Vendor.Id, SnakeCase.Of(read.Kind), OneLine.Of(WhyUnknown(read)));
            }
        }
        else if (logger.IsEnabled(LogLevel.Debug))
        {
            KnownEvent(logger, read.Vendor.Id, SnakeCase.Of(read.Kind), SnakeCase.Of(read.State), read.Category is { } category ? SnakeCase.Of(category) : "none", SnakeCase.Of(read.NextAttempt));
        }
    }

    // The rules of the evidence are in our words; what was seen is not among them.
    private static string WhyUnknown(VendorEvent read) =>
        read.Evidence.LastOrDefault(evidence => evidence.Source is EvidenceSource.Family or EvidenceSource.SubField).Rule
        ?? (read.Evidence.Count > 0 ? read.Evidence[0].Rule : "nothing says its state");

    [LoggerMessage(33, LogLevel.Warning, "{Vendor}: an event of the kind {Kind} has an unknown state: {Why}", EventName = nameof(UnknownEvent))]
    private static partial void UnknownEvent(ILogger logger, string vendor, string kind, string why);

    [LoggerMessage(34, LogLevel.Debug, "{Vendor}: {Kind} is {State}, error {Category}, another attempt {NextAttempt}", EventName = nameof(KnownEvent))]
    private static partial void KnownEvent(ILogger logger, string vendor, string kind, string state, string category, string nextAttempt);

    [LoggerMessage(3, LogLevel.Information, "{Vendor}: the credential was refreshed")]
    internal static partial void Refreshed(ILogger logger, string vendor);

    [LoggerMessage(4, LogLevel.Warning, "{Vendor}: the credential could not be refreshed ({Exception})")]
    internal static partial void RefreshFailed(ILogger logger, string vendor, string exception);

    internal static void CoolingDown(ILogger logger, string vendor, string account, TimeSpan wait)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            CoolingDownAccount(logger, vendor, OneLine.Of(account), wait);
        }
    }

    [LoggerMessage(6, LogLevel.Warning, "The cooldown backplane failed ({Exception}); this process continues with the cooldowns it knows")]
    internal static partial void CooldownBackplaneFailed(ILogger logger, string exception);

    internal static void LedgerUnavailable(ILogger logger, string exception, bool isSent)
    {
        if (isSent)
        {
            LedgerBypassed(logger, exception);
        }
        else
        {
            LedgerUnreachable(logger, exception);
        }
    }

    [LoggerMessage(20, LogLevel.Error, "The call ledger cannot be used ({Exception}); calls with an id are not sent until it can", EventName = nameof(LedgerUnavailable))]
    private static partial void LedgerUnreachable(ILogger logger, string exception);

    [LoggerMessage(21, LogLevel.Error, "The call ledger cannot be used ({Exception}); calls are sent without it, because SendWithoutLedger says so", EventName = nameof(LedgerBypassed))]
    private static partial void LedgerBypassed(ILogger logger, string exception);

    [LoggerMessage(29, LogLevel.Information, "The call ledger can be used again")]
    internal static partial void LedgerAvailable(ILogger logger);

    [LoggerMessage(22, LogLevel.Error, "{Vendor}: what became of the call {Call} could not be written to the ledger ({Exception}); after its lease its effect counts as unknown")]
    internal static partial void LedgerCompletionFailed(ILogger logger, string exception, string vendor, string call);

    [LoggerMessage(23, LogLevel.Critical, "{Vendor}: the call {Call} happened after a look-up or a person had said that it did not, and another delivery claimed it; it may have been made twice")]
    internal static partial void LedgerClaimLost(ILogger logger, string vendor, string call);

    [LoggerMessage(24, LogLevel.Information, "{Vendor}: asked whether the call {Call} happened; it did: {Happened}")]
    internal static partial void Probed(ILogger logger, string vendor, string call, bool? happened);

    [LoggerMessage(25, LogLevel.Warning, "{Vendor}: the probe failed ({Exception}); whether the call happened is still unknown")]
    internal static partial void ProbeFailed(ILogger logger, string vendor, string exception);

    [LoggerMessage(26, LogLevel.Warning, "An answer in the call ledger could not be protected or read ({Exception}); deliveries get the verdict without it")]
    internal static partial void LedgerAnswerUnreadable(ILogger logger, string exception);

    [LoggerMessage(27, LogLevel.Warning, "The call ledger could not be counted for the metrics ({Exception}); its gauges are silent until it can be")]
    internal static partial void LedgerNotCounted(ILogger logger, string exception);

    [LoggerMessage(28, LogLevel.Warning, "{Vendor}: a request was sent without asking the call ledger, because {Reason}; if its message is delivered again, it is sent again")]
    internal static partial void LedgerNotAsked(ILogger logger, string vendor, string reason);

    internal static void RetryingAfterRefresh(ILogger logger, VendorError error, string? method, Uri? address)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            RetryingAfterRefresh(logger, error.Vendor.Id, Redactor.Code(error), method, Redactor.Path(address, error.Vendor));
        }
    }

    [LoggerMessage(8, LogLevel.Warning, "The client '{Client}' has {Handler} in addition to AddVendorErrors; whether it retries is unknown. If it does, the attempts multiply")]
    internal static partial void UnknownPipeline(ILogger logger, string client, string handler);

    [LoggerMessage(9, LogLevel.Error, "The client '{Client}': the changed options or pack{Section} are invalid, and the previous ones are kept: {Faults}")]
    internal static partial void ReloadFailed(ILogger logger, string client, string section, string faults);

    [LoggerMessage(30, LogLevel.Information, "The packs in {Folder} were read again")]
    internal static partial void PacksReloaded(ILogger logger, string folder);

    [LoggerMessage(31, LogLevel.Error, "The packs in {Folder} were changed and have faults, and the previous ones are kept: {Faults}")]
    internal static partial void PacksReloadFailed(ILogger logger, string folder, string faults);

    [LoggerMessage(32, LogLevel.Warning, "The packs in {Folder} are not watched ({Exception}); a change takes effect when the application starts again")]
    internal static partial void PacksNotWatched(ILogger logger, string folder, string exception);

    internal static void SignInRefused(ILogger logger, VendorError error)
    {
        if (logger.IsEnabled(LogLevel.Error))
        {
            SignInRefused(logger, error.Vendor.Id, Redactor.Code(error), SnakeCase.Of(error.Category));
        }
    }

    [LoggerMessage(10, LogLevel.Warning, "{Vendor}: no token slot is free; signing in is tried again after {Pause}")]
    internal static partial void TokenSlotsFull(ILogger logger, string vendor, TimeSpan pause);

    [LoggerMessage(11, LogLevel.Error, "{Vendor} {Code} is {Category}: signing in was refused, and is not tried again with these credentials", EventName = nameof(SignInRefused))]
    private static partial void SignInRefused(ILogger logger, string vendor, string code, string category);

    [LoggerMessage(12, LogLevel.Information, "{Vendor} {Code} is {Category}, effect {Effect}; observed only, would be retried after {Wait} ({Method} {Path})", EventName = nameof(ObservedRetry))]
    private static partial void ObservedRetry(ILogger logger, string vendor, string code, string category, string effect, TimeSpan wait, string? method, string path);

    [LoggerMessage(13, LogLevel.Information, "{Vendor} {Code} is {Category}, effect {Effect}; observed only, would be retried after a credential refresh ({Method} {Path})", EventName = nameof(ObservedRefresh))]
    private static partial void ObservedRefresh(ILogger logger, string vendor, string code, string category, string effect, string? method, string path);

    [LoggerMessage(14, LogLevel.Warning, "{Vendor} {Code} is {Category}, effect {Effect}; observed only, would not be retried: {Reason} ({Method} {Path})", EventName = nameof(ObservedStop))]
    private static partial void ObservedStop(ILogger logger, string vendor, string code, string category, string effect, string reason, string? method, string path);

    [LoggerMessage(15, LogLevel.Warning, "The store of the fleet's credential failed ({Exception}); this process refreshes alone until it is back")]
    internal static partial void SharedCredentialFailed(ILogger logger, string exception);

    [LoggerMessage(7, LogLevel.Information, "{Vendor} {Code}: the credential was refreshed; retrying ({Method} {Path})", EventName = nameof(RetryingAfterRefresh))]
    private static partial void RetryingAfterRefresh(ILogger logger, string vendor, string code, string? method, string path);

    [LoggerMessage(1, LogLevel.Information, "{Vendor} {Code} is {Category}, effect {Effect}; retry {Retry} after {Wait} ({Method} {Path})", EventName = nameof(Retrying))]
    private static partial void Retrying(ILogger logger, string vendor, string code, string category, string effect, int retry, TimeSpan wait, string? method, string path);

    [LoggerMessage(2, LogLevel.Warning, "{Vendor} {Code} is {Category}, effect {Effect}; not retried: {Reason} ({Method} {Path})", EventName = nameof(Stopped))]
    private static partial void Stopped(ILogger logger, string vendor, string code, string category, string effect, string reason, string? method, string path);

    [LoggerMessage(5, LogLevel.Information, "{Vendor}: the account {Account} cools down for {Wait}", EventName = nameof(CoolingDown))]
    private static partial void CoolingDownAccount(ILogger logger, string vendor, string account, TimeSpan wait);
}
