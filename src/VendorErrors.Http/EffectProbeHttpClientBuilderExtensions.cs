#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using Microsoft.Extensions.DependencyInjection.Extensions;
using VendorErrors.Http;
using VendorErrors.Http.Clients;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says who asks the vendor of an <see cref="HttpClient"/> whether a call happened.</summary>
public static class EffectProbeHttpClientBuilderExtensions
{
    /// <summary>
    /// Has a probe asked about calls with an id of which nobody knows whether they happened: after the lease and the quiet time of the
    /// <see cref="CallLedger"/>, when their message is delivered again.
    /// </summary>
    /// <typeparam name="T">The probe. One object for the container; another lifetime where you register it yourself before.</typeparam>
    /// <param name="builder">The client.</param>
    /// <exception cref="InvalidOperationException">The client has a probe already.</exception>
    /// <example>
    /// <code>
    /// services.AddHttpClient("dialnexa").AddVendorErrors(Vendor.Dialnexa).AddEffectProbe&lt;CallsByNumber&gt;();
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddEffectProbe<
#if NET
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
#endif
    T>(this IHttpClientBuilder builder)
        where T : class, IEffectProbe
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        builder.Services.TryAddSingleton<T>();
        return Add(builder, static provider => provider.GetRequiredService<T>());
    }

    /// <summary>
    /// Has an object asked about calls with an id of which nobody knows whether they happened. The function is called once for each client. The container
    /// disposes the object.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="create">Makes or finds the probe. It must not make the client itself: that needs the probe first.</param>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    /// <exception cref="InvalidOperationException">The client has a probe already.</exception>
    /// <example>
    /// <code>
    /// services.AddHttpClient("tenant-7").AddVendorErrors(Vendor.Dialnexa).AddEffectProbe(provider => new CallsByNumber(new DialnexaCalls()));
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddEffectProbe(this IHttpClientBuilder builder, Func<IServiceProvider, IEffectProbe> create)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        _ = create ?? throw new ArgumentNullException(nameof(create));

        // A service of the container's, so that it is disposed with it.
        var key = new Key(builder.Name);
        builder.Services.AddKeyedSingleton(key, (provider, _) => create(provider));
        return Add(builder, provider => provider.GetRequiredKeyedService<IEffectProbe>(key));
    }

    private static IHttpClientBuilder Add(IHttpClientBuilder builder, Func<IServiceProvider, IEffectProbe> find)
    {
        if (!VendorRegistrations.Of(builder.Services).TryAddProbe(builder.Name, find))
        {
            throw new InvalidOperationException($"AddEffectProbe was already called for {(builder.Name is null ? "all clients" : $"the client '{builder.Name}'")}; a client has one probe.");
        }

        return builder;
    }

    private sealed record Key(string? Client);
}
