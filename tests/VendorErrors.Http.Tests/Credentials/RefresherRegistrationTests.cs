using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VendorErrors.Definitions;

namespace VendorErrors.Http.Tests.Credentials;

/// <summary>Who refreshes a client's credential is registered with the client, and missed at the start.</summary>
public class RefresherRegistrationTests
{
    private static readonly Uri s_address = new("http://vendor.test/x");

    [Theory(Timeout = 20_000)]
    [InlineData("type")]
    [InlineData("function")]
    [InlineData("defaults")]
    public async Task AddCredentialRefresher_EachWay_Refreshes(string way)
    {
        var services = new ServiceCollection();
        IHttpClientBuilder builder = services.AddHttpClient("pbx").AddVendorErrors(FrozenVendors.Pbx).ConfigurePrimaryHttpMessageHandler(ExpiredOnce);
        _ = way switch
        {
            "type" => builder.AddCredentialRefresher<FakeRefresher>(),
            "function" => builder.AddCredentialRefresher(provider => ActivatorUtilities.CreateInstance<FakeRefresher>(provider)),
            _ => services.ConfigureHttpClientDefaults(all => all.AddCredentialRefresher<FakeRefresher>()) is null ? null! : builder,
        };
        await using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();

        using HttpResponseMessage response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx").GetAsync(s_address, TestContext.Current.CancellationToken);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        response.GetVendorAttempts().Should().HaveCount(2);
    }

    [Fact(Timeout = 20_000)]
    public async Task AddCredentialRefresher_SameTypeOnTwoClients_IsOneCredential()
    {
        var services = new ServiceCollection();
        foreach (string name in (string[])["calls", "recordings"])
        {
            services.AddHttpClient(name).AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher<FakeRefresher>().ConfigurePrimaryHttpMessageHandler(ExpiredOnce);
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        IHttpClientFactory factory = provider.GetRequiredService<IHttpClientFactory>();

        using HttpResponseMessage first = await factory.CreateClient("calls").GetAsync(s_address, TestContext.Current.CancellationToken);
        using HttpResponseMessage second = await factory.CreateClient("recordings").GetAsync(s_address, TestContext.Current.CancellationToken);

        provider.GetRequiredService<FakeRefresher>().Version.Should().Be(2, "each was refused with the then present version, by one and the same object");
    }

    [Fact(Timeout = 20_000)]
    public async Task AddCredentialRefresher_OwnBesideDefaults_OwnCounts()
    {
        var own = new FakeRefresher();
        var services = new ServiceCollection();
        services.AddHttpClient("pbx").AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => own).ConfigurePrimaryHttpMessageHandler(ExpiredOnce);
        services.ConfigureHttpClientDefaults(all => all.AddCredentialRefresher<FakeRefresher>());
        await using ServiceProvider provider = services.BuildServiceProvider();

        using HttpResponseMessage response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx").GetAsync(s_address, TestContext.Current.CancellationToken);

        own.Calls.Should().Be(1);
    }

    [Fact]
    public async Task AddCredentialRefresher_ByAFunction_IsDisposedWithTheContainer()
    {
        var refresher = new Disposable();
        var services = new ServiceCollection();
        services.AddHttpClient("pbx").AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => refresher);
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx").Dispose();
        }

        refresher.IsDisposed.Should().BeTrue();
    }

    [Fact]
    public void AddCredentialRefresher_Twice_IsRefused() =>
        new ServiceCollection().AddHttpClient("pbx").AddCredentialRefresher<FakeRefresher>().Invoking(builder => builder.AddCredentialRefresher(_ => new FakeRefresher()))
            .Should().Throw<InvalidOperationException>().WithMessage("AddCredentialRefresher was already called for the client 'pbx'*");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Missing_IsRefusedAtTheStartWithTheLineToAdd(bool isOfYeastar)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("pbx").AddVendorErrors(isOfYeastar ? FrozenVendors.Pbx : Expiring());
        using ServiceProvider provider = services.BuildServiceProvider();

        string start = provider.Invoking(p => p.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>().Which.Message;
        string made = provider.Invoking(p => p.GetRequiredService<IHttpClientFactory>().CreateClient("pbx")).Should().Throw<InvalidOperationException>().Which.Message;

        made.Should().Be(start).And.NotContain("\n");
        made.Should().Contain("nobody is registered to refresh them")
            .And.Contain(isOfYeastar ? "services.AddHttpClient(\"pbx\").AddYeastarTokens(" : "services.AddHttpClient(\"pbx\").AddCredentialRefresher<")
            .And.Contain(nameof(VendorErrorOptions.AllowNoCredentialRefresher));
    }

    [Fact]
    public void Missing_OnPurpose_IsAllowed()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("pbx").AddVendorErrors(FrozenVendors.Pbx, options => options.AllowNoCredentialRefresher = true);
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.Invoking(p => p.GetRequiredService<IStartupValidator>().Validate()).Should().NotThrow();
    }

    [Fact]
    public void Missing_VendorWhoseCredentialsDoNotExpire_IsNoFault()
    {
        foreach (Vendor vendor in Vendor.All.Where(vendor => vendor.Codes.All(row => row.Category != ErrorCategory.CredentialExpired)))
        {
            var services = new ServiceCollection();
            services.AddHttpClient("client").AddVendorErrors(vendor);
            using ServiceProvider provider = services.BuildServiceProvider();

            provider.Invoking(p => p.GetRequiredService<IStartupValidator>().Validate()).Should().NotThrow();
        }
    }

    [Fact]
    public void Missing_CodeFromConfigurationSaysExpired_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("sms").AddVendorErrors(Vendor.Dexatel, options => options.Codes["4711"] = new CodeOverlay { Category = "CredentialExpired" });
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.Invoking(p => p.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>().WithMessage("*nobody is registered*");
    }

    private static Vendor Expiring() => new("acme", "Acme", new VendorDefinition
    {
        Codes = [new CodeSection(new SourceDocument("Codes", "acme.example"), Basis.Documented, [new("7", "EXPIRED", ErrorCategory.CredentialExpired)])],
    });

    private static FakeVendor ExpiredOnce() => new(TimeProvider.System, Bodies.Expired, Bodies.Ok);

    private sealed class Disposable : ICredentialRefresher, IDisposable
    {
        public bool IsDisposed { get; private set; }

        public long Version => 0;

        public ValueTask RefreshAsync(long refusedVersion, CancellationToken cancellationToken) => default;

        public void Dispose() => IsDisposed = true;
    }
}
