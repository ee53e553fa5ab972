using Microsoft.Extensions.DependencyInjection;

namespace VendorErrors.Http.Tests;

/// <summary>AddVendorErrors for all clients, by ConfigureHttpClientDefaults.</summary>
public class DefaultsTests
{
    private static readonly Uri s_address = new("http://vendor.test/x");

    [Theory(Timeout = 20_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DefaultsAndTheClientsOwn_OneHandler(bool defaultsFirst)
    {
        var transport = new Transport((_, _) => Transport.Json("{}", 503));
        var services = new ServiceCollection();
        if (defaultsFirst)
        {
            services.ConfigureHttpClientDefaults(all => all.AddVendorErrors(FrozenVendors.Pbx, Quick).AddCredentialRefresher(_ => new FakeRefresher()));
        }

        services.AddHttpClient("sms").ConfigurePrimaryHttpMessageHandler(() => transport).AddVendorErrors(Vendor.Dexatel, options => options.MaxRetryAttempts = 1);
        if (!defaultsFirst)
        {
            services.ConfigureHttpClientDefaults(all => all.AddVendorErrors(FrozenVendors.Pbx, Quick).AddCredentialRefresher(_ => new FakeRefresher()));
        }

        using ServiceProvider provider = services.BuildServiceProvider();

        using HttpResponseMessage response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("sms").GetAsync(s_address, TestContext.Current.CancellationToken);

        response.GetVendorResult().Error!.Vendor.Id.Should().Be("dexatel", "the client's own vendor counts");
        transport.Executed.Should().Be(2, "the client's own options count before the defaults, and both are there");
    }

    [Fact(Timeout = 20_000)]
    public async Task DefaultsAlone_OptionsUnderTheClientsName_Count()
    {
        var transport = new Transport((_, _) => Transport.Json("{}", 503));
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(all => all.AddVendorErrors(FrozenVendors.Pbx, Quick).AddCredentialRefresher(_ => new FakeRefresher()));
        services.AddHttpClient("pbx").ConfigurePrimaryHttpMessageHandler(() => transport);
        services.Configure<VendorErrorOptions>("pbx", options => options.MaxRetryAttempts = 2);
        using ServiceProvider provider = services.BuildServiceProvider();

        using HttpResponseMessage response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx").GetAsync(s_address, TestContext.Current.CancellationToken);

        transport.Executed.Should().Be(3);
        response.GetVendorResult().Error!.Vendor.Id.Should().Be("yeastar-p-series");
    }

    [Fact(Timeout = 20_000)]
    public async Task DefaultsAlone_TheirOptions_CountForEveryClient()
    {
        var transport = new Transport((_, _) => Transport.Json("{}", 503));
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(all => all.AddVendorErrors(FrozenVendors.Pbx, options => options.MaxRetryAttempts = 0).AddCredentialRefresher(_ => new FakeRefresher()));
        services.AddHttpClient("pbx").ConfigurePrimaryHttpMessageHandler(() => transport);
        using ServiceProvider provider = services.BuildServiceProvider();

        using HttpResponseMessage response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx").GetAsync(s_address, TestContext.Current.CancellationToken);

        transport.Executed.Should().Be(1);
    }

    [Fact]
    public void DefaultsTwice_AreRefused()
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(all => all.AddVendorErrors(Vendor.Dexatel));

        services.Invoking(s => s.ConfigureHttpClientDefaults(all => all.AddVendorErrors(Vendor.Dexatel))).Should().Throw<InvalidOperationException>().WithMessage("*already called for all clients*");
    }

    private static void Quick(VendorErrorOptions options) => options.BaseDelay = options.MaxDelay = TimeSpan.FromMilliseconds(1);
}
