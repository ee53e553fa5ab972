using Microsoft.Extensions.Logging;

namespace VendorErrors.PostgreSql.Stores;

/// <summary>All log messages. None of them holds what the server or the client said: that may name hosts and users.</summary>
internal static partial class PostgreSqlLog
{
    [LoggerMessage(101, LogLevel.Warning, "PostgreSQL cannot be used for cooldowns ({Exception}); this process continues with the cooldowns it knows")]
    internal static partial void CooldownsFailed(ILogger logger, string exception);

    [LoggerMessage(102, LogLevel.Warning, "The call ledger is kept by a PostgreSQL that may forget: {Why}")]
    internal static partial void LossyLedger(ILogger logger, string why);
}
