using Microsoft.Extensions.Options;
using StackExchange.Redis;
using VendorErrors.Http;

namespace VendorErrors.Redis.Stores;

/// <summary>Nothing but a place for the question at the start of a host whether Redis can be used.</summary>
internal sealed class RedisStartCheck
{
    internal sealed class Validator(RedisLink link, IOptions<VendorErrorsRedisOptions> options) : IValidateOptions<RedisStartCheck>
    {
        private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

        public ValidateOptionsResult Validate(string? name, RedisStartCheck check)
        {
            if (!options.Value.CheckAtStart)
            {
                return ValidateOptionsResult.Success;
            }

            // Off the context: its thread is blocked here.
            string? fault = Task.Run(FindFaultAsync).GetAwaiter().GetResult();
            return fault is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(fault);
        }

        private async Task<string?> FindFaultAsync()
        {
            try
            {
                Task<string?> trial = TryAsync();
                return await Task.WhenAny(trial, Task.Delay(s_patience)).ConfigureAwait(false) == trial ? await trial.ConfigureAwait(false) : "Redis did not answer within 10 seconds; check its address and port.";
            }
            catch (Exception e) when (e is RedisException or TimeoutException or ArgumentException)
            {
                return FaultOf(e);
            }
        }

        private async Task<string?> TryAsync()
        {
            await link.TryConnectAsync().ConfigureAwait(false);
            IConnectionMultiplexer connection = await link.GetAsync().ConfigureAwait(false);
            if (!connection.IsConnected)
            {
                return "Redis cannot be reached; check its address, its port and its password.";
            }

            if (connection.GetServers() is { Length: > 0 } servers && servers.Where(server => server.IsConnected).All(server => server.IsReplica))
            {
                return "Redis is a read-only replica; use the address of the primary.";
            }

            // Nothing that stays; a replica refuses it.
            RedisKey key = $"{{{options.Value.KeyPrefix}}}:start";
            await connection.GetDatabase().StringSetAsync(key, "1", TimeSpan.FromSeconds(1)).ConfigureAwait(false);
            return null;
        }

        private static string FaultOf(Exception e) =>
            e.ToString() is var text && (text.Contains("WRONGPASS") || text.Contains("NOAUTH") || text.Contains("AuthenticationFailure")) ? "Redis refused the user or the password."
            : text.Contains("READONLY") || text.Contains("eligible replica") || text.Contains("on a replica") || text.Contains("to a replica") ? "Redis is a read-only replica; use the address of the primary."
            : text.Contains("NOPERM") ? "The user of Redis may not write keys with this prefix."
            : e is RedisConnectionException ? "Redis cannot be reached; check its address, its port and its password."
            : $"Redis cannot be used ({e.GetType().Name}).";
    }
}
