using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using VendorErrors;
using VendorErrors.Http;
using VendorErrors.Http.Accounts;
using VendorErrors.Http.Chain;
using VendorErrors.Http.Clients;
using VendorErrors.Http.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the handler for a vendor to a client.</summary>
public static class VendorErrorsHttpClientBuilderExtensions
{
    /// <summary>Adds the handler with all defaults. With <c>ConfigureHttpClientDefaults</c> it is added to every client.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="vendor">The vendor that the client talks to.</param>
    /// <exception cref="ArgumentNullException">The builder or the vendor is missing.</exception>
    /// <exception cref="InvalidOperationException">The client has a vendor already.</exception>
    /// <example>
    /// <code>
    /// services.AddHttpClient("dialer").AddVendorErrors(Vendor.TalkdeskDialer);
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddVendorErrors(this IHttpClientBuilder builder, Vendor vendor) => builder.AddVendorErrors(vendor, static _ => { });

    /// <summary>Adds the handler. Invalid options are reported when the client is made, or at the start of a host.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="vendor">The vendor that the client talks to.</param>
    /// <param name="configure">Changes the options.</param>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    /// <exception cref="InvalidOperationException">The client has a vendor already.</exception>
    /// <example>
    /// <code>
    /// services.AddHttpClient("sms").AddVendorErrors(Vendor.Dexatel, options =>
    /// {
    ///     options.Account = "sms-germany";
    ///     options.MaxWait = TimeSpan.FromSeconds(20);
    /// });
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddVendorErrors(this IHttpClientBuilder builder, Vendor vendor, Action<VendorErrorOptions> configure)
    {
        _ = configure ?? throw new ArgumentNullException(nameof(configure));
        return builder.Add(vendor ?? throw new ArgumentNullException(nameof(vendor)), vendorId: null, section: null, options => options.Configure(configure));
    }

    /// <summary>Adds the handler with options from configuration, which may change while the program runs. An unknown key is a fault.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="vendor">The vendor that the client talks to.</param>
    /// <param name="section">The section of the options.</param>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    /// <exception cref="InvalidOperationException">The client has a vendor already.</exception>
    /// <example>
    /// <code>
    /// services.AddHttpClient("pbx").AddVendorErrors(Vendor.YeastarPSeries, configuration.GetSection("Pbx"))
    ///     .AddYeastarTokens(configuration.GetSection("PbxTokens"));
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddVendorErrors(this IHttpClientBuilder builder, Vendor vendor, IConfigurationSection section)
    {
        _ = section ?? throw new ArgumentNullException(nameof(section));
        return builder.Add(vendor ?? throw new ArgumentNullException(nameof(vendor)), vendorId: null, section, options => options.BindStrictly(section));
    }

    /// <summary>
    /// Adds the handler for a vendor that is named by its id: one of the library, or of a pack in the folder of <c>AddVendorPacks</c>, whose changes take
    /// effect with the next request. An id that no vendor has is reported when the client is made, or at the start of a host.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="vendorId">The vendor's id, case-insensitive.</param>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    /// <exception cref="InvalidOperationException">The client has a vendor already.</exception>
    /// <example>
    /// <code>
    /// services.AddVendorPacks("packs");
    /// services.AddHttpClient("acme").AddVendorErrors("acme-voice");
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddVendorErrors(this IHttpClientBuilder builder, string vendorId) => builder.AddVendorErrors(vendorId, static _ => { });

    /// <summary>Adds the handler for a vendor that is named by its id, with options.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="vendorId">The vendor's id, case-insensitive.</param>
    /// <param name="configure">Changes the options.</param>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    /// <exception cref="InvalidOperationException">The client has a vendor already.</exception>
    /// <example>
    /// <code>
    /// services.AddHttpClient("acme").AddVendorErrors("acme-voice", options => options.MaxRetryAttempts = 2);
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddVendorErrors(this IHttpClientBuilder builder, string vendorId, Action<VendorErrorOptions> configure)
    {
        _ = configure ?? throw new ArgumentNullException(nameof(configure));
        return builder.Add(vendor: null, vendorId ?? throw new ArgumentNullException(nameof(vendorId)), section: null, options => options.Configure(configure));
    }

    /// <summary>Adds the handler for a vendor that is named by its id, with options from configuration, which may change while the program runs.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="vendorId">The vendor's id, case-insensitive.</param>
    /// <param name="section">The section of the options. An unknown key is a fault.</param>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    /// <exception cref="InvalidOperationException">The client has a vendor already.</exception>
    /// <example>
    /// <code>
    /// services.AddHttpClient("acme").AddVendorErrors("acme-voice", configuration.GetSection("Acme"));
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddVendorErrors(this IHttpClientBuilder builder, string vendorId, IConfigurationSection section)
    {
        _ = section ?? throw new ArgumentNullException(nameof(section));
        return builder.Add(vendor: null, vendorId ?? throw new ArgumentNullException(nameof(vendorId)), section, options => options.BindStrictly(section));
    }

    private static void BindStrictly(this OptionsBuilder<VendorErrorOptions> options, IConfigurationSection section) =>
        options.Bind(section, static binder => binder.ErrorOnUnknownConfiguration = true);

    private static IHttpClientBuilder Add(this IHttpClientBuilder builder, Vendor? vendor, string? vendorId, IConfigurationSection? section, Action<OptionsBuilder<VendorErrorOptions>> configure)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        IServiceCollection services = builder.Services;

        // Null where all clients get it, by ConfigureHttpClientDefaults.
        string? name = builder.Name;
        if (!VendorRegistrations.Of(services).TryAdd(name, vendor, vendorId, section))
        {
            throw new InvalidOperationException($"AddVendorErrors was already called for {(name is null ? "all clients" : $"the client '{name}'")}; two handlers would multiply the attempts.");
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(VendorClient.CreateStates);
        services.TryAddSingleton<VendorClients>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, HandlerChainFilter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VendorErrorOptions>, VendorErrorOptionsValidator>());
        if (name is null)
        {
            // The defaults of all clients count before what a client says of its own, in whichever order they were written.
            ServiceCollection defaults = new();
            configure(new OptionsBuilder<VendorErrorOptions>(defaults, name: null));
            InsertDefaults(services, defaults);
        }
        else
        {
            OptionsBuilder<VendorErrorOptions> options = services.AddOptions<VendorErrorOptions>(name);
            configure(options);
            options.ValidateOnStart();
            services.AddSingleton<IValidateOptions<ClientCheck>>(provider => new ClientCheck.Validator(provider, name));
            services.AddOptions<ClientCheck>(name).ValidateOnStart();
        }

        // By the name that the chain is built for, which the builder of all clients does not have.
        services.AddSingleton<IConfigureOptions<HttpClientFactoryOptions>>(provider => new ConfigureNamedOptions<HttpClientFactoryOptions>(name, options =>
            options.HttpMessageHandlerBuilderActions.Add(chain => AddHandler(provider, chain, isOfAll: name is null))));
        return builder;
    }

    private static void AddHandler(IServiceProvider provider, HttpMessageHandlerBuilder chain, bool isOfAll)
    {
        string name = chain.Name ?? string.Empty;
        bool isLeftToItsOwn = isOfAll && provider.GetRequiredService<VendorRegistrations>().HasOwn(name);
        if (!isLeftToItsOwn)
        {
            VendorClient client = provider.GetRequiredService<VendorClients>().Get(name);
            chain.AdditionalHandlers.Add(new VendorErrorHandler(client.CurrentLoop));
        }
    }

    private static void InsertDefaults(IServiceCollection services, ServiceCollection defaults)
    {
        var at = 0;
        foreach (ServiceDescriptor descriptor in defaults)
        {
            if (descriptor.ServiceType.IsGenericType && descriptor.ServiceType.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
            {
                // A builder of options without a name means those of no client; these are of every client.
                services.Insert(at++, descriptor.ImplementationInstance is ConfigureNamedOptions<VendorErrorOptions> { Action: { } configure }
                    ? ServiceDescriptor.Singleton<IConfigureOptions<VendorErrorOptions>>(new ConfigureNamedOptions<VendorErrorOptions>(name: null, configure))
                    : descriptor);
            }
            else
            {
                services.TryAdd(descriptor);
            }
        }
    }
}
