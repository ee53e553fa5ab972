using VendorErrors.Http;

namespace VendorErrors.PostgreSql.Stores;

/// <summary>Each credential is a row; each step is one statement, on the server's clock.</summary>
internal sealed class PostgreSqlCredentials(PostgreSqlLink link) : ISharedCredentialStore
{
    // Two statements in one round trip: the row is there before it is judged.
    private const string Insert = "INSERT INTO {schema}.credential (name) VALUES ($1) ON CONFLICT DO NOTHING";

    private const string Begin = """
        UPDATE {schema}.credential SET owner = $3, leased_until = clock_timestamp() + $4
        WHERE name = $1 AND version <= $2 AND (paused_until IS NULL OR paused_until <= clock_timestamp()) AND (owner IS NULL OR leased_until <= clock_timestamp())
        RETURNING version, secret
        """;

    private const string Look = """
        SELECT version, secret, greatest(paused_until - clock_timestamp(), interval '0'), greatest(CASE WHEN owner IS NULL THEN NULL ELSE leased_until - clock_timestamp() END, interval '0')
        FROM {schema}.credential WHERE name = $1
        """;

    public async ValueTask<SharedCredentialState> TryBeginAsync(string name, long refusedVersion, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        SharedCredentialState? lead = await LeadAsync(name, refusedVersion, owner, lease, cancellationToken).ConfigureAwait(false);
        if (lead is not null)
        {
            return lead;
        }

        SharedCredentialState? state = await LookAsync(name, refusedVersion, cancellationToken).ConfigureAwait(false);
        if (state is null)
        {
            await link.QueryAsync(Insert, static _ => true, cancellationToken, name).ConfigureAwait(false);
        }

        return state ?? await LeadAsync(name, refusedVersion, owner, lease, cancellationToken).ConfigureAwait(false) ?? new(SharedCredentialStep.Wait, 0, null, TimeSpan.Zero);
    }

    public async ValueTask<bool> RenewAsync(string name, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        await link.QueryAsync(
            "UPDATE {schema}.credential SET leased_until = clock_timestamp() + $3 WHERE name = $1 AND owner = $2", static reader => reader.RecordsAffected == 1, cancellationToken, name, owner, lease).ConfigureAwait(false);

    public async ValueTask<bool> CommitAsync(string name, string owner, long version, byte[] secret, CancellationToken cancellationToken) =>
        await link.QueryAsync(
            "UPDATE {schema}.credential SET version = $3, secret = $4, owner = NULL, leased_until = NULL, paused_until = NULL WHERE name = $1 AND owner = $2",
            static reader => reader.RecordsAffected == 1,
            cancellationToken,
            name,
            owner,
            version,
            secret).ConfigureAwait(false);

    public async ValueTask FailAsync(string name, string owner, TimeSpan pause, CancellationToken cancellationToken) =>
        await link.QueryAsync(
            "UPDATE {schema}.credential SET owner = NULL, leased_until = NULL, paused_until = clock_timestamp() + $3 WHERE name = $1 AND owner = $2", static _ => true, cancellationToken, name, owner, pause).ConfigureAwait(false);

    private Task<SharedCredentialState?> LeadAsync(string name, long refusedVersion, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        link.QueryAsync(
            Begin,
            static reader => reader.Read() ? new SharedCredentialState(SharedCredentialStep.Lead, reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<byte[]>(1), TimeSpan.Zero) : null,
            cancellationToken,
            name,
            refusedVersion,
            owner,
            lease);

    private Task<SharedCredentialState?> LookAsync(string name, long refusedVersion, CancellationToken cancellationToken) =>
        link.QueryAsync(
            Look,
            reader =>
            {
                if (!reader.Read())
                {
                    return null;
                }

                long version = reader.GetInt64(0);
                TimeSpan paused = reader.GetTimeSpan(2);
                return version > refusedVersion ? new SharedCredentialState(SharedCredentialStep.Adopt, version, reader.IsDBNull(1) ? null : reader.GetFieldValue<byte[]>(1), TimeSpan.Zero)
                    : paused > TimeSpan.Zero ? new(SharedCredentialStep.Paused, version, null, paused)
                    : new(SharedCredentialStep.Wait, version, null, reader.GetTimeSpan(3));
            },
            cancellationToken,
            name);
}
