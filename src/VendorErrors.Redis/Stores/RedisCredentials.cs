using StackExchange.Redis;
using VendorErrors.Http;

namespace VendorErrors.Redis.Stores;

/// <summary>Each credential is one hash, so that it has one slot of a cluster; each step is one script, on the server's clock.</summary>
internal sealed class RedisCredentials(RedisLink link, string prefix) : ISharedCredentialStore
{
    // Kept for 40 days after the last change: no token of ours lives longer.
    private const string Keep = "redis.call('PEXPIRE',KEYS[1],'3456000000')\n";

    private const string Now = "local t=redis.call('TIME') local now=tonumber(t[1])*1000+math.floor(tonumber(t[2])/1000)\n";

    private const string Begin = Now + """
        local h=redis.call('HMGET',KEYS[1],'v','s','l','p')
        local v=tonumber(h[1] or '0')
        if v>tonumber(ARGV[1]) then return {0,v,0,h[2]} end
        local p=tonumber(h[4] or '0')
        if p>now then return {1,v,p-now,false} end
        local l=tonumber(h[3] or '0')
        if l>now then return {2,v,l-now,false} end
        redis.call('HSET',KEYS[1],'o',ARGV[2],'l',string.format('%.0f',now+tonumber(ARGV[3])))

        """ + Keep + "return {3,v,0,h[2]}";

    private const string Owned = "if redis.call('HGET',KEYS[1],'o')~=ARGV[1] then return 0 end\n";
    private const string Renew = Now + Owned + "redis.call('HSET',KEYS[1],'l',string.format('%.0f',now+tonumber(ARGV[2])))\nreturn 1";
    private const string Commit = Owned + "redis.call('HSET',KEYS[1],'v',ARGV[2],'s',ARGV[3])\nredis.call('HDEL',KEYS[1],'o','l','p')\n" + Keep + "return 1";
    private const string Fail = Now + Owned + "redis.call('HSET',KEYS[1],'p',string.format('%.0f',now+tonumber(ARGV[2])))\nredis.call('HDEL',KEYS[1],'o','l')\nreturn 1";

    public async ValueTask<SharedCredentialState> TryBeginAsync(string name, long refusedVersion, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        var answer = (RedisResult[])(await link.RunAsync(Begin, KeysOf(name), [refusedVersion, owner, Milliseconds(lease)]).ConfigureAwait(false))!;
        return new((SharedCredentialStep)(int)answer[0], (long)answer[1], (byte[]?)answer[3], TimeSpan.FromMilliseconds((long)answer[2]));
    }

    public async ValueTask<bool> RenewAsync(string name, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        (long)await link.RunAsync(Renew, KeysOf(name), [owner, Milliseconds(lease)]).ConfigureAwait(false) == 1;

    public async ValueTask<bool> CommitAsync(string name, string owner, long version, byte[] secret, CancellationToken cancellationToken) =>
        (long)await link.RunAsync(Commit, KeysOf(name), [owner, version, secret]).ConfigureAwait(false) == 1;

    public async ValueTask FailAsync(string name, string owner, TimeSpan pause, CancellationToken cancellationToken) =>
        await link.RunAsync(Fail, KeysOf(name), [owner, Milliseconds(pause)]).ConfigureAwait(false);

    private static long Milliseconds(TimeSpan time) => (long)Math.Ceiling(time.TotalMilliseconds);

    private RedisKey[] KeysOf(string name) => [$"{{{prefix}:credential:{name}}}"];
}
