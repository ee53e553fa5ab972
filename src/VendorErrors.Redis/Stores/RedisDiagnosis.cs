using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using VendorErrors.Http;

namespace VendorErrors.Redis.Stores;

/// <summary>Finds out whether Redis can be used for what is registered, and says in one sentence why not.</summary>
internal sealed class RedisDiagnosis(RedisLink link, IServiceProvider provider, IOptions<VendorErrorsRedisOptions> options)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether calls are entered here: a store that nobody asks may be as it likes.</summary>
    private bool KeepsLedger =>
        options.Value.ShareLedger && provider.GetService<IServiceProviderIsService>()?.IsService(typeof(CallLedger)) != false && provider.GetService<ICallLedgerStore>() is RedisCallLedgerStore;

    /// <param name="isStart">Whether to find out why there is no connection, and to log what is accepted.</param>
    /// <returns>The fault; null where there is none.</returns>
    public async Task<string?> FindFaultAsync(bool isStart)
    {
        try
        {
            Task<string?> trial = TryAsync(isStart);
            return await Task.WhenAny(trial, Task.Delay(s_patience)).ConfigureAwait(false) == trial ? await trial.ConfigureAwait(false) : "Redis did not answer within 10 seconds; check its address and port.";
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ArgumentException)
        {
            return RedisFaults.TextOf(e);
        }
    }

    private async Task<string?> TryAsync(bool isStart)
    {
        using IConnectionMultiplexer? trial = isStart ? await link.TryConnectAsync().ConfigureAwait(false) : null;
        IConnectionMultiplexer connection = await link.GetAsync().ConfigureAwait(false);
        if (!connection.IsConnected)
        {
            return "Redis cannot be reached; check its address, its port and its password.";
        }

        if (connection.GetServers() is { Length: > 0 } servers && servers.Where(server => server.IsConnected).All(server => server.IsReplica))
        {
            return RedisFaults.ReadOnly + ".";
        }

        // Nothing that stays; a replica refuses it.
        RedisKey key = $"{{{options.Value.KeyPrefix}}}:start";
        await connection.GetDatabase().StringSetAsync(key, "1", TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        return KeepsLedger ? await FindLossAsync(trial ?? connection, isStart).ConfigureAwait(false) : null;
    }

    private async Task<string?> FindLossAsync(IConnectionMultiplexer connection, bool isStart)
    {
        ILogger logger = isStart ? provider.GetService<ILoggerFactory>()?.CreateLogger("VendorErrors") ?? NullLogger.Instance : NullLogger.Instance;
        foreach (IServer server in connection.GetServers().Where(server => server is { IsConnected: true, IsReplica: false }))
        {
            RedisDurability durability = await RedisDurability.OfAsync(server).ConfigureAwait(false);
            if (durability.Fault is { } fault)
            {
                if (!options.Value.AllowLossyLedger)
                {
                    return fault + " Or set AllowLossyLedger, if calls may be made twice then.";
                }

                RedisLog.LossyLedger(logger, fault);
            }
            else if (durability.Reservation is { } reservation)
            {
                RedisLog.LossyLedger(logger, reservation);
            }
        }

        return null;
    }
}
