#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using Microsoft.Extensions.DependencyInjection.Extensions;
using VendorErrors.Http;
using VendorErrors.Http.Clients;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Who gets a new credential for a client when the vendor says that the present one timed out.</summary>
public static class CredentialRefresherHttpClientBuilderExtensions
{
    /// <summary>
    /// Has a service refresh the client's credential; registered as a singleton, unless it is registered already. Clients with the same type
    /// share the credential. On the builder of <c>ConfigureHttpClientDefaults</c> it serves every client that has none of its own.
    /// </summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="builder">The client.</param>
    /// <exception cref="InvalidOperationException">The client has a refresher already.</exception>
    public static IHttpClientBuilder AddCredentialRefresher<
#if NET
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
#endif
    T>(this IHttpClientBuilder builder)
        where T : class, ICredentialRefresher
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        builder.Services.TryAddSingleton<T>();
        return Add(builder, static provider => provider.GetRequiredService<T>());
    }

    /// <summary>
    /// Has an object refresh the client's credential. The function is called once for each client; where it gives two clients the same
    /// object, they share the credential. The container disposes the object.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="create">Makes or finds the object.</param>
    /// <exception cref="InvalidOperationException">The client has a refresher already.</exception>
    public static IHttpClientBuilder AddCredentialRefresher(this IHttpClientBuilder builder, Func<IServiceProvider, ICredentialRefresher> create)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        _ = create ?? throw new ArgumentNullException(nameof(create));

        // A service of the container's, so that it is disposed with it.
        var key = new Key(builder.Name);
        builder.Services.AddKeyedSingleton(key, (provider, _) => create(provider));
        return Add(builder, provider => provider.GetRequiredKeyedService<ICredentialRefresher>(key));
    }

    private static IHttpClientBuilder Add(IHttpClientBuilder builder, Func<IServiceProvider, ICredentialRefresher> find)
    {
        if (!VendorRegistrations.Of(builder.Services).TryAddRefresher(builder.Name, find))
        {
            throw new InvalidOperationException($"AddCredentialRefresher was already called for {(builder.Name is null ? "all clients" : $"the client '{builder.Name}'")}; a client has one credential.");
        }

        return builder;
    }

    private sealed record Key(string? Client);
}
