using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace VendorErrors.Comparison.Contestants;

/// <summary>
/// A client of a container with <c>AddStandardResilienceHandler</c>, as an application registers it. The package takes its clock from the
/// container; its jitter is seeded, so that two runs are the same. Nothing else of it is changed here.
/// </summary>
internal sealed class StandardClient : IDisposable
{
    private const string ClientName = "vendor";

    private readonly ServiceProvider _services;
    private readonly string _pipelineName;

    public StandardClient(Func<HttpMessageHandler> vendorSide, Surroundings surroundings, Action<HttpStandardResilienceOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton(surroundings.Time);

        // The lifetime of handlers is counted by the clock of the machine, and one handler lasts for the campaign.
        _pipelineName = services.AddHttpClient(ClientName)
            .ConfigurePrimaryHttpMessageHandler(vendorSide)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddStandardResilienceHandler(options =>
            {
                options.Retry.Randomizer = surroundings.Jitter;
                configure(options);
            })
            .PipelineName;
        _services = services.BuildServiceProvider();
    }

    /// <summary>The options that the handler works by, as the container gives them to it.</summary>
    public HttpStandardResilienceOptions Options => _services.GetRequiredService<IOptionsMonitor<HttpStandardResilienceOptions>>().Get(_pipelineName);

    /// <summary>The <see cref="HttpClient.Timeout"/> that the package sets.</summary>
    public TimeSpan ReadClientTimeout()
    {
        using HttpClient client = _services.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
        return client.Timeout;
    }

    /// <summary>All handlers of the client.</summary>
    public HttpMessageHandler CreateHandler() => _services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(ClientName);

    public void Dispose() => _services.Dispose();
}
