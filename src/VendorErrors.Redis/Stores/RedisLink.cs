using StackExchange.Redis;

namespace VendorErrors.Redis.Stores;

/// <summary>The connection, made when it is first needed, and used only while it stands: nothing queues up for a server that is away.</summary>
internal sealed class RedisLink(Func<Task<IConnectionMultiplexer>> connect, ConfigurationOptions? own) : IDisposable
{
    private readonly object _lock = new();
    private Task<IConnectionMultiplexer>? _connection;

    /// <summary>The options of connections that we make.</summary>
    public static ConfigurationOptions OptionsOf(string configuration)
    {
        var options = ConfigurationOptions.Parse(configuration);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return options;
    }

    /// <summary>Connects with the same options once more, to hear why it fails, and to ask what needs an administrator; null for a connection of the application's.</summary>
    public async Task<IConnectionMultiplexer?> TryConnectAsync()
    {
        if (own is null)
        {
            return null;
        }

        ConfigurationOptions strict = own.Clone();
        strict.AbortOnConnectFail = true;
        strict.AllowAdmin = true;
        strict.ConnectRetry = 1;
        strict.ConnectTimeout = Math.Min(strict.ConnectTimeout, 2000);
        return await ConnectionMultiplexer.ConnectAsync(strict).ConfigureAwait(false);
    }

    public Task<IConnectionMultiplexer> GetAsync()
    {
        lock (_lock)
        {
            if (_connection is null || _connection.IsFaulted || _connection.IsCanceled)
            {
                _connection = connect();
            }

            return _connection;
        }
    }

    /// <exception cref="TimeoutException">There is no connection now.</exception>
    public async Task<RedisResult> RunAsync(string script, RedisKey[] keys, RedisValue[] values, CommandFlags flags = CommandFlags.None)
    {
        IConnectionMultiplexer connection = await GetAsync().ConfigureAwait(false);
        if (!connection.IsConnected)
        {
            throw new TimeoutException("Redis cannot be reached.");
        }

        return await connection.GetDatabase().ScriptEvaluateAsync(script, keys, values, flags).ConfigureAwait(false);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (own is not null && _connection is { Status: TaskStatus.RanToCompletion })
            {
                _connection.Result.Dispose();
            }
        }
    }
}
