using Npgsql;
using VendorErrors.Http;
using VendorErrors.Http.Timing;

namespace VendorErrors.PostgreSql.Stores;

/// <summary>
/// Each entry of the ledger is a row, and each step one statement in a transaction of its own, on the server's clock. The statement itself asks for a
/// durable commit, so that no default of a database or a user makes it a fast one.
/// </summary>
internal sealed class PostgreSqlCallLedgerStore(PostgreSqlLink link, TimeProvider? timeProvider = null) : ICallLedgerStore
{
    // Each round follows a write of somebody else's, which our statement could not see yet.
    private const int MostRounds = 16;
    private const int MostPurgedAtOnce = 1000;
    private static readonly TimeSpan s_purgeEvery = TimeSpan.FromMinutes(10);

    // Until the end of the transaction, which reads it when it commits. One that waits for more than "on" does keeps that.
    private const string Now = """
        WITH n AS MATERIALIZED (
            SELECT clock_timestamp() AS now,
                set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, true) AS durable
        )
        """;

    private const string Entry = "e.key, e.version, e.state, e.owner, e.claim, e.fingerprint, e.data, coalesce(e.leased_until - n.now, interval '0'), n.now - e.since";

    // The message's age is compared without subtraction: a time may be infinite.
    private const string Add = Now + """
        , added AS (
            INSERT INTO {schema}.ledger (key, version, state, owner, claim, fingerprint, data, leased_until, since)
            SELECT $1, $2, $3, $4, $5, $6::text, $7, n.now + $8, n.now FROM n WHERE $9 + $10 >= n.now
            ON CONFLICT (key) DO NOTHING RETURNING 1
        )
        SELECT EXISTS (SELECT FROM added), $9 + $10 < n.now,
        """ + " " + Entry + " FROM n LEFT JOIN {schema}.ledger AS e ON e.key = $1";

    private const string Find = "SELECT " + Entry + " FROM {schema}.ledger AS e, (SELECT clock_timestamp() AS now) AS n WHERE e.key = $1";

    private const string Replace = Now + """

        UPDATE {schema}.ledger AS e SET version = $1, state = $2, owner = $3, claim = $4, fingerprint = $5::text, data = $6,
            leased_until = CASE WHEN $7 > interval '0' THEN n.now + $7 END,
            since = CASE WHEN e.state = $2 THEN e.since ELSE n.now END,
            keep_until = CASE WHEN $2 IN (3, 4) THEN n.now + $8 END
        FROM n WHERE e.key = $9 AND e.version = $10 AND e.owner = $11
        """;

    private const string Secret = Now + """
        , added AS (INSERT INTO {schema}.ledger_secret (secret) SELECT $1 FROM n ON CONFLICT DO NOTHING RETURNING secret)
        SELECT secret FROM added UNION ALL SELECT secret FROM {schema}.ledger_secret LIMIT 1
        """;

    // Each state by the index, so that a large table is not sorted for its hundred oldest.
    private const string List = "SELECT " + Entry + """
         FROM (SELECT clock_timestamp() AS now) AS n, unnest($1) AS s (state) CROSS JOIN LATERAL (
            SELECT * FROM {schema}.ledger WHERE ledger.state = s.state AND since <= clock_timestamp() - $2 ORDER BY since LIMIT $3
        ) AS e ORDER BY e.since LIMIT $3
        """;

    private const string Count = "SELECT state, count(*) FROM {schema}.ledger GROUP BY state";

    private const string Purge = """
        DELETE FROM {schema}.ledger WHERE key IN (
            SELECT key FROM {schema}.ledger WHERE keep_until <= clock_timestamp() AND state IN (3, 4) ORDER BY keep_until LIMIT $1 FOR UPDATE SKIP LOCKED
        )
        """;

    private static readonly short[] s_states = [(short)LedgerState.Sending, (short)LedgerState.Unknown, (short)LedgerState.Done, (short)LedgerState.Refused];
    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;

    // Processes that start together do not purge together, and one that lives for a minute only purges now and then as well.
    private long _nextPurge = After(timeProvider ?? TimeProvider.System, s_purgeEvery * (1 - SharedRandom.Next()));

    public async ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, TimeSpan lease, DateTimeOffset createdAt, TimeSpan retention, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            LedgerAddition? addition = await RunAsync(
                Add,
                static reader => !reader.Read() ? null
                    : reader.GetBoolean(0) ? LedgerAddition.Added
                    : !reader.IsDBNull(2) ? LedgerAddition.Exists(Read(reader, 2))
                    : reader.GetBoolean(1) ? LedgerAddition.TooOld : (LedgerAddition?)null,
                cancellationToken,
                entry.Key,
                entry.Version,
                (short)entry.State,
                entry.Owner,
                entry.Claim,
                (object?)entry.Fingerprint ?? DBNull.Value,
                entry.Data,
                Ceiling(lease),
                createdAt.ToUniversalTime(),
                retention).ConfigureAwait(false);
            if (addition is { } settled)
            {
                PurgeNowAndThen(settled.IsAdded);
                return settled;
            }
        }

        throw new CallLedgerStoreException("an entry is added and taken away again and again");
    }

    public async ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken) =>
        await RunAsync(Find, static reader => reader.Read() ? Read(reader, 0) : null, cancellationToken, key).ConfigureAwait(false);

    public async ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, TimeSpan keep, CancellationToken cancellationToken) =>
        await RunAsync(
            Replace,
            static reader => reader.RecordsAffected == 1,
            cancellationToken,
            entry.Version,
            (short)entry.State,
            entry.Owner,
            entry.Claim,
            (object?)entry.Fingerprint ?? DBNull.Value,
            entry.Data,
            lease > TimeSpan.Zero ? Ceiling(lease) : TimeSpan.Zero,
            keep,
            entry.Key,
            expected.Version,
            expected.Owner).ConfigureAwait(false);

    public async ValueTask<byte[]> GetOrAddSecretAsync(byte[] proposed, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (await RunAsync(Secret, static reader => reader.Read() ? reader.GetFieldValue<byte[]>(0) : null, cancellationToken, proposed).ConfigureAwait(false) is { } secret)
            {
                return secret;
            }
        }

        throw new CallLedgerStoreException("the secret of the fleet is added and taken away again and again");
    }

    public async ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(LedgerState? state, TimeSpan olderThan, int most, CancellationToken cancellationToken) =>
        await RunAsync(
            List,
            static reader =>
            {
                List<LedgerEntry> entries = [];
                while (reader.Read())
                {
                    entries.Add(Read(reader, 0));
                }

                return entries;
            },
            cancellationToken,
            state is { } one ? new[] { (short)one } : s_states,
            olderThan,
            (long)most).ConfigureAwait(false);

    public async ValueTask<IReadOnlyDictionary<LedgerState, long>> CountAsync(CancellationToken cancellationToken) =>
        await RunAsync(
            Count,
            static reader =>
            {
                Dictionary<LedgerState, long> counts = [];
                while (reader.Read())
                {
                    counts.Add((LedgerState)reader.GetInt16(0), reader.GetInt64(1));
                }

                return counts;
            },
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<int> PurgeAsync(int most, CancellationToken cancellationToken) =>
        await RunAsync(Purge, static reader => reader.RecordsAffected, cancellationToken, (long)most).ConfigureAwait(false);

    // A table that nobody purges grows for ever. No call waits for it, and a failure is tried again later.
    private void PurgeNowAndThen(bool isAdded)
    {
        long next = Volatile.Read(ref _nextPurge);
        if (isAdded && _time.GetTimestamp() >= next && Interlocked.CompareExchange(ref _nextPurge, After(_time, s_purgeEvery), next) == next)
        {
            _ = Task.Run(async () =>
            {
                try
                {
                    while (await PurgeAsync(MostPurgedAtOnce, CancellationToken.None).ConfigureAwait(false) == MostPurgedAtOnce)
                    {
                    }
                }
                catch (CallLedgerStoreException)
                {
                }
            });
        }
    }

    private static long After(TimeProvider time, TimeSpan wait) => time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency);

    private async Task<T> RunAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values)
    {
        for (var round = 0; ; round++)
        {
            try
            {
                return await link.QueryAsync(sql, read, cancellationToken, values).ConfigureAwait(false);
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected && round < MostRounds)
            {
                // Under a stricter default isolation the loser of two is rolled back instead of being answered, so it asks again.
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException)
            {
                throw new CallLedgerStoreException(PostgreSqlFaults.KindOf(e), e);
            }
        }
    }

    private static LedgerEntry Read(NpgsqlDataReader reader, int at) =>
        new(
            reader.GetString(at),
            reader.GetInt64(at + 1),
            (LedgerState)reader.GetInt16(at + 2),
            reader.GetString(at + 3),
            reader.GetInt64(at + 4),
            reader.IsDBNull(at + 5) ? null : reader.GetString(at + 5),
            reader.GetString(at + 6))
        {
            LeaseLeft = reader.GetTimeSpan(at + 7),
            Age = reader.GetTimeSpan(at + 8),
        };

    // The server counts microseconds; a lease never ends earlier than the sender thinks.
    private static TimeSpan Ceiling(TimeSpan time) => TimeSpan.FromMicroseconds(Math.Ceiling(time.TotalMicroseconds));
}
