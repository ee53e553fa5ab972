using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VendorErrors.Http.Tests;

public class RegistrationTests
{
    private static readonly Uri s_address = new("http://vendor.test/x");

    [Theory(Timeout = 10_000)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AddVendorErrors_EachOverload_Classifies(int overload)
    {
        var services = new ServiceCollection();
        IHttpClientBuilder builder = services.AddHttpClient("pbx").ConfigurePrimaryHttpMessageHandler(() => Fake(Answer.Json(Bodies.YeastarNotFound)));
        _ = overload switch
        {
            0 => builder.AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => new FakeRefresher()),
            1 => builder.AddVendorErrors(FrozenVendors.Pbx, options => options.MaxRetryAttempts = 1).AddCredentialRefresher(_ => new FakeRefresher()),
            _ => builder.AddVendorErrors(FrozenVendors.Pbx, new ConfigurationBuilder().Build().GetSection("None")).AddCredentialRefresher(_ => new FakeRefresher()),
        };
        using ServiceProvider provider = services.BuildServiceProvider();

        using HttpResponseMessage response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx").GetAsync(s_address, TestContext.Current.CancellationToken);

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
    }

    [Fact]
    public void AddVendorErrors_MissingArgument_Throws()
    {
        IHttpClientBuilder builder = new ServiceCollection().AddHttpClient("x");

        builder.Invoking(b => b.AddVendorErrors((Vendor)null!)).Should().Throw<ArgumentNullException>();
        builder.Invoking(b => b.AddVendorErrors(Vendor.Find("no-such-vendor")!)).Should().Throw<ArgumentNullException>();
        builder.Invoking(b => b.AddVendorErrors(Vendor.Dexatel, (Action<VendorErrorOptions>)null!)).Should().Throw<ArgumentNullException>();
        builder.Invoking(b => b.AddVendorErrors(Vendor.Dexatel, (IConfigurationSection)null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact(Timeout = 10_000)]
    public async Task AddVendorErrors_TypedClient_Classifies()
    {
        var services = new ServiceCollection();
        services.AddHttpClient<Typed>().AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => new FakeRefresher()).ConfigurePrimaryHttpMessageHandler(() => Fake(Answer.Json(Bodies.YeastarNotFound)));
        using ServiceProvider provider = services.BuildServiceProvider();

        using HttpResponseMessage response = await provider.GetRequiredService<Typed>().Client.GetAsync(s_address, TestContext.Current.CancellationToken);

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
    }

    [Fact(Timeout = 10_000)]
    public async Task AddVendorErrors_KeyedClient_Classifies()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("pbx").AddAsKeyed().AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => new FakeRefresher()).ConfigurePrimaryHttpMessageHandler(() => Fake(Answer.Json(Bodies.YeastarNotFound)));
        using ServiceProvider provider = services.BuildServiceProvider();
        using IServiceScope scope = provider.CreateScope();

        using HttpResponseMessage response = await scope.ServiceProvider.GetRequiredKeyedService<HttpClient>("pbx").GetAsync(s_address, TestContext.Current.CancellationToken);

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
    }

    [Fact(Timeout = 10_000)]
    public async Task AddVendorErrors_TwoClientsOfTwoVendors_EachHasItsOwn()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("a").AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => new FakeRefresher()).ConfigurePrimaryHttpMessageHandler(() => Fake(Answer.Json(Bodies.YeastarNotFound)));
        services.AddHttpClient("b").AddVendorErrors(FrozenVendors.Dialer, options => options.MaxRetryAttempts = 0).ConfigurePrimaryHttpMessageHandler(() => Fake(Answer.Json(Bodies.TalkdeskSystemError)));
        using ServiceProvider provider = services.BuildServiceProvider();
        IHttpClientFactory factory = provider.GetRequiredService<IHttpClientFactory>();

        using HttpResponseMessage a = await factory.CreateClient("a").GetAsync(s_address, TestContext.Current.CancellationToken);
        using HttpResponseMessage b = await factory.CreateClient("b").GetAsync(s_address, TestContext.Current.CancellationToken);

        a.GetVendorResult().Error!.Vendor.Id.Should().Be(FrozenVendors.Pbx.Id);
        b.GetVendorResult().Error!.Vendor.Id.Should().Be(FrozenVendors.Dialer.Id);
        b.GetVendorResult().Category.Should().Be(ErrorCategory.VendorInternal);
    }

    [Fact(Timeout = 20_000)]
    public async Task AddVendorErrors_HandlerIsReplaced_BudgetAndCredentialStay()
    {
        var handlers = 0;
        var refresher = new FakeRefresher(_ => new ValueTask<bool>(false));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FakeTime());
        services.AddHttpClient("pbx").SetHandlerLifetime(TimeSpan.FromSeconds(1)).AddCredentialRefresher(_ => refresher)
            .AddVendorErrors(FrozenVendors.Pbx, options => (options.RetryBudgetReserve, options.RetryBudgetRatio, options.MaxRetryAttempts) = (1, 0, 1))
            .ConfigurePrimaryHttpMessageHandler(() => handlers++ == 0 ? Fake(Bodies.Down(), Bodies.Down(), Bodies.Expired) : Fake(Bodies.Down(), Bodies.Expired));
        using ServiceProvider provider = services.BuildServiceProvider();
        IHttpClientFactory factory = provider.GetRequiredService<IHttpClientFactory>();
        using HttpResponseMessage first = await factory.CreateClient("pbx").GetAsync(s_address, TestContext.Current.CancellationToken);
        first.GetVendorDecision().StopReason.Should().Be(StopReason.MaxRetriesReached);
        await Task.Delay(1500, TestContext.Current.CancellationToken);

        using HttpResponseMessage second = await factory.CreateClient("pbx").GetAsync(s_address, TestContext.Current.CancellationToken);

        handlers.Should().Be(2);
        second.GetVendorDecision().StopReason.Should().Be(StopReason.BudgetExhausted);
    }

    [Fact(Timeout = 10_000)]
    public async Task AddVendorErrors_TwoClientsOfOneAccount_ShareTheBudget()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FakeTime());
        foreach (string name in (string[])["a", "b"])
        {
            services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => Fake(Bodies.Down()))
                .AddVendorErrors(FrozenVendors.Pbx, options => (options.RetryBudgetReserve, options.RetryBudgetRatio, options.Account) = (1, 0, "main")).AddCredentialRefresher(_ => new FakeRefresher());
        }

        using ServiceProvider provider = services.BuildServiceProvider();
        IHttpClientFactory factory = provider.GetRequiredService<IHttpClientFactory>();
        using HttpResponseMessage first = await factory.CreateClient("a").GetAsync(s_address, TestContext.Current.CancellationToken);

        using HttpResponseMessage second = await factory.CreateClient("b").GetAsync(s_address, TestContext.Current.CancellationToken);

        second.RequestMessage.Should().NotBeNull();
        second.GetVendorDecision().StopReason.Should().Be(StopReason.BudgetExhausted);
        provider.GetRequiredService<TimeProvider>().Should().BeOfType<FakeTime>().Which.Waits.Should().ContainSingle("the one token is spent by the first client");
    }

    [Fact]
    public void CreateClient_OptionsWithFaults_SaysThemAll()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("pbx").AddVendorErrors(FrozenVendors.Pbx, options => (options.MaxRetryAttempts, options.MaxDelay) = (-1, TimeSpan.Zero));
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.Invoking(p => p.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>().WithMessage("*MaxRetryAttempts*MaxDelay*");
    }

    private static FakeVendor Fake(params Answer[] script) => new(TimeProvider.System, script);

    private sealed class Typed(HttpClient client)
    {
        public HttpClient Client { get; } = client;
    }

    [Fact]
    public void AddVendorErrors_TwiceOnOneClient_IsRefused()
    {
        IHttpClientBuilder builder = new ServiceCollection().AddHttpClient("pbx").AddVendorErrors(FrozenVendors.Pbx);

        builder.Invoking(b => b.AddVendorErrors(Vendor.Dexatel)).Should().Throw<InvalidOperationException>().WithMessage("*already called for the client 'pbx'*");
    }
}
