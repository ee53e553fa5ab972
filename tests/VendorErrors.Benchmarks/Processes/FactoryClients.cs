using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using VendorErrors.Benchmarks.Comparators;

namespace VendorErrors.Benchmarks.Processes;

/// <summary>Clients as applications have them, from one <see cref="IHttpClientFactory"/>, each with connections of its own: they differ by one handler.</summary>
internal sealed class FactoryClients : IDisposable
{
    private readonly ServiceProvider _services;

    public FactoryClients(Uri address)
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(client => client
            .ConfigureHttpClient(http => http.BaseAddress = address)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseProxy = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan));
        services.AddHttpClient("bare");
        services.AddHttpClient("ours").AddVendorErrors(Vendor.TalkdeskDialer);
        services.AddHttpClient("polly").AddHttpMessageHandler(static () => new PollyRetryHandler());
        services.AddHttpClient("polly by hand").AddHttpMessageHandler(static () => new PollyRetryHandler(readsBodies: true));
        services.AddHttpClient("resilience").AddResilienceHandler("retry", static builder => builder.AddRetry(new HttpRetryStrategyOptions()));
        services.AddHttpClient("standard").AddStandardResilienceHandler();
        _services = services.BuildServiceProvider();
        Bare = Create("bare");
        Ours = Create("ours");
        Polly = Create("polly");
        PollyByHand = Create("polly by hand");
        Resilience = Create("resilience");
        Standard = Create("standard");
    }

    /// <summary>No handler.</summary>
    public HttpClient Bare { get; }

    /// <summary>The library's handler, with all defaults.</summary>
    public HttpClient Ours { get; }

    /// <summary>A plain retry.</summary>
    public HttpClient Polly { get; }

    /// <summary>A retry that reads bodies too.</summary>
    public HttpClient PollyByHand { get; }

    /// <summary>A retry of Microsoft.Extensions.Http.Resilience, with all defaults.</summary>
    public HttpClient Resilience { get; }

    /// <summary>The standard resilience handler, with all defaults.</summary>
    public HttpClient Standard { get; }

    public void Dispose() => _services.Dispose();

    private HttpClient Create(string name) => _services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
}
