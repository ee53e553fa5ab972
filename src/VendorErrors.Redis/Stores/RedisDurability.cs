using StackExchange.Redis;

namespace VendorErrors.Redis.Stores;

/// <summary>Whether a server keeps what it has confirmed.</summary>
internal sealed class RedisDurability
{
    private RedisDurability(string? fault, string? reservation) => (Fault, Reservation) = (fault, reservation);

    /// <summary>Why entries of the ledger would get lost, in a sentence; null where they would not.</summary>
    public string? Fault { get; }

    /// <summary>What may get lost all the same, and is accepted.</summary>
    public string? Reservation { get; }

    public static async Task<RedisDurability> OfAsync(IServer server)
    {
        // By a script, because the client lets only administrators ask.
        string? aof = ValueOf(await AskAsync(server, "EVAL", "return redis.call('INFO','persistence')", 0).ConfigureAwait(false), "aof_enabled");
        string? policy = ValueOf(await AskAsync(server, "EVAL", "return redis.call('INFO','memory')", 0).ConfigureAwait(false), "maxmemory_policy");
        string? fault = FaultOf(aof, policy);
        if (fault is not null)
        {
            return new(fault, null);
        }

        // Managed servers often forbid CONFIG, a connection of the application's needs allowAdmin for it, and INFO does not have this one.
        return await AskAsync(server, "CONFIG", "GET", "appendfsync").ConfigureAwait(false) switch
        {
            { } text when text.Contains("always") => new(null, null),
            { } text when text.Contains("everysec") => new(null, "Redis flushes its append-only file once a second (appendfsync everysec): a crash of its machine forgets the calls of the last second, and these may be made twice."),
            { } text when text.Contains("no") => new("Redis leaves it to the system when its append-only file is flushed (appendfsync no): a crash of its machine forgets calls. Set appendfsync always, or everysec.", null),
            _ => new(null, "Redis does not say how it flushes its append-only file; unless appendfsync is always, a crash of its machine forgets calls, and these may be made twice."),
        };
    }

    private static string? FaultOf(string? aof, string? policy) =>
        aof is null || policy is null ? "Redis does not say whether it keeps an append-only file and never drops keys (INFO persistence, INFO memory): make sure of appendonly yes and maxmemory-policy noeviction."
        : aof != "1" ? "Redis keeps no append-only file, so that a restart forgets calls: set appendonly yes."
        : policy != "noeviction" ? $"Redis drops keys when its memory is full, and so forgets calls: set maxmemory-policy noeviction (it is {policy})."
        : null;

    // One that may not be asked says nothing.
    private static async Task<string?> AskAsync(IServer server, string command, params object[] words)
    {
        try
        {
            RedisResult answer = await server.ExecuteAsync(command, words).ConfigureAwait(false);
            return answer.Length > 0 ? string.Join(" ", (string[])answer!) : (string?)answer;
        }
        catch (Exception e) when (e is RedisServerException or RedisCommandException)
        {
            return null;
        }
    }

    private static string? ValueOf(string? info, string name)
    {
        string? line = info?.Split('\n').FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return line?.Substring(name.Length + 1).Trim();
    }
}
