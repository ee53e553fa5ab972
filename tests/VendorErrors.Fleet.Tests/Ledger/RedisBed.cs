using StackExchange.Redis;
using VendorErrors.Fleet.Tests.Servers;
using VendorErrors.Redis.Stores;

namespace VendorErrors.Fleet.Tests.Ledger;

/// <summary>The ledger on a Redis of its own.</summary>
internal sealed class RedisBed : LedgerBed
{
    private const string Shift = """
        local e=redis.call('HMGET',KEYS[1],'s','l','a')
        if not e[1] then return end
        local function f(x) return string.format('%.0f',x) end
        local d=tonumber(ARGV[1])
        if e[2]~='0' then redis.call('HSET',KEYS[1],'l',f(tonumber(e[2])-d)) end
        redis.call('HSET',KEYS[1],'a',f(tonumber(e[3])-d))
        redis.call('ZINCRBY',KEYS[1+tonumber(e[1])],f(-d),ARGV[2])
        local p=redis.call('PTTL',KEYS[1])
        if p>d/1000 then redis.call('PEXPIRE',KEYS[1],f(p-d/1000)) elseif p>0 then redis.call('DEL',KEYS[1]) end
        """;

    private const string Forget = "redis.call('DEL',KEYS[1]) for i=2,5 do redis.call('ZREM',KEYS[i],ARGV[1]) end";

    private RedisCallLedgerStore _store;

    private RedisBed(RedisServer server)
    {
        Server = server;
        (Link, _store) = Connect();
    }

    public RedisServer Server { get; }

    public RedisLink Link { get; private set; }

    public override ICallLedgerStore Store => _store;

    public static async Task<RedisBed> StartAsync(string fsync, params string[] settings) => new(await RedisServer.StartAsync(fsync, settings: settings));

    /// <summary>Connects again at once, where the client would wait for a while.</summary>
    public async Task ReconnectAsync()
    {
        Link.Dispose();
        (Link, _store) = Connect();
        for (var i = 0; ; i++)
        {
            try
            {
                await ExecuteAsync("PING");
                return;
            }
            catch (RedisException) when (i < 100)
            {
                // It may still be loading.
                await Task.Delay(50);
            }
        }
    }

    public override async Task PassAsync(string key, TimeSpan time) => await Link.RunAsync(Shift, _store.KeysOf(key), [time.Ticks / 10, key]);

    public override async Task ForgetAsync(string key) => await Link.RunAsync(Forget, _store.KeysOf(key), [key]);

    /// <summary>How long an entry lives by itself; null for ever.</summary>
    public async Task<TimeSpan?> TimeToLiveAsync(string key) => await (await Link.GetAsync()).GetDatabase().KeyTimeToLiveAsync(_store.KeysOf(key)[0]);

    public async Task<RedisResult> ExecuteAsync(string command, params object[] words) => await (await Link.GetAsync()).GetDatabase().ExecuteAsync(command, words);

    private (RedisLink Link, RedisCallLedgerStore Store) Connect()
    {
        ConfigurationOptions options = RedisLink.OptionsOf(Server.Address);
        options.AllowAdmin = true;
        var link = new RedisLink(async () => await ConnectionMultiplexer.ConnectAsync(options), options);
        return (link, new RedisCallLedgerStore(link, "fleet"));
    }

    public override ValueTask DisposeAsync()
    {
        Link.Dispose();
        Server.Dispose();
        return default;
    }
}
