using System.Globalization;
using StackExchange.Redis;
using VendorErrors.Http;

namespace VendorErrors.Redis.Stores;

/// <summary>
/// Each entry of the ledger is a hash, and each step one script, on the server's clock in microseconds. The entries are dealt out to sixteen slots of a
/// cluster, and each slot has an index for each state, which the same script keeps: lists and counts need no search through all keys. Only entries that are
/// final have an end.
/// </summary>
internal sealed class RedisCallLedgerStore(RedisLink link, string prefix) : ICallLedgerStore
{
    private const int Slots = 16;
    private const int States = 4;
    private const int MostAtOnce = 256;

    private const string Now = "local t=redis.call('TIME') local now=tonumber(t[1])*1000000+tonumber(t[2])\nlocal function f(x) return string.format('%.0f',x) end\n";

    private const string Read = Now + """
        local e=redis.call('HMGET',KEYS[1],'v','s','o','c','f','d','l','a')
        if e[1] then
        local l=tonumber(e[7])
        if l~=0 then l=l-now end
        return {'1',e[1],e[2],e[3],e[4],e[5],e[6],f(l),f(now-tonumber(e[8]))}
        end

        """;

    private const string Find = Read + "return {'0'}";

    // The hash is written first: a full memory, or a disk that cannot be written to, refuses a script's first write only. Entries that have ended by
    // themselves leave the index by and by.
    private const string Add = Read + """
        if now-tonumber(ARGV[8])>tonumber(ARGV[9]) then return {'2'} end
        redis.call('HSET',KEYS[1],'v',ARGV[1],'s',ARGV[2],'o',ARGV[3],'c',ARGV[4],'f',ARGV[5],'d',ARGV[6],'l',f(now+tonumber(ARGV[7])),'a',f(now))
        redis.call('ZADD',KEYS[1+tonumber(ARGV[2])],f(now),ARGV[10])
        for i=4,5 do
        local g=redis.call('ZRANGEBYSCORE',KEYS[i],'-inf',f(now),'LIMIT','0','4')
        for j=1,#g do redis.call('ZREM',KEYS[i],g[j]) end
        end
        return {'0'}
        """;

    private const string Replace = Now + """
        local e=redis.call('HMGET',KEYS[1],'v','o','s','a')
        if e[1]~=ARGV[9] or e[2]~=ARGV[10] then return 0 end
        local a=f(now)
        if e[3]==ARGV[2] then a=e[4] end
        local l='0'
        if tonumber(ARGV[7])>0 then l=f(now+tonumber(ARGV[7])) end
        redis.call('HSET',KEYS[1],'v',ARGV[1],'s',ARGV[2],'o',ARGV[3],'c',ARGV[4],'f',ARGV[5],'d',ARGV[6],'l',l,'a',a)
        if e[3]~=ARGV[2] then redis.call('ZREM',KEYS[1+tonumber(e[3])],ARGV[11]) end
        local i=KEYS[1+tonumber(ARGV[2])]
        if ARGV[2]=='3' or ARGV[2]=='4' then
        local k=now+tonumber(ARGV[8])
        redis.call('ZADD',i,f(k),ARGV[11])
        redis.call('PEXPIREAT',KEYS[1],f(math.ceil(k/1000)))
        else
        redis.call('ZADD',i,a,ARGV[11])
        redis.call('PERSIST',KEYS[1])
        end
        return 1
        """;

    private const string Secret = """
        local s=redis.call('GET',KEYS[1])
        if s then return s end
        redis.call('SET',KEYS[1],ARGV[1])
        return ARGV[1]
        """;

    // By the time since which an entry is in a state that does not end; by the end where it does, which is the same order for one retention.
    private const string Unsettled = Now + "return redis.call('ZRANGEBYSCORE',KEYS[1],'-inf',f(now-tonumber(ARGV[1])),'WITHSCORES','LIMIT','0',ARGV[2])";
    private const string Final = Now + "return redis.call('ZRANGEBYSCORE',KEYS[1],f(now),'+inf','WITHSCORES','LIMIT','0',ARGV[2])";

    private const string Count = Now + """
        return {redis.call('ZCARD',KEYS[1]),redis.call('ZCARD',KEYS[2]),redis.call('ZCOUNT',KEYS[3],f(now),'+inf'),redis.call('ZCOUNT',KEYS[4],f(now),'+inf')}
        """;

    private const string Purge = Now + """
        local n=0
        for i=1,2 do
        local g=redis.call('ZRANGEBYSCORE',KEYS[i],'-inf',f(now),'LIMIT','0',tonumber(ARGV[1])-n)
        for j=1,#g do redis.call('ZREM',KEYS[i],g[j]) end
        n=n+#g
        end
        return n
        """;

    public async ValueTask<LedgerAddition> AddAsync(LedgerEntry entry, TimeSpan lease, DateTimeOffset createdAt, TimeSpan retention, CancellationToken cancellationToken)
    {
        var answer = (RedisResult[])(await RunAsync(
            Add,
            KeysOf(entry.Key),
            [.. ValuesOf(entry), Microseconds(lease), Microseconds(createdAt - DateTimeOffset.FromUnixTimeMilliseconds(0)), Microseconds(retention), entry.Key],
            cancellationToken).ConfigureAwait(false))!;
        return (string)answer[0]! switch
        {
            "0" => LedgerAddition.Added,
            "2" => LedgerAddition.TooOld,
            _ => LedgerAddition.Exists(EntryOf(entry.Key, answer)),
        };
    }

    public async ValueTask<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var answer = (RedisResult[])(await RunAsync(Find, [KeyOf(key)], [], cancellationToken).ConfigureAwait(false))!;
        return answer.Length > 1 ? EntryOf(key, answer) : null;
    }

    public async ValueTask<bool> ReplaceAsync(LedgerEntry entry, LedgerEntry expected, TimeSpan lease, TimeSpan keep, CancellationToken cancellationToken) =>
        (long)await RunAsync(
            Replace,
            KeysOf(entry.Key),
            [.. ValuesOf(entry), Microseconds(lease), Microseconds(keep), expected.Version, expected.Owner, entry.Key],
            cancellationToken).ConfigureAwait(false) == 1;

    public async ValueTask<byte[]> GetOrAddSecretAsync(byte[] proposed, CancellationToken cancellationToken) =>
        (byte[])(await RunAsync(Secret, [$"{{{prefix}:ledger}}:secret"], [proposed], cancellationToken).ConfigureAwait(false))!;

    public async ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(LedgerState? state, TimeSpan olderThan, int most, CancellationToken cancellationToken)
    {
        List<string> keys = [];
        for (int one = (int)(state ?? LedgerState.Sending); one <= (int)(state ?? LedgerState.Refused); one++)
        {
            string script = one >= (int)LedgerState.Done ? Final : Unsettled;
            RedisResult[] answers = await Task.WhenAll(Enumerable.Range(0, Slots).Select(slot => RunAsync(script, [IndexOf(slot, one)], [Microseconds(olderThan), most], cancellationToken))).ConfigureAwait(false);
            keys.AddRange(answers.SelectMany(ScoresOf).OrderBy(pair => pair.Score).Take(most).Select(pair => pair.Key));
        }

        List<LedgerEntry> entries = [];
        for (var at = 0; at < keys.Count; at += MostAtOnce)
        {
            LedgerEntry?[] found = await Task.WhenAll(keys.Skip(at).Take(MostAtOnce).Select(key => FindAsync(key, cancellationToken).AsTask())).ConfigureAwait(false);

            // Some may have ended, or changed, since their index was read.
            entries.AddRange(found.OfType<LedgerEntry>().Where(entry => (state is null || entry.State == state) && entry.Age >= olderThan));
        }

        return [.. entries.OrderByDescending(entry => entry.Age).Take(most)];
    }

    public async ValueTask<IReadOnlyDictionary<LedgerState, long>> CountAsync(CancellationToken cancellationToken)
    {
        RedisResult[] answers = await Task.WhenAll(Enumerable.Range(0, Slots).Select(slot => RunAsync(Count, [.. IndexesOf(slot)], [], cancellationToken))).ConfigureAwait(false);
        long[][] counts = [.. answers.Select(answer => (long[])answer!)];
        return Enumerable.Range(0, States)
            .Select(at => (State: (LedgerState)(at + 1), Count: counts.Sum(count => count[at])))
            .Where(pair => pair.Count > 0)
            .ToDictionary(pair => pair.State, pair => pair.Count);
    }

    // Entries end by themselves; what is left of them is in the indexes.
    public async ValueTask<int> PurgeAsync(int most, CancellationToken cancellationToken)
    {
        var gone = 0;
        for (var slot = 0; slot < Slots && gone < most; slot++)
        {
            gone += (int)await RunAsync(Purge, [IndexOf(slot, (int)LedgerState.Done), IndexOf(slot, (int)LedgerState.Refused)], [most - gone], cancellationToken).ConfigureAwait(false);
        }

        return gone;
    }

    private async Task<RedisResult> RunAsync(string script, RedisKey[] keys, RedisValue[] values, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // A replica may be behind, so that it is not asked for what is only read either.
            return await link.RunAsync(script, keys, values, CommandFlags.DemandMaster).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            throw new CallLedgerStoreException(RedisFaults.KindOf(e), e);
        }
    }

    private static IEnumerable<(double Score, string Key)> ScoresOf(RedisResult answer)
    {
        var pairs = (RedisResult[])answer!;
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            yield return (double.Parse((string)pairs[i + 1]!, CultureInfo.InvariantCulture), (string)pairs[i]!);
        }
    }

    private static LedgerEntry EntryOf(string key, RedisResult[] answer) =>
        new(
            key,
            (long)answer[1],
            (LedgerState)(int)answer[2],
            (string)answer[3]!,
            (long)answer[4],
            (string?)answer[5] is { Length: > 0 } fingerprint ? fingerprint : null,
            (string)answer[6]!)
        {
            LeaseLeft = TimeSpan.FromTicks((long)answer[7] * 10),
            Age = TimeSpan.FromTicks((long)answer[8] * 10),
        };

    private static RedisValue[] ValuesOf(LedgerEntry entry) =>
        [entry.Version, (int)entry.State, entry.Owner, entry.Claim, entry.Fingerprint ?? string.Empty, entry.Data];

    // Rounded up: a lease never ends earlier than the sender thinks.
    private static long Microseconds(TimeSpan time) => (long)Math.Ceiling(time.Ticks / 10m);

    private static int SlotOf(string key) => key.Length == 0 ? 0 : (key[0] <= '9' ? key[0] : key[0] + 9) & (Slots - 1);

    private RedisKey IndexOf(int slot, int state) => FormattableString.Invariant($"{{{prefix}:ledger:{slot}}}:{state}");

    private IEnumerable<RedisKey> IndexesOf(int slot) => Enumerable.Range(1, States).Select(state => IndexOf(slot, state));

    private RedisKey KeyOf(string key) => FormattableString.Invariant($"{{{prefix}:ledger:{SlotOf(key)}}}:{key}");

    internal RedisKey[] KeysOf(string key) => [KeyOf(key), .. IndexesOf(SlotOf(key))];
}
