using System.Globalization;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using VendorErrors.Http;
using VendorErrors.Http.Cooldowns;

namespace VendorErrors.Redis.Stores;

/// <summary>
/// Cooldowns as ends on the server's clock, in one sorted set, with a channel that carries lengths. An end is only extended. A look every two
/// seconds finds what a message did not bring, and whoever knows of an end that the server lost reports it again.
/// </summary>
internal sealed class RedisCooldowns(RedisLink link, string prefix, TimeProvider time, ILogger logger) : ICooldownBackplane
{
    private const int MostAtOnce = 1024;
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    private const string Now = "local t=redis.call('TIME') local now=tonumber(t[1])*1000+math.floor(tonumber(t[2])/1000)\n";

    private const string Extend = Now + """
        redis.call('ZREMRANGEBYSCORE',KEYS[1],'-inf',string.format('%.0f',now))
        local e=now+tonumber(ARGV[1])
        local s=redis.call('ZSCORE',KEYS[1],ARGV[2])
        if s and tonumber(s)>=e then return 0 end
        redis.call('ZADD',KEYS[1],string.format('%.0f',e),ARGV[2])
        redis.call('INCR',KEYS[2])
        redis.call('PUBLISH',ARGV[3],ARGV[1]..' '..ARGV[2])
        return 1
        """;

    // The server's own restart and an emptied server are seen by the counter, which then is another one.
    private const string Look = Now + """
        local c=redis.call('GET',KEYS[2]) or '0'
        if c==ARGV[1] then return {c} end
        local r=redis.call('ZRANGEBYSCORE',KEYS[1],string.format('%.0f',now),'+inf','WITHSCORES','LIMIT','0',ARGV[2])
        local a={c}
        for i=1,#r,2 do a[#a+1]=r[i] a[#a+1]=string.format('%.0f',tonumber(r[i+1])-now) end
        return a
        """;

    private readonly CooldownEnds _known = new(time, MostAtOnce);
    private readonly RedisKey[] _keys = [$"{{{prefix}}}:cooldowns", $"{{{prefix}}}:cooldowns:changes"];
    private readonly RedisChannel _channel = RedisChannel.Literal($"{{{prefix}}}:cooldowns");
    private volatile bool _isOut;

    public async ValueTask PublishAsync(string account, TimeSpan remaining, CancellationToken cancellationToken)
    {
        // Known before it is sent: what is not heard now is reported when the server is back.
        _known.Extend(account, remaining);
        if (!_isOut)
        {
            try
            {
                await SendAsync(account, remaining).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever the client throws: it is away.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Fail(e);
            }
        }
    }

    public IDisposable Subscribe(Action<string, TimeSpan> extend)
    {
        var stop = new CancellationTokenSource();
        _ = Task.Run(() => ListenAsync(extend, stop.Token));
        return new Subscription(stop);
    }

    private async Task ListenAsync(Action<string, TimeSpan> extend, CancellationToken cancellationToken)
    {
        ChannelMessageQueue? messages = null;
        long seen = -1;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (messages is null)
                {
                    IConnectionMultiplexer connection = await link.GetAsync().ConfigureAwait(false);
                    messages = await connection.GetSubscriber().SubscribeAsync(_channel).ConfigureAwait(false);
                    messages.OnMessage(message => Hear(message.Message, extend));
                }

                bool wasOut = _isOut;
                long last = seen;
                seen = await LookAsync(wasOut ? -1 : last, extend).ConfigureAwait(false);
                if (wasOut || seen < last)
                {
                    foreach ((string account, TimeSpan left) in _known.Running())
                    {
                        await SendAsync(account, left).ConfigureAwait(false);
                    }
                }

                _isOut = false;
            }
#pragma warning disable CA1031 // Whatever the client throws: it is away, and comes back or not.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Fail(e);
            }

            try
            {
                // The system's clock: nobody's calls wait for it.
                await Task.Delay(s_look, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        try
        {
            await (messages?.UnsubscribeAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // It ends anyway.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private async Task<long> LookAsync(long seen, Action<string, TimeSpan> extend)
    {
        var answer = (RedisResult[])(await link.RunAsync(Look, _keys, [seen, MostAtOnce]).ConfigureAwait(false))!;
        for (var i = 1; i + 1 < answer.Length; i += 2)
        {
            extend((string)answer[i]!, TimeSpan.FromMilliseconds((long)answer[i + 1]));
        }

        return (long)answer[0];
    }

    private Task<RedisResult> SendAsync(string account, TimeSpan left) =>
        link.RunAsync(Extend, _keys, [(long)Math.Ceiling(left.TotalMilliseconds), account, (string)_channel!]);

    private static void Hear(string? message, Action<string, TimeSpan> extend)
    {
        int space = message?.IndexOf(' ') ?? -1;
#if NET
        if (space > 0 && long.TryParse(message.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
#else
        if (space > 0 && long.TryParse(message!.Substring(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
#endif
        {
            extend(message!.Substring(space + 1), TimeSpan.FromMilliseconds(length));
        }
    }

    private void Fail(Exception e)
    {
        if (!_isOut)
        {
            _isOut = true;
            RedisLog.CooldownsFailed(logger, e.GetType().Name);
        }
    }

    private sealed class Subscription(CancellationTokenSource stop) : IDisposable
    {
        public void Dispose()
        {
            stop.Cancel();
            stop.Dispose();
        }
    }
}
