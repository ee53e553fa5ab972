using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace VendorErrors.Http.Tests.Chain;

/// <summary>Beside the real handlers of Microsoft.Extensions.Http.Resilience.</summary>
[Trait(Asset.Trait, Asset.Net)]
public class ResilienceTests
{
    private static readonly Uri s_dial = new("http://vendor.test/openapi/v1.0/call/dial");
    private static readonly Uri s_delete = new("http://vendor.test/openapi/v1.0/extension/delete?id=7");

    public static TheoryData<string> Retrying => ["standard outside", "standard inside", "hedging outside", "hedging inside", "own retry outside", "own retry inside", "defaults before", "defaults after", "ours inside theirs"];

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Retrying))]
    public void CreateClient_BesideAHandlerThatSendsAgain_IsRefusedWithTheWayOut(string order)
    {
        using ServiceProvider provider = Services(order, _ => { }, new Transport((_, _) => Transport.Json(Bodies.YeastarOk))).BuildServiceProvider();

        FluentActions.Invoking(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx")).Should().Throw<InvalidOperationException>()
            .WithMessage("*'pbx'*RemoveAllResilienceHandlers()*AddVendorRetry*AllowOtherRetries*");
        provider.Invoking(p => p.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>().WithMessage("*'pbx'*");
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Retrying))]
    public async Task Dial_BesideAHandlerThatSendsAgain_IsExecutedOnce(string order)
    {
        foreach (Uri address in (Uri[])[s_dial, s_delete])
        {
            var transport = new Transport((_, count) => count == 1 ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : throw new HttpRequestException(HttpRequestError.ConnectionError));
            using ServiceProvider provider = Services(order, options => options.AllowOtherRetries = true, transport).BuildServiceProvider();
            using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
            using var request = new HttpRequestMessage(address == s_dial ? HttpMethod.Post : HttpMethod.Get, address);
            if (address == s_dial)
            {
                request.Content = new StringContent("{}");
            }

            Exception thrown = (await FluentActions.Awaiting(() => client.SendAsync(request, TestContext.Current.CancellationToken)).Should().ThrowAsync<Exception>()).Which;

            transport.Executed.Should().Be(1, "{0} {1} must not be executed twice", request.Method, address);
            thrown.GetVendorResult().Effect.Should().Be(Effect.Unknown, thrown.ToString());
        }
    }

    [Theory(Timeout = 60_000)]
    [InlineData("standard outside")]
    [InlineData("standard inside")]
    [InlineData("hedging outside")]
    public async Task Dial_ThatWasRefused_MayGoOutAgain(string order)
    {
        var transport = new Transport((_, count) => count == 1 ? throw new HttpRequestException(HttpRequestError.ConnectionError) : Transport.Json(Bodies.YeastarOk));
        using ServiceProvider provider = Services(order, options => (options.AllowOtherRetries, options.MaxRetryAttempts) = (true, 0), transport).BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");

        using HttpResponseMessage response = await client.PostAsync(s_dial, new StringContent("{}"), TestContext.Current.CancellationToken);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        transport.Executed.Should().Be(2);
    }

    [Fact(Timeout = 30_000)]
    public async Task CreateClient_BesideTimeoutsAlone_IsFine()
    {
        var services = new ServiceCollection();
        IHttpClientBuilder builder = services.AddHttpClient("pbx").ConfigurePrimaryHttpMessageHandler(() => new Transport((_, _) => Transport.Json(Bodies.YeastarOk)));
        builder.AddResilienceHandler("time", pipeline => pipeline.AddTimeout(TimeSpan.FromSeconds(30)));
        builder.AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => new FakeRefresher());
        using ServiceProvider provider = services.BuildServiceProvider();

        using HttpResponseMessage response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx").PostAsync(s_dial, new StringContent("{}"), TestContext.Current.CancellationToken);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    [Fact(Timeout = 30_000)]
    public void CreateClient_ResilienceRemovedForThisClient_IsFine()
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(all => all.AddStandardResilienceHandler());
#pragma warning disable EXTEXP0001 // The package calls it experimental, and names it as the way out.
        services.AddHttpClient("pbx").RemoveAllResilienceHandlers().AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => new FakeRefresher());
#pragma warning restore EXTEXP0001
        using ServiceProvider provider = services.BuildServiceProvider();

        FluentActions.Invoking(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx")).Should().NotThrow();
    }

    [Fact(Timeout = 30_000)]
    public async Task Handler_WithoutAContainer_BesideAnInnerOneThatSendsAgain_IsRefused()
    {
#pragma warning disable EXTEXP0001 // As above.
        var theirs = new ResilienceHandler(new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new HttpRetryStrategyOptions()).Build()) { InnerHandler = new Transport((_, _) => Transport.Json("{}")) };
#pragma warning restore EXTEXP0001
        using var client = new HttpClient(new VendorErrorHandler(Vendor.Dexatel) { InnerHandler = theirs });

        await client.Awaiting(c => c.GetAsync(s_dial, TestContext.Current.CancellationToken)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*AllowOtherRetries*");
    }

    [Fact(Timeout = 30_000)]
    public async Task AddVendorRetry_InsideAddResilienceHandler_SendsTheSameRequestAgain()
    {
        var transport = new Transport((_, count) => count == 1 ? Transport.Json("{}", 429, 0) : Transport.Json(Bodies.YeastarOk));
        var services = new ServiceCollection();
        services.AddHttpClient("pbx").ConfigurePrimaryHttpMessageHandler(() => transport)
            .AddResilienceHandler("vendor", pipeline => pipeline.AddVendorRetry(FrozenVendors.Pbx, new VendorErrorOptions { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) }));
        using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");

        using HttpResponseMessage response = await client.PostAsync(s_dial, new StreamContent(ScriptedStream.Of("ab", "c")), TestContext.Current.CancellationToken);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        transport.Sent.Select(sent => sent.Body).Should().Equal("abc", "abc");
    }

    [Fact(Timeout = 30_000)]
    public async Task HandlerInside_ThatLogsInAfterA401_MaySendAgain()
    {
        using var rig = new Rig(FrozenVendors.Pbx, (_, count) => count == 1 ? Transport.Json("{}", 401) : Transport.Json(Bodies.YeastarOk), inside: new InnerHandler(async (request, send) =>
        {
            HttpResponseMessage first = await send(request);
            return (int)first.StatusCode == 401 ? await send(request) : first;
        }));

        using HttpResponseMessage response = await rig.SendAsync(Rig.Post());

        response.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task HandlerInside_ThatSendsAWriteAgain_IsStopped()
    {
        using var rig = new Rig(FrozenVendors.Pbx, (_, _) => Transport.Json("{}", 503), inside: new InnerHandler(async (request, send) =>
        {
            (await send(request)).Dispose();
            return await send(request);
        }));

        VendorErrorException thrown = (await FluentActions.Awaiting(() => rig.SendAsync(Rig.Post())).Should().ThrowAsync<VendorErrorException>()).Which;

        rig.Transport.Executed.Should().Be(1);
        thrown.Result.Effect.Should().Be(Effect.Unknown);
        thrown.Decision.StopReason.Should().Be(StopReason.EffectUnknown);
    }

    private static ServiceCollection Services(string order, Action<VendorErrorOptions> configure, Transport transport)
    {
        var services = new ServiceCollection();
        Action<IHttpClientBuilder> ours = builder => builder.AddVendorErrors(FrozenVendors.Pbx, options =>
        {
            options.BaseDelay = options.MaxDelay = TimeSpan.FromMilliseconds(1);
            configure(options);
        }).AddCredentialRefresher(_ => new FakeRefresher());
        Action<IHttpClientBuilder> standard = builder => builder.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(1));
        Action<IHttpClientBuilder> hedging = builder => builder.AddStandardHedgingHandler().Configure(options => options.Hedging.Delay = TimeSpan.FromMilliseconds(1));
        Action<IHttpClientBuilder> retry = builder => builder.AddResilienceHandler("own", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions { Delay = TimeSpan.FromMilliseconds(1) }));
        Action<IHttpClientBuilder> strategy = builder => builder.AddResilienceHandler("vendor", pipeline => pipeline.AddVendorRetry(FrozenVendors.Pbx, new VendorErrorOptions { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) }));
        if (order == "defaults before")
        {
            services.ConfigureHttpClientDefaults(standard);
        }

        IHttpClientBuilder builder = services.AddHttpClient("pbx").ConfigurePrimaryHttpMessageHandler(() => transport);
        Action<IHttpClientBuilder>[] steps = order switch
        {
            "standard outside" => [standard, ours],
            "standard inside" => [ours, standard],
            "hedging outside" => [hedging, ours],
            "hedging inside" => [ours, hedging],
            "own retry outside" => [retry, ours],
            "own retry inside" => [ours, retry],
            "ours inside theirs" => [strategy, ours],
            _ => [ours],
        };
        Array.ForEach(steps, step => step(builder));
        if (order == "defaults after")
        {
            services.ConfigureHttpClientDefaults(standard);
        }

        return services;
    }
}
