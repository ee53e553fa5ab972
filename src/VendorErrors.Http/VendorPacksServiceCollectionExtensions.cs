using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VendorErrors;
using VendorErrors.Http;
using VendorErrors.Http.Clients;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the packs of an application.</summary>
public static class VendorPacksServiceCollectionExtensions
{
    /// <summary>Adds the vendors of a folder beside those of the library, for clients that name theirs by its id. A changed file takes effect with the next request.</summary>
    /// <param name="services">The container.</param>
    /// <param name="folder">The folder; relative to the current directory.</param>
    /// <exception cref="OptionsValidationException">At the start of a host: the folder or a pack has faults; the message lists them all.</exception>
    /// <example>
    /// <code>
    /// services.AddVendorPacks("packs");
    /// services.AddHttpClient("acme").AddVendorErrors("acme-voice");
    /// </code>
    /// </example>
    public static IServiceCollection AddVendorPacks(this IServiceCollection services, string folder) => services.AddVendorPacks(options => options.Folder = folder);

    /// <summary>Adds the vendors of a folder beside those of the library.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Says which folder, and whether changes take effect.</param>
    /// <exception cref="OptionsValidationException">At the start of a host: the folder or a pack has faults; the message lists them all.</exception>
    public static IServiceCollection AddVendorPacks(this IServiceCollection services, Action<VendorPacksOptions> configure)
    {
        _ = configure ?? throw new ArgumentNullException(nameof(configure));
        return services.Add(options => options.Configure(configure));
    }

    /// <summary>Adds the vendors of a folder beside those of the library, as configuration says. An unknown key is a fault.</summary>
    /// <param name="services">The container.</param>
    /// <param name="section">The section of <see cref="VendorPacksOptions"/>.</param>
    /// <exception cref="OptionsValidationException">At the start of a host: the folder or a pack has faults; the message lists them all.</exception>
    public static IServiceCollection AddVendorPacks(this IServiceCollection services, IConfigurationSection section)
    {
        _ = section ?? throw new ArgumentNullException(nameof(section));
        return services.Add(options => options.Bind(section, static binder => binder.ErrorOnUnknownConfiguration = true));
    }

    private static IServiceCollection Add(this IServiceCollection services, Action<OptionsBuilder<VendorPacksOptions>> configure)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        configure(services.AddOptions<VendorPacksOptions>());
        services.AddOptions<VendorPacksOptions>().Validate(static options => !string.IsNullOrWhiteSpace(options.Folder), "VendorPacksOptions.Folder is missing: the folder of the packs.");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static provider => new VendorPacks(
            provider.GetRequiredService<IOptions<VendorPacksOptions>>().Value, provider.GetRequiredService<TimeProvider>(), VendorClient.LoggerOf(provider)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VendorPacksCheck>, VendorPacksCheck.Validator>());
        services.AddOptions<VendorPacksCheck>().ValidateOnStart();
        return services;
    }
}
