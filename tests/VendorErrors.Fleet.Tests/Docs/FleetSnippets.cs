using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace VendorErrors.Fleet.Tests.Docs;

/// <summary>The C# of docs/fleet.md, of the READMEs of the stores' packages and of the XML documentation.</summary>
internal static class FleetSnippets
{
    internal static void OnRedis(IServiceCollection services)
    {
        services.AddSingleton<ISecretProtector, FleetSecrets>();
        services.AddVendorErrorsRedis("redis.example.com:6379");
    }

    internal static void OnPostgreSql(IServiceCollection services, NpgsqlDataSource dataSource)
    {
        services.AddSingleton<ISecretProtector, FleetSecrets>();
        services.AddVendorErrorsPostgreSql(dataSource);
    }

    internal static void CheckHealth(IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<VendorErrorsPostgreSqlHealthCheck>("vendor-errors");
    }

    internal interface IAcmeLogin
    {
        ValueTask<string?> SignInAsync(CancellationToken cancellationToken);
    }

    internal sealed class FleetSecrets(IDataProtectionProvider keys) : ISecretProtector
    {
        private readonly IDataProtector _protector = keys.CreateProtector("VendorErrors");

        public byte[] Protect(byte[] secret) => _protector.Protect(secret);

        public byte[] Unprotect(byte[] stored) => _protector.Unprotect(stored);
    }

    internal sealed class AcmeToken(SharedCredential shared, IAcmeLogin login) : ICredentialRefresher, IRequestAuthorizer
    {
        public long Version => shared.Version;

        public ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new("Bearer", shared.Secret);
            return default;
        }

        public ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken) =>
            shared.RefreshAsync(refusedVersion, async (present, token) => await login.SignInAsync(token), cancellationToken);
    }
}
