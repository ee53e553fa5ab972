using System.Diagnostics;
using VendorErrors.Benchmarks.Measuring;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>The client's end of a <see cref="LoopbackServer"/>.</summary>
internal sealed class LoopbackVendor : IDisposable
{
    private readonly Process _server = Self.Start(Self.Serve);

    public LoopbackVendor() => Address = new Uri(_server.StandardOutput.ReadLine()!);

    /// <summary>Where the server listens.</summary>
    public Uri Address { get; }

    /// <summary>A client with a connection of its own and a handler in front of it, or none.</summary>
    public HttpClient CreateClient(DelegatingHandler? handler)
    {
        HttpMessageHandler chain = new SocketsHttpHandler { UseProxy = false };
        if (handler is not null)
        {
            handler.InnerHandler = chain;
            chain = handler;
        }

        return new HttpClient(chain) { BaseAddress = Address };
    }

    /// <summary>Gets a resource and reads it to its end, a buffer at a time.</summary>
    public static async Task<int> DownloadAsync(HttpClient client, string path, byte[] buffer)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        return await Download.ReadToEndAsync(response, buffer);
    }

    /// <summary>Several callers at once, each of which downloads a resource some times in turn.</summary>
    public static Candidate CreateCandidate(string name, HttpClient client, string path, int callers, int requestsOfEach)
    {
        byte[][] buffers = [.. Enumerable.Range(0, callers).Select(_ => new byte[4096])];
        return new Candidate(name, callers * requestsOfEach, () => Task.WhenAll(buffers.Select(buffer => DownloadAsync(client, path, buffer, requestsOfEach))).GetAwaiter().GetResult().Sum());
    }

    public void Dispose()
    {
        _server.StandardInput.Close();
        _server.WaitForExit();
        _server.Dispose();
    }

    private static async Task<int> DownloadAsync(HttpClient client, string path, byte[] buffer, int times)
    {
        var total = 0;
        for (var i = 0; i < times; i++)
        {
            total += await DownloadAsync(client, path, buffer);
        }

        return total;
    }
}
