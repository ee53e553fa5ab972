using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VendorErrors;
using VendorErrors.Http;
using VendorErrors.Http.Options;
using VendorErrors.Http.Retries;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>One line that makes a client speak the common language of all vendors.</summary>
public static class VendorErrorsHttpClientBuilderExtensions
{
    /// <summary>Adds the handler with all defaults.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="vendor">The vendor that the client talks to.</param>
    public static IHttpClientBuilder AddVendorErrors(this IHttpClientBuilder builder, Vendor vendor) => builder.AddVendorErrors(vendor, static _ => { });

    /// <summary>Adds the handler.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="vendor">The vendor that the client talks to.</param>
    /// <param name="configure">Changes the options.</param>
    public static IHttpClientBuilder AddVendorErrors(this IHttpClientBuilder builder, Vendor vendor, Action<VendorErrorOptions> configure)
    {
        _ = configure ?? throw new ArgumentNullException(nameof(configure));
        return builder.Add(vendor, options => options.Configure(configure));
    }

    /// <summary>Adds the handler with options from configuration, which may change while the program runs. A key that is no option is a fault.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="vendor">The vendor that the client talks to.</param>
    /// <param name="section">The section that the options stand in.</param>
    public static IHttpClientBuilder AddVendorErrors(this IHttpClientBuilder builder, Vendor vendor, IConfigurationSection section)
    {
        _ = section ?? throw new ArgumentNullException(nameof(section));
        return builder.Add(vendor, options => options.Bind(section, static binder => binder.ErrorOnUnknownConfiguration = true));
    }

    private static IHttpClientBuilder Add(this IHttpClientBuilder builder, Vendor vendor, Action<OptionsBuilder<VendorErrorOptions>> configure)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        _ = vendor ?? throw new ArgumentNullException(nameof(vendor));
        IServiceCollection services = builder.Services;
        if (services.Any(service => service.IsKeyedService && service.ServiceType == typeof(VendorClient) && Equals(service.ServiceKey, builder.Name)))
        {
            throw new InvalidOperationException($"The client '{builder.Name}' has AddVendorErrors already; two handlers would multiply the attempts.");
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(VendorClient.CreateStates);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VendorErrorOptions>, VendorErrorOptionsValidator>());
        OptionsBuilder<VendorErrorOptions> options = services.AddOptions<VendorErrorOptions>(builder.Name);
        configure(options);
        options.ValidateOnStart();
        services.AddKeyedSingleton(builder.Name, (provider, _) => new VendorClient(vendor, builder.Name, provider));
        return builder.AddHttpMessageHandler(provider => new VendorErrorHandler(provider.GetRequiredKeyedService<VendorClient>(builder.Name).CurrentPipeline));
    }
}
