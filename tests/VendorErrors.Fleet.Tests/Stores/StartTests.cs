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

    private static string FaultOf(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
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
    }
}
