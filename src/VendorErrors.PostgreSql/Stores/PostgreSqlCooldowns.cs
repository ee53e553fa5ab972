using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;
using VendorErrors.Http;
using VendorErrors.Http.Cooldowns;

namespace VendorErrors.PostgreSql.Stores;

/// <summary>
/// Cooldowns as ends on the server's clock, in a table, with notifications that carry lengths. An end is only extended. A look every two
/// seconds finds what a notification did not bring; after an outage, what this process knows is reported again.
/// </summary>
internal sealed class PostgreSqlCooldowns(PostgreSqlLink link, TimeProvider time, ILogger logger) : ICooldownBackplane
{
    private const int MostAtOnce = 1024;
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    private const string Extend = """
        WITH later AS (
            INSERT INTO {schema}.cooldown AS c (account, ends) VALUES ($1, clock_timestamp() + $2)
            ON CONFLICT (account) DO UPDATE SET ends = excluded.ends WHERE c.ends < excluded.ends RETURNING 1
        ), gone AS (
            DELETE FROM {schema}.cooldown WHERE ends < clock_timestamp() - interval '1 day' AND account <> $1
        )
        SELECT pg_notify($3, $4) FROM later
        """;

    private const string Look = "SELECT account, ends - clock_timestamp() FROM {schema}.cooldown WHERE ends > clock_timestamp() ORDER BY ends DESC LIMIT 1024";

    private readonly CooldownEnds _known = new(time, MostAtOnce);
    private volatile bool _isOut;

    public async ValueTask PublishAsync(string account, TimeSpan remaining, CancellationToken cancellationToken)
    {
        // Known before it is sent: what is not heard now is reported when the server is back.
        _known.Extend(account, remaining);
        if (!_isOut)
        {
            try
            {
                await SendAsync(account, remaining, cancellationToken).ConfigureAwait(false);
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
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                NpgsqlConnection connection = await link.OpenAsync(cancellationToken).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    connection.Notification += (_, message) => Hear(message.Payload, extend);
                    await link.QueryAsync(connection, $"LISTEN {link.Channel}", static _ => true, cancellationToken).ConfigureAwait(false);
                    while (true)
                    {
                        await link.QueryAsync(connection, Look, reader => Read(reader, extend), cancellationToken).ConfigureAwait(false);
                        if (_isOut)
                        {
                            foreach ((string account, TimeSpan left) in _known.Running())
                            {
                                await SendAsync(account, left, cancellationToken).ConfigureAwait(false);
                            }

                            _isOut = false;
                        }

                        long looked = TimeProvider.System.GetTimestamp();
                        while (s_look - TimeProvider.System.GetElapsedTime(looked) is { TotalMilliseconds: > 1 } left && await connection.WaitAsync(left, cancellationToken).ConfigureAwait(false))
                        {
                        }
                    }
                }
            }
#pragma warning disable CA1031 // Whatever the client throws: it is away, and comes back or not.
            catch (Exception e)
#pragma warning restore CA1031
            {
                if (!cancellationToken.IsCancellationRequested)
                {
                    Fail(e);
                }
            }

            try
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private Task<bool> SendAsync(string account, TimeSpan left, CancellationToken cancellationToken) =>
        link.QueryAsync(Extend, static _ => true, cancellationToken, account, left, link.Channel, ((long)Math.Ceiling(left.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture) + " " + account);

    private static bool Read(NpgsqlDataReader reader, Action<string, TimeSpan> extend)
    {
        while (reader.Read())
        {
            extend(reader.GetString(0), reader.GetTimeSpan(1));
        }

        return true;
    }

    private static void Hear(string message, Action<string, TimeSpan> extend)
    {
        int space = message.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && long.TryParse(message.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            extend(message[(space + 1)..], TimeSpan.FromMilliseconds(length));
        }
    }

    private void Fail(Exception e)
    {
        if (!_isOut)
        {
            _isOut = true;
            PostgreSqlLog.CooldownsFailed(logger, e.GetType().Name);
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
