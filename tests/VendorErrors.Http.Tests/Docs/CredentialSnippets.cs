#pragma warning disable MA0004 // The page shows what an application writes.
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The C# of docs/token-refresh.md, line by line, so that it compiles.</summary>
internal static class CredentialSnippets
{
    internal static void Register(IServiceCollection services, IConfiguration configuration, Vendor acme)
    {
        services.AddHttpClient("acme").AddVendorErrors(acme).AddCredentialRefresher<AcmeToken>();

        services.AddHttpClient("pbx").AddVendorErrors(Vendor.YeastarPSeries).AddYeastarTokens(configuration.GetSection("PbxTokens"));

        services.AddHttpClient("pbx-recordings").AddVendorErrors(Vendor.YeastarPSeries)
            .AddCredentialRefresher(provider => provider.GetRequiredKeyedService<YeastarTokens>("pbx"));
    }

    internal sealed class AcmeToken(AcmeLogin login) : ICredentialRefresher, IRequestAuthorizer
    {
        private volatile string? _token;
        private long _version;

        public long Version => Volatile.Read(ref _version);

        public ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new("Bearer", _token);
            return default;
        }

        public async ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken)
        {
            _token = await login.SignInAsync(cancellationToken);
            Interlocked.Increment(ref _version);
        }
    }

    /// <summary>Stands in for what an application has of its own.</summary>
    internal sealed class AcmeLogin
    {
        private int _count;

        public Task<string> SignInAsync(CancellationToken cancellationToken) => Task.FromResult($"token-{++_count}");
    }
}
