using System.Collections.Concurrent;
using System.Transactions;
using Npgsql;
using VendorErrors.Retries;

namespace VendorErrors.Fleet.Tests.Ledger;

/// <summary>What was confirmed is there, whatever happens afterwards.</summary>
public class DurabilityTests(ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task ARollbackOfTheCallers_DoesNotTakeTheClaimBack()
    {
        await using PostgreSqlBed bed = await PostgreSqlBed.FastAsync();
        await bed.ExecuteAsync($"CREATE TABLE {bed.Schema}.outbox (id text)");
        await using var dialer = new Dialer(services => services.AddVendorErrorsPostgreSql(bed.Source, options => (options.Schema, options.AllowUnprotectedSecrets) = (bed.Schema, true)));

        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await using NpgsqlConnection own = await bed.Source.OpenConnectionAsync(Token);
            await using var insert = new NpgsqlCommand($"INSERT INTO {bed.Schema}.outbox VALUES ('one')", own);
            await insert.ExecuteNonQueryAsync(Token);
            (await dialer.DialAsync("one")).GetVendorResult().IsSuccess.Should().BeTrue();
            Transaction.Current.Should().NotBeNull("the caller's own goes on");
        }

        (await bed.ExecuteAsync($"SELECT count(*) FROM {bed.Schema}.outbox")).Should().Be(0L, "the caller's transaction was rolled back");
        (await dialer.DialAsync("one")).GetVendorDecision().Source.Should().Be(DecisionSource.Ledger);
        dialer.Sends.Should().Be(1);
    }

    [Fact(Timeout = 120_000)]
    public async Task PostgreSql_KilledAndRestarted_KeepsEveryClaim_AlsoWhereItsDefaultIsAFastCommit()
    {
        // With these a server that is killed forgets what it confirmed in the last seconds, and so it does for the other table.
        await using PostgreSqlBed bed = await PostgreSqlBed.StartAsync("synchronous_commit=off", "wal_writer_delay=10000", "wal_writer_flush_after=0");
        await bed.ExecuteAsync($"CREATE TABLE {bed.Schema}.fast (id integer)");
        async Task KillAsync()
        {
            bed.Server.Kill();
            bed.Server.Start();
            await bed.Server.WaitAsync();
            bed.Source.Clear();
        }

        await KeepsEveryClaimAsync(bed.Store, KillAsync);

        // Alone, since the flush of a claim would take it along; and again, since the server may write by itself at that very moment.
        long forgotten = 0;
        for (var round = 1; forgotten == 0 && round <= 5; round++)
        {
            await bed.ExecuteAsync($"INSERT INTO {bed.Schema}.fast VALUES ({round})");
            await KillAsync();
            forgotten = 1 - (long)(await bed.ExecuteAsync($"SELECT count(*) FROM {bed.Schema}.fast WHERE id = {round}"))!;
        }

        output.WriteLine($"{forgotten} fast commits forgotten");
        forgotten.Should().BePositive("otherwise this test would see no difference");
    }

    [Fact(Timeout = 120_000)]
    public async Task Redis_KilledAndRestarted_KeepsEveryClaim()
    {
        await using RedisBed bed = await RedisBed.StartAsync("always");
        Assert.SkipUnless(bed.Server.IsReal, "Garnet forgets all when it is stopped here");

        await KeepsEveryClaimAsync(() => bed.Store, async () =>
        {
            bed.Server.Kill();
            await bed.Server.StartAsync();
            await bed.ReconnectAsync();
        });
    }

    [Fact(Timeout = 60_000)]
    public async Task PostgreSql_PurgesByItself_WithinTenMinutes()
    {
        await using PostgreSqlBed bed = await PostgreSqlBed.FastAsync();
        await bed.ExecuteAsync($"""
            INSERT INTO {bed.Schema}.ledger (key, version, state, owner, claim, data, since, keep_until)
            SELECT 'old' || i, 2, 3, 'o', 1, '', now() - interval '40 days', now() - interval '1 day' FROM generate_series(1, 2500) AS i
            """);

        bed.Clock.Pass(TimeSpan.FromMinutes(10));
        await bed.Store.AddAsync(EntryOf("new"), TimeSpan.FromMinutes(2), DateTimeOffset.UtcNow, TimeSpan.FromDays(35), Token);

        for (var i = 0; i < 200 && (await bed.Store.CountAsync(Token)).ContainsKey(LedgerState.Done); i++)
        {
            await Task.Delay(50, Token);
        }

        (await bed.Store.CountAsync(Token)).Should().Equal(new Dictionary<LedgerState, long> { [LedgerState.Sending] = 1 });
    }

    [Fact(Timeout = 60_000)]
    public async Task Redis_OfACluster_TakesAllSteps()
    {
        await using RedisBed bed = await RedisBed.StartAsync("no", "--cluster-enabled", "yes");
        Assert.SkipUnless(bed.Server.IsReal, "Garnet is no cluster here");
        await bed.ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
        while (!((string?)await bed.ExecuteAsync("CLUSTER", "INFO"))!.Contains("cluster_state:ok"))
        {
            await Task.Delay(100, Token);
        }

        await bed.ReconnectAsync();

        for (var i = 0; i < 40; i++)
        {
            LedgerEntry entry = EntryOf($"{i}");
            (await bed.Store.AddAsync(entry, TimeSpan.FromMinutes(2), DateTimeOffset.UtcNow, TimeSpan.FromDays(35), Token)).IsAdded.Should().BeTrue();
            (await bed.Store.ReplaceAsync(entry with { Version = 2, State = LedgerState.Done }, entry, TimeSpan.Zero, TimeSpan.FromDays(36), Token)).Should().BeTrue();
        }

        (await bed.Store.ListAsync(null, default, 100, Token)).Should().HaveCount(40);
        (await bed.Store.CountAsync(Token)).Should().Equal(new Dictionary<LedgerState, long> { [LedgerState.Done] = 40 });
        (await bed.Store.PurgeAsync(10, Token)).Should().Be(0);
        (await bed.Store.GetOrAddSecretAsync([1], Token)).Should().Equal(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Redis_OnlyWhatIsFinal_HasATimeToLive()
    {
        await using RedisBed bed = await RedisBed.StartAsync("no");
        LedgerEntry[] steps = [EntryOf("a"), EntryOf("a", 2, LedgerState.Unknown), EntryOf("a", 3, LedgerState.Refused), EntryOf("a", 4, LedgerState.Sending), EntryOf("a", 5, LedgerState.Done)];
        await bed.Store.AddAsync(steps[0], TimeSpan.FromMinutes(2), DateTimeOffset.UtcNow, TimeSpan.FromDays(35), Token);
        List<TimeSpan?> lives = [await bed.TimeToLiveAsync(steps[0].Key)];
        for (var i = 1; i < steps.Length; i++)
        {
            (await bed.Store.ReplaceAsync(steps[i], steps[i - 1], TimeSpan.Zero, TimeSpan.FromDays(36), Token)).Should().BeTrue();
            lives.Add(await bed.TimeToLiveAsync(steps[i].Key));
        }

        lives.Select(life => life is null).Should().Equal(true, true, false, true, false);
        lives[^1].Should().BeCloseTo(TimeSpan.FromDays(36), TimeSpan.FromMinutes(1));
    }

    [Fact(Timeout = 60_000)]
    public async Task PostgreSql_OfVersion1_GetsTheLedger()
    {
        await using PostgreSqlBed bed = await PostgreSqlBed.FastAsync();
        await bed.ExecuteAsync($"DROP TABLE {bed.Schema}.ledger, {bed.Schema}.ledger_secret");
        await bed.ExecuteAsync($"DELETE FROM {bed.Schema}.version WHERE number > 1");
        await bed.ExecuteAsync($"INSERT INTO {bed.Schema}.credential (name, version) VALUES ('kept', 7)");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bed.Link.MigrateAsync(Token)));

        (await bed.ExecuteAsync($"SELECT string_agg(number::text, ',' ORDER BY number) FROM {bed.Schema}.version")).Should().Be("1,2");
        (await bed.ExecuteAsync($"SELECT version FROM {bed.Schema}.credential")).Should().Be(7L);
        (await bed.Store.CountAsync(Token)).Should().BeEmpty();
    }

    private static LedgerEntry EntryOf(string name, long version = 1, LedgerState state = LedgerState.Sending) =>
        new(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))), version, state, "owner", 1, new string('F', 64), "{}");

    private Task KeepsEveryClaimAsync(ICallLedgerStore store, Func<Task> crash) => KeepsEveryClaimAsync(() => store, crash);

    private async Task KeepsEveryClaimAsync(Func<ICallLedgerStore> store, Func<Task> crash)
    {
        var confirmed = new ConcurrentDictionary<string, LedgerState>(StringComparer.Ordinal);
        var next = 0;
        for (var kill = 0; kill < 6; kill++)
        {
            int enough = confirmed.Count + 60;
            var isOver = false;
            Task[] senders = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                while (!Volatile.Read(ref isOver))
                {
                    LedgerEntry entry = EntryOf($"{Interlocked.Increment(ref next)}");
                    try
                    {
                        if ((await store().AddAsync(entry, TimeSpan.FromMinutes(2), DateTimeOffset.UtcNow, TimeSpan.FromDays(35), Token)).IsAdded)
                        {
                            confirmed[entry.Key] = LedgerState.Sending;
                            if (await store().ReplaceAsync(entry with { Version = 2, State = LedgerState.Unknown }, entry, TimeSpan.Zero, TimeSpan.FromDays(36), Token))
                            {
                                confirmed[entry.Key] = LedgerState.Unknown;
                            }
                        }
                    }
                    catch (CallLedgerStoreException)
                    {
                        return;
                    }
                }
            }))];
            while (confirmed.Count < enough)
            {
                await Task.Delay(1, Token);
            }

            // While they write.
            await crash();
            Volatile.Write(ref isOver, true);
            await Task.WhenAll(senders);
            foreach ((string key, LedgerState state) in confirmed)
            {
                LedgerEntry? kept = await store().FindAsync(key, Token);
                kept.Should().NotBeNull("it was confirmed");
                (kept!.State == state || (state == LedgerState.Sending && kept.State == LedgerState.Unknown)).Should().BeTrue("its last state was confirmed");
            }
        }

        output.WriteLine($"{confirmed.Count} claims, 6 kills");
        confirmed.Count.Should().BeGreaterThan(200);
    }
}
