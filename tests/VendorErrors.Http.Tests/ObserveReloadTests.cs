using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using VendorErrors.Definitions;
using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests;

/// <summary>A registration that only observes: beside retries of others, and when its mode changes.</summary>
public class ObserveReloadTests
{
    private static readonly Uri s_address = new("http://vendor.test/openapi/v1.0/call/dial");

    [Theory(Timeout = 30_000)]
    [InlineData("outside")]
    [InlineData("inside")]
    [InlineData("hedging")]
    public async Task ResilienceHandler_BesideIt_GoesOnAsBefore(string place)
    {
        var transport = new Transport((_, count) => Transport.Json("{}", count < 3 ? 503 : 200));
        using ServiceProvider provider = Beside(place, transport, new(StringComparer.Ordinal) { ["V:Mode"] = "Observe" }, new FakeLogger(), out _);
        provider.GetRequiredService<IStartupValidator>().Validate();

        using HttpResponseMessage response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx").PostAsync(s_address, new StringContent("{}"), TestContext.Current.CancellationToken);

        transport.Executed.Should().Be(3, "their retries are not ours to refuse");
        ((int)response.StatusCode).Should().Be(200);
    }

    [Fact(Timeout = 30_000)]
    public async Task Reload_ToActive_BesideAResilienceHandler_IsRefusedAndKeepsObserving()
    {
        var transport = new Transport((_, count) => Transport.Json("{}", count < 3 ? 503 : 200));
        var logger = new FakeLogger();
        using ServiceProvider provider = Beside("outside", transport, new(StringComparer.Ordinal) { ["V:Mode"] = "Observe" }, logger, out IConfigurationRoot root);
        HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
        root["V:Mode"] = "Active";
        root.Reload();

        using HttpResponseMessage response = await client.PostAsync(s_address, new StringContent("{}"), TestContext.Current.CancellationToken);

        transport.Executed.Should().Be(3);
        logger.Lines.Where(line => line.Id == 9).Should().ContainSingle().Which.Text.Should().Contain("'pbx'").And.Contain("RemoveAllResilienceHandlers()");
        logger.Lines.Should().Contain(line => line.Id == 14);
        root["V:AllowOtherRetries"] = "true";
        root.Reload();
        using HttpResponseMessage allowed = await client.GetAsync(s_address, TestContext.Current.CancellationToken);
        provider.GetRequiredService<IOptionsMonitor<VendorErrorOptions>>().Get("pbx").Mode.Should().Be(HandlerMode.Active);
    }

    [Fact(Timeout = 10_000)]
    public async Task Reload_ToActive_WithoutARefresher_IsRefusedAndKeepsObserving()
    {
        (ServiceProvider provider, IConfigurationRoot root, FakeVendor vendor, FakeLogger logger) = Provide(withRefresher: false, Bodies.Down(retryAfter: 1));
        await using ServiceProvider _ = provider;
        provider.GetRequiredService<IStartupValidator>().Validate();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
        (await client.GetAsync(s_address, TestContext.Current.CancellationToken)).Dispose();
        root["V:Mode"] = "Active";
        root.Reload();

        (await client.GetAsync(s_address, TestContext.Current.CancellationToken)).Dispose();
        (await client.GetAsync(s_address, TestContext.Current.CancellationToken)).Dispose();

        vendor.Requests.Should().HaveCount(3);
        logger.Lines.Select(line => line.Id).Should().Equal(12, 9, 12, 12);
        logger.Lines[1].Text.Should().Contain("AddYeastarTokens");
    }

    [Fact(Timeout = 10_000)]
    public async Task Reload_ToActiveAndBack_TakesEffect()
    {
        (ServiceProvider provider, IConfigurationRoot root, FakeVendor vendor, FakeLogger logger) = Provide(withRefresher: true, Bodies.Down(), Bodies.Down(retryAfter: 1), Bodies.Ok, Bodies.Down());
        await using ServiceProvider _ = provider;
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
        (await client.GetAsync(s_address, TestContext.Current.CancellationToken)).Dispose();
        root["V:Mode"] = "Active";
        root.Reload();

        using HttpResponseMessage active = await client.GetAsync(s_address, TestContext.Current.CancellationToken);
        root["V:Mode"] = "observe";
        root.Reload();
        using HttpResponseMessage observed = await client.GetAsync(s_address, TestContext.Current.CancellationToken);

        active.GetVendorAttempts().Should().HaveCount(2, "the guard was there before, so what it saw is known");
        ((int)observed.StatusCode).Should().Be(503);
        vendor.Requests.Should().HaveCount(4);
        logger.Lines.Select(line => line.Id).Should().Equal(12, 1, 12);
    }

    [Fact(Timeout = 10_000)]
    public async Task Message_SentActiveAndThenObserved_IsNotStopped()
    {
        (ServiceProvider provider, IConfigurationRoot root, FakeVendor vendor, FakeLogger _) = Provide(withRefresher: true, Bodies.Down());
        await using ServiceProvider __ = provider;
        root["V:Mode"] = "Active";
        root.Reload();
        using var client = new HttpMessageInvoker(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("pbx"));
        using var request = new HttpRequestMessage(HttpMethod.Post, s_address) { Content = new StringContent("{}") };
        (await client.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
        root["V:Mode"] = "Observe";
        root.Reload();

        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(503);
        vendor.Requests.Should().HaveCount(2);
    }

    private static (ServiceProvider Provider, IConfigurationRoot Root, FakeVendor Vendor, FakeLogger Logger) Provide(bool withRefresher, params Answer[] script)
    {
        IConfigurationRoot root = new ConfigurationBuilder().AddInMemoryCollection([new("V:Mode", "Observe")]).Build();
        var time = new FakeTime();
        var vendor = new FakeVendor(time, script);
        var logger = new FakeLogger();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time).AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(logger.Collector)).AddFilter("System", LogLevel.None));
        IHttpClientBuilder builder = services.AddHttpClient("pbx").AddVendorErrors(FrozenVendors.Pbx, root.GetSection("V")).ConfigurePrimaryHttpMessageHandler(() => vendor);
        if (withRefresher)
        {
            builder.AddCredentialRefresher(_ => new FakeRefresher());
        }

        return (services.BuildServiceProvider(), root, vendor, logger);
    }

    private static ServiceProvider Beside(string place, Transport transport, Dictionary<string, string?> settings, FakeLogger logger, out IConfigurationRoot root)
    {
        root = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(logger.Collector)).AddFilter("System", LogLevel.None).AddFilter("Polly", LogLevel.None));
        IHttpClientBuilder builder = services.AddHttpClient("pbx").ConfigurePrimaryHttpMessageHandler(() => transport);
        if (place == "inside")
        {
            builder.AddVendorErrors(FrozenVendors.Pbx, root.GetSection("V")).AddCredentialRefresher(_ => new FakeRefresher());
        }

        if (place == "hedging")
        {
            builder.AddStandardHedgingHandler().Configure(options => (options.Hedging.Delay, options.Hedging.MaxHedgedAttempts) = (TimeSpan.FromSeconds(10), 2));
        }
        else
        {
            builder.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(1));
        }

        if (place != "inside")
        {
            builder.AddVendorErrors(FrozenVendors.Pbx, root.GetSection("V")).AddCredentialRefresher(_ => new FakeRefresher());
        }

        return services.BuildServiceProvider();
    }
}
