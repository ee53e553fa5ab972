using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VendorErrors.Http.Tests;

/// <summary>The check at the start leaves nothing behind, and configuration that was repaired counts.</summary>
public class StartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CheckAtTheStart_HandlerThatCannotBeMadeYet_CanBeMadeLater()
    {
        var isReady = false;
        ServiceCollection services = new();
        services.AddHttpClient("pbx", client => client.BaseAddress = new Uri("http://vendor.test/"))
            .ConfigurePrimaryHttpMessageHandler(() => isReady ? new Transport((_, _) => Transport.Json(Bodies.YeastarOk)) : throw new InvalidOperationException("no certificate yet"))
            .AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => new FakeRefresher());
        await using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();

        isReady = true;

        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
        HttpResponseMessage response = await client.GetAsync(new Uri("openapi/v1.0/extension/list", UriKind.Relative), Token);
        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Fact]
    public async Task Reload_CodeInASpaceThatTheVendorDoesNotHave_KeepsTheFormerOptions()
    {
        (IConfigurationRoot configuration, MemorySource source) = MemorySource.Of(("pbx:MaxRetryAttempts", "2"));
        ServiceCollection services = new();
        services.AddHttpClient("pbx", client => client.BaseAddress = new Uri("http://vendor.test/"))
            .ConfigurePrimaryHttpMessageHandler(() => new Transport((_, _) => Transport.Json(Bodies.YeastarOk)))
            .AddVendorErrors(FrozenVendors.Pbx, configuration.GetSection("pbx")).AddCredentialRefresher(_ => new FakeRefresher());
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
        (await client.GetAsync(new Uri("openapi/v1.0/extension/list", UriKind.Relative), Token)).Dispose();

        source.Change(("pbx:Codes:4711:Category", "NotFound"), ("pbx:Codes:4711:Space", "no such space"));

        HttpResponseMessage response = await client.GetAsync(new Uri("openapi/v1.0/extension/list", UriKind.Relative), Token);
        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Fact]
    public async Task FaultyOptions_Repaired_TheClientWorks()
    {
        (IConfigurationRoot configuration, MemorySource source) = MemorySource.Of(("pbx:MaxRetryAttempts", "-2"));
        ServiceCollection services = new();
        services.AddHttpClient("pbx", client => client.BaseAddress = new Uri("http://vendor.test/"))
            .ConfigurePrimaryHttpMessageHandler(() => new Transport((_, _) => Transport.Json(Bodies.YeastarOk)))
            .AddVendorErrors(FrozenVendors.Pbx, configuration.GetSection("pbx")).AddCredentialRefresher(_ => new FakeRefresher());
        await using ServiceProvider provider = services.BuildServiceProvider();
        VendorErrors.Http.Clients.VendorClients clients = provider.GetRequiredService<VendorErrors.Http.Clients.VendorClients>();
        FluentActions.Invoking(() => clients.Get("pbx")).Should().Throw<OptionsValidationException>();

        source.Change(("pbx:MaxRetryAttempts", "1"));

        clients.Get("pbx").CurrentLoop().Engine.Options.MaxRetryAttempts.Should().Be(1);
    }

    [Fact]
    public async Task DefaultsOfAllClients_Reload_Counts()
    {
        (IConfigurationRoot configuration, MemorySource source) = MemorySource.Of(("all:MaxRetryAttempts", "2"));
        ServiceCollection services = new();
        services.ConfigureHttpClientDefaults(builder => builder.AddVendorErrors(FrozenVendors.Pbx, configuration.GetSection("all")).AddCredentialRefresher(_ => new FakeRefresher()));
        services.AddHttpClient("pbx");
        await using ServiceProvider provider = services.BuildServiceProvider();
        VendorErrors.Http.Clients.VendorClients clients = provider.GetRequiredService<VendorErrors.Http.Clients.VendorClients>();
        clients.Get("pbx").CurrentLoop().Engine.Options.MaxRetryAttempts.Should().Be(2);

        source.Change(("all:MaxRetryAttempts", "1"));

        clients.Get("pbx").CurrentLoop().Engine.Options.MaxRetryAttempts.Should().Be(1);
    }

    private sealed class MemorySource : ConfigurationProvider, IConfigurationSource
    {
        public static (IConfigurationRoot Root, MemorySource Source) Of(params (string Key, string Value)[] values)
        {
            var source = new MemorySource();
            source.Put(values);
            return (new ConfigurationBuilder().Add(source).Build(), source);
        }

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public void Change(params (string Key, string Value)[] values)
        {
            Put(values);
            OnReload();
        }

        private void Put((string Key, string Value)[] values)
        {
            foreach ((string key, string value) in values)
            {
                Data[key] = value;
            }
        }
    }
}
