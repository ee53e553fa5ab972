using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using VendorErrors.Http;

namespace VendorErrors.PostgreSql.Stores;

/// <summary>Finds out whether PostgreSQL can be used for what is registered, and says in one sentence why not. At the start it creates what is missing.</summary>
internal sealed class PostgreSqlDiagnosis(PostgreSqlLink link, IServiceProvider provider, IOptions<VendorErrorsPostgreSqlOptions> options)
{
    private const string IsReadOnly = "SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'";
    private const string IsLossy = "SELECT current_setting('fsync') = 'off'";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>Whether calls are entered here: a store that nobody asks may be as it likes.</summary>
    private bool KeepsLedger =>
        options.Value.ShareLedger && provider.GetService<IServiceProviderIsService>()?.IsService(typeof(CallLedger)) != false && provider.GetService<ICallLedgerStore>() is PostgreSqlCallLedgerStore;

    /// <param name="isStart">Whether to migrate where the options say so, and to log what is accepted.</param>
    /// <returns>The fault; null where there is none.</returns>
    public async Task<string?> FindFaultAsync(bool isStart)
    {
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            NpgsqlConnection connection = await link.OpenAsync(patience.Token).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                if (await IsAsync(connection, IsReadOnly, patience.Token).ConfigureAwait(false))
                {
                    return PostgreSqlFaults.ReadOnly + ".";
                }

                if (isStart && options.Value.MigrateAtStart)
                {
                    await link.MigrateAsync(patience.Token).ConfigureAwait(false);
                }

                if (await link.VersionAsync(connection, patience.Token).ConfigureAwait(false) < PostgreSqlLink.SchemaVersion)
                {
                    return $"The schema '{link.Schema}' of PostgreSQL lacks the tables of version {PostgreSqlLink.SchemaVersion}; set MigrateAtStart, or run the scripts of the package.";
                }

                return KeepsLedger && await IsAsync(connection, IsLossy, patience.Token).ConfigureAwait(false) ? Lossy(isStart) : null;
            }
        }
        catch (OperationCanceledException)
        {
            return "PostgreSQL did not answer within 20 seconds; check its address and port.";
        }
        catch (PostgresException e)
        {
            return $"PostgreSQL cannot be used (SQLSTATE {e.SqlState}): {PostgreSqlFaults.TextOf(e.SqlState)}.";
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return "PostgreSQL cannot be reached; check its address and port.";
        }
    }

    private string? Lossy(bool isStart)
    {
        const string fault = "PostgreSQL does not wait for its disk (fsync = off), so that a crash of its machine forgets calls: set fsync = on.";
        if (!options.Value.AllowLossyLedger)
        {
            return fault + " Or set AllowLossyLedger, if calls may be made twice then.";
        }

        if (isStart)
        {
            PostgreSqlLog.LossyLedger(provider.GetService<ILoggerFactory>()?.CreateLogger("VendorErrors") ?? NullLogger.Instance, fault);
        }

        return null;
    }

    private Task<bool> IsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken) =>
        link.QueryAsync(connection, sql, static reader => reader.Read() && reader.GetBoolean(0), cancellationToken);
}
