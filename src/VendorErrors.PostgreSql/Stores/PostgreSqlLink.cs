using System.Transactions;
using Npgsql;

namespace VendorErrors.PostgreSql.Stores;

/// <summary>Connections and commands outside of every transaction of the application's: a rollback of it undoes nothing of ours.</summary>
internal sealed class PostgreSqlLink(NpgsqlDataSource source, string schema)
{
    /// <summary>The version of the schema that this code needs.</summary>
    public const int SchemaVersion = 2;

    // Of several servers only the primary is asked, also for what is only read: a standby may be behind.
    private readonly NpgsqlDataSource _source = source is NpgsqlMultiHostDataSource several ? several.WithTargetSession(TargetSessionAttributes.Primary) : source;

    // Any number that nobody else uses: the first bytes of "VendorErrors".
    private const long MigrationLock = 0x56656E646F724572;

    public string Schema => schema;

    public string Channel => $"{schema}_cooldowns";

    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        using var alone = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        alone.Complete();
        return connection;
    }

    /// <summary>Runs one statement, which commits alone.</summary>
    /// <param name="sql">The statement, with <c>{schema}</c> for the schema.</param>
    /// <param name="read">Reads the result.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <param name="values">The parameters, from <c>$1</c> on.</param>
    public async Task<T> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values)
    {
        NpgsqlConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await QueryAsync(connection, sql, read, cancellationToken, values).ConfigureAwait(false);
        }
    }

    public async Task<T> QueryAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values)
    {
        NpgsqlCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = WithSchema(sql);
            foreach (object value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                T result = read(reader);

                // The server commits after its last row: only its end says that it did.
                while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
                {
                }

                return result;
            }
        }
    }

    /// <summary>Creates what is missing. Many instances may do it at once: they come one after the other.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                // Its end with the transaction is the lock's end, too.
                await QueryAsync(connection, "SELECT pg_advisory_xact_lock($1)", static _ => true, cancellationToken, MigrationLock).ConfigureAwait(false);
                for (int version = await VersionAsync(connection, cancellationToken).ConfigureAwait(false) + 1; version <= SchemaVersion; version++)
                {
                    await QueryAsync(connection, await ScriptAsync(version, cancellationToken).ConfigureAwait(false), static _ => true, cancellationToken).ConfigureAwait(false);
                }

                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The version of the schema that is there; 0 for none.</summary>
    public async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        bool isThere = await QueryAsync(connection, "SELECT to_regclass('{schema}.version') IS NOT NULL", static reader => reader.Read() && reader.GetBoolean(0), cancellationToken).ConfigureAwait(false);
        return isThere ? await QueryAsync(connection, "SELECT coalesce(max(number), 0) FROM {schema}.version", static reader => reader.Read() ? reader.GetInt32(0) : 0, cancellationToken).ConfigureAwait(false) : 0;
    }

    private static async Task<string> ScriptAsync(int version, CancellationToken cancellationToken)
    {
        using Stream script = typeof(PostgreSqlLink).Assembly.GetManifestResourceStream(FormattableString.Invariant($"{version:000}.sql"))!;
        using var reader = new StreamReader(script);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    // The option allows nothing that would have to be quoted.
    private string WithSchema(string sql) => sql.Replace("{schema}", schema, StringComparison.Ordinal);
}
