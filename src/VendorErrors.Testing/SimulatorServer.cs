#if NET
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using VendorErrors.Testing.Simulation;

namespace VendorErrors.Testing;

/// <summary>
/// A simulated vendor on a port of this machine, for tests of whole programs in any language. Under <c>/__simulator</c> it says what it was
/// asked and takes scripts. Safe for use by several threads.
/// </summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SimulatorServer(WebApplication app, VendorSimulator simulator) => (_app, Simulator) = (app, simulator);

    /// <summary>The simulated vendor that it serves.</summary>
    public VendorSimulator Simulator { get; }

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Starts listening on 127.0.0.1.</summary>
    /// <param name="simulator">The simulated vendor.</param>
    /// <param name="port">The port, 1 to 65535; 0 for a free one. Default: a free one.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<SimulatorServer> StartAsync(VendorSimulator simulator, int port = 0, CancellationToken cancellationToken = default)
    {
        _ = simulator ?? throw new ArgumentNullException(nameof(simulator));
        // Nothing of the environment or of a settings file nearby may open another port.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.Listen(IPAddress.Loopback, port);
            server.Limits.MinResponseDataRate = null;
        });
        WebApplication app = builder.Build();
        var endpoint = new SimulatorEndpoint(simulator);
        app.Run(endpoint.AnswerAsync);
        var server = new SimulatorServer(app, simulator);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return server;
    }

    /// <summary>Stops listening; answers that are still awaited break off.</summary>
    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync().ConfigureAwait(false);
        await _app.StopAsync(atOnce.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }
}
#endif
