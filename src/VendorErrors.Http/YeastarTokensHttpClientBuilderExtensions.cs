using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VendorErrors.Http;
using VendorErrors.Http.Credentials.Yeastar;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The tokens of a Yeastar P-Series PBX for a client.</summary>
public static class YeastarTokensHttpClientBuilderExtensions
{
    /// <summary>
    /// Has the client sign in at its PBX and refresh its token, by options from configuration. The token requests have a client of their own
    /// without any handlers, named <c>{client}-tokens</c>. Other clients share the token by
    /// <c>AddCredentialRefresher(provider => provider.GetRequiredKeyedService&lt;YeastarTokens&gt;("pbx"))</c>.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="section">The section of <see cref="YeastarTokenOptions"/>. A key that is no option is a fault.</param>
    /// <param name="configureTokenClient">Changes the client of the token requests, such as its certificates or its proxy. It must not retry.</param>
    public static IHttpClientBuilder AddYeastarTokens(this IHttpClientBuilder builder, IConfigurationSection section, Action<IHttpClientBuilder>? configureTokenClient = null)
    {
        _ = section ?? throw new ArgumentNullException(nameof(section));
        return Add(builder, options => options.Bind(section, static binder => binder.ErrorOnUnknownConfiguration = true), configureTokenClient);
    }

    /// <summary>The same, by options from code.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="configureTokenClient">Changes the client of the token requests, such as its certificates or its proxy. It must not retry.</param>
    public static IHttpClientBuilder AddYeastarTokens(this IHttpClientBuilder builder, Action<YeastarTokenOptions> configure, Action<IHttpClientBuilder>? configureTokenClient = null)
    {
        _ = configure ?? throw new ArgumentNullException(nameof(configure));
        return Add(builder, options => options.Configure(configure), configureTokenClient);
    }

    private static IHttpClientBuilder Add(IHttpClientBuilder builder, Action<OptionsBuilder<YeastarTokenOptions>> configure, Action<IHttpClientBuilder>? configureTokenClient)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        string client = builder.Name ?? throw new InvalidOperationException("AddYeastarTokens is for one client, because each PBX has its own credentials; call it on services.AddHttpClient(\"…\").");
        string tokens = $"{client}-tokens";
        IServiceCollection services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<YeastarTokenOptions>, YeastarTokenOptionsValidator>());
        OptionsBuilder<YeastarTokenOptions> options = services.AddOptions<YeastarTokenOptions>(client);
        configure(options);
        options.ValidateOnStart();

        // No handlers of the defaults of all clients, since one that retries would use up slots; no loggers, which may write the address of
        // del_token with its token; and one chain for good, because a container that is being disposed makes no new one.
        IHttpClientBuilder own = services.AddHttpClient(tokens, static http => http.MaxResponseContentBufferSize = 1024 * 1024)
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
#if NET
        own.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
#endif
        configureTokenClient?.Invoke(own);

        services.AddKeyedSingleton(client, (provider, _) =>
        {
            // Found now: a container that is being disposed gives nothing any more, and the token has to be given back then.
            IHttpClientFactory clients = provider.GetRequiredService<IHttpClientFactory>();
            IOptionsMonitor<YeastarTokenOptions> monitor = provider.GetRequiredService<IOptionsMonitor<YeastarTokenOptions>>();
            ILogger logger = provider.GetService<ILoggerFactory>()?.CreateLogger("VendorErrors") ?? NullLogger.Instance;
            ISharedCredentialStore? store = provider.GetService<ISharedCredentialStore>();
            ISecretProtector? protector = provider.GetService<ISecretProtector>();
            return store is not null && protector is null
                ? throw new InvalidOperationException("The token of the PBX would leave the process unprotected: register an ISecretProtector beside the ISharedCredentialStore.")
                : new YeastarTokens(() => clients.CreateClient(tokens), () => monitor.Get(client), provider.GetRequiredService<TimeProvider>(), logger, store, protector);
        });
        return builder.AddCredentialRefresher(provider => provider.GetRequiredKeyedService<YeastarTokens>(client));
    }
}
