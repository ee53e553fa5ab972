using Npgsql;
using StackExchange.Redis;
using VendorErrors.Fleet.Tests.Servers;
using VendorErrors.Http.Ledger;
using VendorErrors.Retries;

namespace VendorErrors.Fleet.Tests.Ledger;

/// <summary>A store that cannot be used while the fleet runs: nothing is sent, nothing is lost, and one line says what is wrong.</summary>
public class LedgerFaultTests
{
    private const string Wrong = "wr0ng-secret";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task PostgreSql_EachFault_StopsTheCalls_AndHasItsLine()
    {
        await using PostgreSqlBed bed = await PostgreSqlBed.StartAsync();
        await using NpgsqlDataSource wrong = bed.Server.Source(Wrong);
        await using NpgsqlDataSource nobody = bed.Server.Source(port: ServerProcess.FreePort());
        await using var readOnly = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(bed.Source.ConnectionString) { Password = PostgreSqlServer.Password, Options = "-c default_transaction_read_only=on" });

        await ShouldStopAsync(nobody, bed.Schema, "NpgsqlException: PostgreSQL cannot be reached");
        await ShouldStopAsync(wrong, bed.Schema, "SQLSTATE 28P01: PostgreSQL refused the user or the password");
        await ShouldStopAsync(bed.Source, "missing", "SQLSTATE 42P01: a table is missing");
        await ShouldStopAsync(readOnly, bed.Schema, "SQLSTATE 25006: PostgreSQL is read-only here");

        await bed.ExecuteAsync($"CREATE FUNCTION {bed.Schema}.full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100', MESSAGE = 'could not extend file of {Wrong}'; END $$");
        await bed.ExecuteAsync($"CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON {bed.Schema}.ledger FOR EACH ROW EXECUTE FUNCTION {bed.Schema}.full_disk()");
        await using Dialer dialer = await ShouldStopAsync(bed.Source, bed.Schema, "SQLSTATE 53100: the disk of PostgreSQL is full");

        // The disk has room again, and then is full once more: each outage has a line of its own.
        await bed.ExecuteAsync($"ALTER TABLE {bed.Schema}.ledger DISABLE TRIGGER full_disk");
        (await dialer.DialAsync("one")).GetVendorResult().IsSuccess.Should().BeTrue();
        await bed.ExecuteAsync($"ALTER TABLE {bed.Schema}.ledger ENABLE TRIGGER full_disk");
        await dialer.StopAsync("three");
        await dialer.StopAsync("four");
        dialer.LedgerLines.Should().HaveCount(3).And.Subject.ElementAt(1).Should().Contain("can be used again");
        dialer.Sends.Should().Be(1);

        await bed.Server.BecomeStandbyAsync();
        await using NpgsqlDataSource standby = bed.Server.Source();
        await ShouldStopAsync(standby, bed.Schema, "SQLSTATE 25006: PostgreSQL is read-only here");
    }

    [Fact(Timeout = 120_000)]
    public async Task Redis_EachFault_StopsTheCalls_AndHasItsLine()
    {
        using RedisServer server = await RedisServer.StartAsync("no");
        await ShouldStopAsync($"127.0.0.1:{ServerProcess.FreePort()}", "Redis cannot be reached; check its address, its port and its password");
        Assert.SkipUnless(server.IsReal, "Garnet has no password, no replica and no limit here");
        using RedisServer locked = await RedisServer.StartAsync("no", password: "right");
        using RedisServer replica = await RedisServer.StartAsync("no", follows: server.Port);
        await using RedisBed full = await RedisBed.StartAsync("no", "--maxmemory", "3mb", "--maxmemory-policy", "noeviction");
        await using RedisBed broken = await RedisBed.StartAsync("no", "--enable-protected-configs", "yes");

        await ShouldStopAsync($"{locked.Address},password={Wrong}", "Redis cannot be reached; check its address, its port and its password");
        await ShouldStopAsync(replica.Address, "Redis is a read-only replica; use the address of the primary");

        await FillAsync(full);
        await using Dialer dialer = await ShouldStopAsync(full.Server.Address, "OOM: the memory of Redis is full");
        await full.ExecuteAsync("DEL", "filling");
        (await dialer.DialAsync("one")).GetVendorResult().IsSuccess.Should().BeTrue();
        dialer.LedgerLines.Should().HaveCount(2);
        dialer.Sends.Should().Be(1);

        await BreakDiskAsync(broken);
        await ShouldStopAsync(broken.Server.Address, "MISCONF: Redis cannot write to its disk");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task AClaimThatIsWritten_IsNotLostByAFullStore(string kind)
    {
        // The completion cannot be written; that the call was sent is known all the same.
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        var entry = new LedgerEntry(new string('A', 64), 1, LedgerState.Sending, "owner", 1, new string('B', 64), "{}");
        await bed.Store.AddAsync(entry, TimeSpan.FromMinutes(2), DateTimeOffset.UtcNow, TimeSpan.FromDays(35), Token);
        if (bed is PostgreSqlBed postgreSql)
        {
            await postgreSql.ExecuteAsync($"ALTER TABLE {postgreSql.Schema}.ledger ADD CHECK (state = 1)");
        }
        else
        {
            Assert.SkipUnless(((RedisBed)bed).Server.IsReal, "Garnet has no limit here");
            await ((RedisBed)bed).ExecuteAsync("CONFIG", "SET", "maxmemory", "1");
        }

        await bed.Store.Awaiting(store => store.ReplaceAsync(entry with { Version = 2, State = LedgerState.Done }, entry, TimeSpan.Zero, TimeSpan.FromDays(36), Token).AsTask()).Should().ThrowAsync<CallLedgerStoreException>();

        LedgerEntry kept = (await bed.Store.FindAsync(entry.Key, Token))!;
        (kept with { LeaseLeft = default, Age = default }).Should().Be(entry);
        (await bed.Store.ListAsync(LedgerState.Sending, default, 10, Token)).Should().ContainSingle();
        (await bed.Store.ListAsync(LedgerState.Done, default, 10, Token)).Should().BeEmpty();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task AnotherFleetsSecret_AndAnotherRequest_SendNothing(string kind)
    {
        await using LedgerBed bed = await LedgerBed.OfAsync(kind);
        await using var own = new Dialer(services => services.AddSingleton(bed.Store), options => options.Secret = new byte[32]);
        await using var other = new Dialer(services => services.AddSingleton(bed.Store), options => options.Secret = [.. Enumerable.Repeat((byte)1, 32)]);
        await using var without = new Dialer(services => services.AddSingleton(bed.Store));
        (await own.DialAsync("one")).GetVendorResult().IsSuccess.Should().BeTrue();

        foreach (Dialer dialer in (Dialer[])[other, without])
        {
            (await dialer.StopAsync("one")).Decision.StopReason.Should().Be(StopReason.LedgerUnavailable);
            await dialer.StopAsync("two");
            dialer.Sends.Should().Be(0);
            dialer.LedgerLines.Should().ContainSingle().Which.Should().Contain("another Secret");
        }

        VendorErrorException conflict = await own.StopAsync("one", content: "another request");
        conflict.Decision.StopReason.Should().Be(StopReason.CallIdConflict);
        (await own.DialAsync("one")).GetVendorDecision().Source.Should().Be(DecisionSource.Ledger);
        own.Sends.Should().Be(1);
    }

    private static async Task<Dialer> ShouldStopAsync(NpgsqlDataSource source, string schema, string line) => await ShouldStopAsync(
        services => services.AddVendorErrorsPostgreSql(source, options => (options.Schema, options.AllowUnprotectedSecrets, options.ShareCooldowns) = (schema, true, false)), line);

    private static async Task<Dialer> ShouldStopAsync(string address, string line) => await ShouldStopAsync(
        services => services.AddVendorErrorsRedis(address + ",connectTimeout=1000", options => (options.KeyPrefix, options.AllowUnprotectedSecrets, options.ShareCooldowns) = ("fleet", true, false)), line);

    private static async Task<Dialer> ShouldStopAsync(Action<IServiceCollection> store, string line)
    {
        var dialer = new Dialer(store);
        foreach (string id in (string[])["one", "two"])
        {
            VendorErrorException stopped = await dialer.StopAsync(id);
            stopped.Decision.StopReason.Should().Be(StopReason.LedgerUnavailable);
            stopped.Result.Effect.Should().Be(Effect.Unknown);
            stopped.Message.Should().NotContain(Wrong);
        }

        dialer.Sends.Should().Be(0);
        dialer.LedgerLines.Should().ContainSingle().Which.Should().Contain(line);
        dialer.Logs.GetSnapshot().Should().NotContain(record => record.Message.Contains(Wrong) || record.Message.Contains("127.0.0.1"));
        return dialer;
    }

    private static async Task FillAsync(RedisBed bed)
    {
        try
        {
            while (true)
            {
                await bed.ExecuteAsync("APPEND", "filling", new string('x', 100_000));
            }
        }
        catch (RedisServerException e) when (e.Message.StartsWith("OOM", StringComparison.Ordinal))
        {
        }
    }

    // Its folder is gone, and so its next save fails.
    private static async Task BreakDiskAsync(RedisBed bed)
    {
        DirectoryInfo gone = Directory.CreateTempSubdirectory("vendor-errors-gone-");
        await bed.ExecuteAsync("CONFIG", "SET", "dir", gone.FullName);
        gone.Delete();
        await bed.ExecuteAsync("CONFIG", "SET", "save", "3600 1000000");
        await bed.ExecuteAsync("BGSAVE");
        while (!((string?)await bed.ExecuteAsync("INFO", "persistence"))!.Contains("rdb_last_bgsave_status:err"))
        {
            await Task.Delay(50, Token);
        }
    }
}
