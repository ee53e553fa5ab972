using Microsoft.Extensions.Options;
using Npgsql;
using VendorErrors.Http;

namespace VendorErrors.PostgreSql.Stores;

/// <summary>Nothing but a place for the question at the start of a host whether PostgreSQL can be used, and for the migration.</summary>
internal sealed class PostgreSqlStartCheck
{
    internal sealed class Validator(IServiceProvider provider, IOptions<VendorErrorsPostgreSqlOptions> options) : IValidateOptions<PostgreSqlStartCheck>
    {
        private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

        public ValidateOptionsResult Validate(string? name, PostgreSqlStartCheck check)
        {
            if (options.Value is { CheckAtStart: false, MigrateAtStart: false })
            {
                return ValidateOptionsResult.Success;
            }

            // Off the context: its thread is blocked here.
            string? fault = Task.Run(FindFaultAsync).GetAwaiter().GetResult();
            return fault is null || !options.Value.CheckAtStart ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(fault);
        }

        private async Task<string?> FindFaultAsync()
        {
            using var patience = new CancellationTokenSource(s_patience);
            try
            {
                var link = (PostgreSqlLink)provider.GetService(typeof(PostgreSqlLink))!;
                NpgsqlConnection connection = await link.OpenAsync(patience.Token).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    if (await link.QueryAsync(connection, "SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'", static reader => reader.Read() && reader.GetBoolean(0), patience.Token).ConfigureAwait(false))
                    {
                        return "PostgreSQL is read-only here, such as a standby; use the address of the primary.";
                    }

                    if (options.Value.MigrateAtStart)
                    {
                        await link.MigrateAsync(patience.Token).ConfigureAwait(false);
                    }

                    return await link.VersionAsync(connection, patience.Token).ConfigureAwait(false) < PostgreSqlLink.SchemaVersion
                        ? $"The schema '{link.Schema}' of PostgreSQL lacks the tables of version {PostgreSqlLink.SchemaVersion}; set MigrateAtStart, or run the script of the package."
                        : null;
                }
            }
            catch (OperationCanceledException)
            {
                return "PostgreSQL did not answer within 20 seconds; check its address and port.";
            }
            catch (PostgresException e)
            {
                return e.SqlState switch
                {
                    PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "PostgreSQL refused the user or the password.",
                    PostgresErrorCodes.InvalidCatalogName => "The database of the connection string does not exist.",
                    PostgresErrorCodes.InsufficientPrivilege => "The user of PostgreSQL may not create or use the tables; grant it, or run the script of the package as another user.",
                    PostgresErrorCodes.ReadOnlySqlTransaction => "PostgreSQL is read-only here, such as a standby; use the address of the primary.",
                    _ => $"PostgreSQL cannot be used (SQLSTATE {e.SqlState}).",
                };
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
            {
                return "PostgreSQL cannot be reached; check its address and port.";
            }
        }
    }
}
