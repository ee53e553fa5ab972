using System.Diagnostics;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>The client's end of a <see cref="LoopbackServer"/>.</summary>
internal sealed class LoopbackVendor : IDisposable
{
    private readonly Process _server = Self.Start(Self.Serve);
    private readonly Uri _address;

    public LoopbackVendor() => _address = new Uri(_server.StandardOutput.ReadLine()!);

    /// <summary>A client with a connection of its own and a handler in front of it, or none.</summary>
    public HttpClient CreateClient(DelegatingHandler? handler)
    {
        HttpMessageHandler chain = new SocketsHttpHandler { UseProxy = false };
        if (handler is not null)
        {
            handler.InnerHandler = chain;
            chain = handler;
        }

        return new HttpClient(chain) { BaseAddress = _address };
    }

    /// <summary>Gets a resource and reads it to its end, a buffer at a time.</summary>
    public static async Task<int> DownloadAsync(HttpClient client, string path, byte[] buffer)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using Stream stream = await response.Content.ReadAsStreamAsync();
        var total = 0;
        for (int read = -1; read != 0; total += read)
        {
            read = await stream.ReadAsync(buffer);
        }

        return total;
    }

    public void Dispose()
    {
        _server.StandardInput.Close();
        _server.WaitForExit();
        _server.Dispose();
    }
}
