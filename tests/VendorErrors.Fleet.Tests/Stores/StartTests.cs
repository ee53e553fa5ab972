using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Npgsql;
using VendorErrors.Fleet.Tests.Servers;

namespace VendorErrors.Fleet.Tests.Stores;

/// <summary>What is wrong is said at the start, in one line each, without a secret.</summary>
public class StartTests
{
    private const string Wrong = "wr0ng-secret";

    [Fact(Timeout = 60_000)]
    public async Task PostgreSql_TwentyInstancesMigrateAtOnce()
    {
        await using Servers.Fleet fleet = await Servers.Fleet.OnAsync("postgresql");
        ServiceProvider[] instances = [.. Enumerable.Range(0, 20).Select(_ => fleet.Instance())];

        await Task.WhenAll(instances.Select(instance => Task.Run(() => instance.GetRequiredService<IStartupValidator>().Validate())));

        foreach (ServiceProvider instance in instances)
        {
            await instance.DisposeAsync();
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task PostgreSql_EachFault_HasItsLine()
    {
        PostgreSqlServer server = await PostgreSqlServer.SharedAsync();
        await using NpgsqlDataSource good = server.Source();
        await using NpgsqlDataSource wrong = server.Source(Wrong);
        await using NpgsqlDataSource nobody = server.Source(port: ServerProcess.FreePort());
        await using var readOnly = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(good.ConnectionString) { Password = PostgreSqlServer.Password, Options = "-c default_transaction_read_only=on" });

        FaultOf(services => services.AddVendorErrorsPostgreSql(wrong, Plain)).Should().Contain("refused the user or the password").And.NotContain(Wrong);
        FaultOf(services => services.AddVendorErrorsPostgreSql(nobody, Plain)).Should().Contain("cannot be reached");
        FaultOf(services => services.AddVendorErrorsPostgreSql(readOnly, Plain)).Should().Contain("read-only");
        FaultOf(services => services.AddVendorErrorsPostgreSql(good, options => (options.AllowUnprotectedSecrets, options.MigrateAtStart, options.Schema) = (true, false, "missing"))).Should().Contain("lacks the tables");
        FaultOf(services => services.AddVendorErrorsPostgreSql(good, options => (options.AllowUnprotectedSecrets, options.Schema) = (true, "x; drop"))).Should().Contain("Schema must be");
        FaultOf(services => services.AddVendorErrorsPostgreSql(good)).Should().Contain("unprotected");

        static void Plain(VendorErrorsPostgreSqlOptions options) => options.AllowUnprotectedSecrets = true;
    }

    [Fact(Timeout = 60_000)]
    public async Task Redis_EachFault_HasItsLine()
    {
        using RedisServer server = await RedisServer.StartAsync();
        Assert.SkipUnless(server.IsReal, "Garnet has no password and no replica here");
        using RedisServer locked = await RedisServer.StartAsync(password: "right");
        using RedisServer replica = await RedisServer.StartAsync(follows: server.Port);

        FaultOf(services => services.AddVendorErrorsRedis($"{locked.Address},password={Wrong}", Plain)).Should().Contain("password").And.NotContain(Wrong);
        FaultOf(services => services.AddVendorErrorsRedis($"127.0.0.1:{ServerProcess.FreePort()}", Plain)).Should().Contain("cannot be reached");
        FaultOf(services => services.AddVendorErrorsRedis(replica.Address, Plain)).Should().Contain("read-only replica");
        FaultOf(services => services.AddVendorErrorsRedis(server.Address)).Should().Contain("unprotected");
        FaultOf(services => services.AddVendorErrorsRedis(server.Address, options => (options.AllowUnprotectedSecrets, options.KeyPrefix) = (true, "a{b"))).Should().Contain("KeyPrefix");
        FaultOf(services => services.AddVendorErrorsRedis(server.Address, Plain)).Should().BeEmpty();

        static void Plain(VendorErrorsRedisOptions options) => options.AllowUnprotectedSecrets = true;
    }

    [Fact]
    public void Store_WithoutAProtector_GivesNoStoreEvenWithoutAHost()
    {
        using ServiceProvider provider = new ServiceCollection().AddVendorErrorsRedis("127.0.0.1:1").BuildServiceProvider();

        provider.Invoking(p => p.GetRequiredService<ISharedCredentialStore>()).Should().Throw<OptionsValidationException>().WithMessage("*unprotected*");
    }

    [Fact(Timeout = 60_000)]
    public async Task Redis_ThatForgets_KeepsNoLedger_UnlessThatIsAccepted()
    {
        using RedisServer durable = await RedisServer.StartAsync();
        Assert.SkipUnless(durable.IsReal, "Garnet has no such settings here");
        using RedisServer everySecond = await RedisServer.StartAsync("everysec");
        using RedisServer never = await RedisServer.StartAsync("no");
        using RedisServer inMemory = await RedisServer.StartAsync(settings: ["--appendonly", "no"]);
        using RedisServer cache = await RedisServer.StartAsync(settings: ["--maxmemory-policy", "volatile-lru"]);
        using RedisServer managed = await RedisServer.StartAsync(settings: ["--user", "limited", "on", ">word", "~*", "&*", "+@all", "-info", "-config"]);
        string silent = $"{managed.Address},user=limited,password=word";

        foreach ((string address, string fault) in ((string, string)[])
            [(inMemory.Address, "set appendonly yes"), (cache.Address, "set maxmemory-policy noeviction (it is volatile-lru)"), (never.Address, "appendfsync no"), (silent, "does not say whether it keeps")])
        {
            FaultOf(services => Ledger(services, address)).Should().Contain(fault).And.Contain("AllowLossyLedger");
            FaultOf(services => Ledger(services, address, lossy: true), out string accepted).Should().BeEmpty();
            accepted.Should().Contain("may forget").And.Contain(fault);
            FaultOf(services => Ledger(services, address).RemoveAll<CallLedger>()).Should().BeEmpty("a ledger that nobody uses may be forgotten");
        }

        FaultOf(services => Ledger(services, everySecond.Address), out string lastSecond).Should().BeEmpty();
        lastSecond.Should().Contain("appendfsync everysec");
        FaultOf(services => Ledger(services, durable.Address), out string nothing).Should().BeEmpty();
        nothing.Should().BeEmpty();

        static IServiceCollection Ledger(IServiceCollection services, string address, bool lossy = false) =>
            services.AddVendorErrorsRedis(address, options => (options.AllowUnprotectedSecrets, options.AllowLossyLedger) = (true, lossy)).AddCallLedger();
    }

    [Fact(Timeout = 60_000)]
    public async Task PostgreSql_WithoutFsync_KeepsNoLedger_UnlessThatIsAccepted()
    {
        using PostgreSqlServer server = await PostgreSqlServer.StartAsync("fsync=off");
        await using NpgsqlDataSource source = server.Source();

        FaultOf(services => Ledger(services, lossy: false)).Should().Contain("fsync = off").And.Contain("AllowLossyLedger");
        FaultOf(services => Ledger(services, lossy: true), out string accepted).Should().BeEmpty();
        accepted.Should().Contain("may forget");
        FaultOf(services => Ledger(services, lossy: false).RemoveAll<CallLedger>()).Should().BeEmpty();

        IServiceCollection Ledger(IServiceCollection services, bool lossy) =>
            services.AddVendorErrorsPostgreSql(source, options => (options.AllowUnprotectedSecrets, options.AllowLossyLedger) = (true, lossy)).AddCallLedger();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task Health_IsWhatTheStartWouldSay(string kind)
    {
        using RedisServer? redis = kind == "redis" ? await RedisServer.StartAsync() : null;
        using PostgreSqlServer? postgreSql = kind == "redis" ? null : await PostgreSqlServer.StartAsync();
        await using NpgsqlDataSource? source = postgreSql?.Source();
        var services = new ServiceCollection();
        services.AddLogging();
        if (redis is not null)
        {
            services.AddVendorErrorsRedis(redis.Address, options => (options.AllowUnprotectedSecrets, options.AllowLossyLedger) = (true, !redis.IsReal));
            services.AddHealthChecks().AddCheck<VendorErrorsRedisHealthCheck>("vendor-errors");
        }
        else
        {
            services.AddVendorErrorsPostgreSql(source!, options => options.AllowUnprotectedSecrets = true);
            services.AddHealthChecks().AddCheck<VendorErrorsPostgreSqlHealthCheck>("vendor-errors");
        }

        await using ServiceProvider provider = services.AddCallLedger().BuildServiceProvider();
        if (redis is null)
        {
            (await AskAsync()).Should().StartWith("Unhealthy").And.Contain("lacks the tables");
        }

        provider.GetRequiredService<IStartupValidator>().Validate();
        (await AskAsync()).Should().Be("Healthy");
        redis?.Kill();
        postgreSql?.Kill();
        (await AskAsync()).Should().StartWith("Unhealthy").And.Contain("cannot be");

        async Task<string> AskAsync()
        {
            HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
            HealthReportEntry entry = report.Entries["vendor-errors"];
            return $"{entry.Status} {entry.Description}".Trim();
        }
    }

    private static string FaultOf(Action<IServiceCollection> register) => FaultOf(register, out _);

    private static string FaultOf(Action<IServiceCollection> register, out string logged)
    {
        var services = new ServiceCollection();
        var logs = new FakeLogCollector();
        services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(logs)));
        register(services);
        using ServiceProvider provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return string.Empty;
        }
        catch (Exception e) when (e is OptionsValidationException or AggregateException)
        {
            return e.Message;
        }
        finally
        {
            logged = string.Join(' ', logs.GetSnapshot().Select(record => record.Message));
        }
    }
}
