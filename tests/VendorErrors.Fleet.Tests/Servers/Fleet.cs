using Npgsql;

namespace VendorErrors.Fleet.Tests.Servers;

/// <summary>A store, and how an instance of a fleet is registered on it.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private readonly List<NpgsqlDataSource> _sources = [];
    private readonly RedisServer? _redis;
    private readonly PostgreSqlServer? _postgreSql;
    private readonly string _name = $"t{Guid.NewGuid():N}";

    private Fleet(RedisServer? redis, PostgreSqlServer? postgreSql) => (_redis, _postgreSql) = (redis, postgreSql);

    public static async Task<Fleet> OnAsync(string store) =>
        store == "redis" ? new(await RedisServer.StartAsync(), null) : new(null, await PostgreSqlServer.SharedAsync());

    public ServiceProvider Instance(Action<IServiceCollection>? configure = null, string? name = null)
    {
        var services = new ServiceCollection();
        if (_redis is not null)
        {
            services.AddVendorErrorsRedis(_redis.Address, options => (options.KeyPrefix, options.AllowUnprotectedSecrets) = (name ?? _name, true));
        }
        else
        {
            NpgsqlDataSource source = _postgreSql!.Source();
            _sources.Add(source);
            services.AddVendorErrorsPostgreSql(source, options => (options.Schema, options.AllowUnprotectedSecrets) = (name ?? _name, true));
        }

        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public void Kill()
    {
        _redis?.Kill();
        _postgreSql?.Kill();
    }

    public async Task RestartAsync()
    {
        await (_redis?.StartAsync() ?? Task.CompletedTask);
        _postgreSql?.Start();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (NpgsqlDataSource source in _sources)
        {
            await source.DisposeAsync();
        }

        _redis?.Dispose();
    }
}
