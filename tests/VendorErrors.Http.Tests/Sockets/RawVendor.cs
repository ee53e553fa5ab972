using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace VendorErrors.Http.Tests.Sockets;

/// <summary>
/// A vendor on a bare socket of 127.0.0.1, for what a web server does not do: it reads a whole HTTP/1.1 request, executes it, which is
/// counted, and then answers, closes, resets or stalls, as its script says.
/// </summary>
internal sealed class RawVendor : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<RawRequest> _executed = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<RawRequest, RawStep> _script;
    private readonly Task _accepts;

    private RawVendor(Func<RawRequest, RawStep> script)
    {
        _script = script;
        _listener.Start();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"));
        _accepts = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The requests that were executed, in order. One that broke off is none.</summary>
    public IReadOnlyList<RawRequest> Executed => [.. _executed];

    /// <summary>How many requests were executed.</summary>
    public int Executions => _executed.Count;

    /// <summary>Starts a vendor that does for each request what a function says. The function may be asked for several connections at once.</summary>
    public static RawVendor Start(Func<RawRequest, RawStep> script) => new(script);

    /// <summary>Starts a vendor that plays one step for each request, and the last one from then on.</summary>
    public static RawVendor Start(params RawStep[] steps)
    {
        int next = -1;
        return new RawVendor(_ => steps[Math.Min(Interlocked.Increment(ref next), steps.Length - 1)]);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepts;
        await Task.WhenAll(_connections);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            for (var connection = 1; ; connection++)
            {
                Socket socket = await _listener.AcceptSocketAsync(_end.Token);
                _connections.Add(ServeAsync(socket, connection));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The vendor is disposed of.
        }
    }

    private async Task ServeAsync(Socket socket, int connection)
    {
        try
        {
            using (socket)
            {
                await using var stream = new NetworkStream(socket);
                using var reader = new RawRequestReader(stream, connection);
                while (await reader.ReadAsync(_end.Token) is { } request)
                {
                    _executed.Enqueue(request);
                    RawStep step = _script(request);
                    await stream.WriteAsync(Encoding.Latin1.GetBytes(step.Text), _end.Token);
                    if (step.End == RawEnd.KeepAlive)
                    {
                        continue;
                    }

                    await EndAsync(socket, stream, step.End);
                    return;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The client left in the middle, or the vendor is disposed of.
        }
    }

    private async Task EndAsync(Socket socket, NetworkStream stream, RawEnd end)
    {
        switch (end)
        {
            case RawEnd.Close:
                socket.Shutdown(SocketShutdown.Both);
                break;
            case RawEnd.Reset:
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                break;
            default:
                // Ends when the client closes its side.
                await stream.CopyToAsync(Stream.Null, _end.Token);
                break;
        }
    }
}
