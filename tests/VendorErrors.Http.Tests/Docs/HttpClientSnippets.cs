#pragma warning disable MA0004 // The pages show what an application writes.
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The C# of docs/http-client.md, docs/retries.md, docs/cooldown.md and the README, line by line, so that it compiles.</summary>
internal static class HttpClientSnippets
{
    internal static void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient<PbxClient>().AddVendorErrors(Vendor.YeastarPSeries).AddYeastarTokens(configuration.GetSection("PbxTokens"));
    }

    internal static void RegisterInThreeWays(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient("dialer").AddVendorErrors(Vendor.TalkdeskDialer);

        services.AddHttpClient("sms").AddVendorErrors(Vendor.Dexatel, options =>
        {
            options.Account = "sms-germany";
            options.MaxWait = TimeSpan.FromSeconds(20);
        });

        services.AddHttpClient("pbx").AddVendorErrors(Vendor.YeastarPSeries, configuration.GetSection("Pbx"))
            .AddYeastarTokens(configuration.GetSection("PbxTokens"));
    }

    internal static void RegisterByItsId(IServiceCollection services)
    {
        services.AddVendorPacks("packs");
        services.AddHttpClient("acme").AddVendorErrors("acme-voice");
    }

    internal static void RegisterByItsIdWithOptions(IServiceCollection services) =>
        services.AddHttpClient("acme").AddVendorErrors("acme-voice", options => options.MaxRetryAttempts = 2);

    internal static void RegisterByItsIdFromConfiguration(IServiceCollection services, IConfiguration configuration) =>
        services.AddHttpClient("acme").AddVendorErrors("acme-voice", configuration.GetSection("Acme"));

    internal static void UsePacks(IServiceProvider provider, byte[] body)
    {
        VendorPacks packs = provider.GetRequiredService<VendorPacks>();
        VendorResult result = packs.Current.Find("acme-voice")!.Classify(200, body);
    }

    internal static void WithoutContainer(VendorErrorOptions options)
    {
        using var client = new HttpClient(new VendorErrorHandler(Vendor.Dialnexa, options));
    }

    internal static async Task UseAsync(HttpClient client, Uri address, HttpContent content)
    {
        using HttpResponseMessage response = await client.PostAsync(address, content);

        VendorResult result = response.GetVendorResult();
        if (result.IsFailure)
        {
            RetryDecision decision = response.GetVendorDecision();
            Console.WriteLine($"{result.Error.Category}, effect {result.Error.Effect}, not again: {decision.StopReason}");
        }
    }

    internal static async Task ThrowAsync(HttpClient client, Uri address)
    {
        try
        {
            using HttpResponseMessage response = await client.GetAsync(address);
            response.EnsureVendorSuccess();
        }
        catch (VendorErrorException e) when (e.Result.Category == ErrorCategory.NotFound)
        {
            Console.WriteLine(e.Result.Answer?.Message);
        }
    }

    internal static async Task TellWhatHappenedAsync(HttpClient client, Uri address, HttpContent content)
    {
        try
        {
            using HttpResponseMessage response = await client.PostAsync(address, content);
        }
        catch (Exception e) when (e.GetVendorResult() is { IsFailure: true } result)
        {
            // None: it was never sent, put it back. Unknown: it may have happened, check first.
            Console.WriteLine($"{result.Category}, effect {result.Effect}, not again: {e.GetVendorDecision().StopReason}");
        }
    }

    internal static async Task SayHowSafeAsync(HttpClient client, Uri search, HttpContent query, Uri orders, HttpContent order)
    {
        using var read = new HttpRequestMessage(HttpMethod.Post, search) { Content = query };
        read.SetVendorOperation(OperationSafety.Read);
        using HttpResponseMessage found = await client.SendAsync(read);

        using var keyed = new HttpRequestMessage(HttpMethod.Post, orders) { Content = order };
        keyed.SetVendorOperation(OperationSafety.IdempotencyKeyed, keyHeader: "Idempotency-Key");
        using HttpResponseMessage ordered = await client.SendAsync(keyed);
    }

    internal static void SayItForOneRequest(HttpRequestMessage request, Tenant tenant)
    {
        request.SetVendorMaxRetryAttempts(0);
        request.SetVendorTotalTimeout(TimeSpan.FromSeconds(10));
        request.SetVendorAccount("tenant-42");
        request.SetVendorCredential(tenant.Credential);
    }

    internal sealed record Tenant(ICredentialRefresher Credential);

    internal static void ShareCooldowns(IServiceCollection services)
    {
        services.AddSingleton<ICooldownBackplane, BusCooldowns>();
    }

    internal static async Task FailFastAsync(HttpClient client, Uri address)
    {
        try
        {
            using HttpResponseMessage response = await client.GetAsync(address);
        }
        catch (VendorErrorException e) when (e.NotBefore is { } notBefore)
        {
            Console.WriteLine($"not asked; again at {notBefore:u}");
        }
    }

    internal sealed class PbxClient(HttpClient client)
    {
        public HttpClient Client { get; } = client;
    }

    internal sealed class BusCooldowns(IBus bus) : ICooldownBackplane
    {
        public ValueTask PublishAsync(string account, TimeSpan remaining, CancellationToken cancellationToken) =>
            bus.SendAsync("cooldowns", new CooldownMessage(account, remaining), cancellationToken);

        public IDisposable Subscribe(Action<string, TimeSpan> extend) =>
            bus.Listen("cooldowns", message => extend(message.Account, message.Remaining));
    }

    internal sealed record CooldownMessage(string Account, TimeSpan Remaining);

    /// <summary>Stands in for a message bus.</summary>
    internal interface IBus
    {
        ValueTask SendAsync(string topic, CooldownMessage message, CancellationToken cancellationToken);

        IDisposable Listen(string topic, Action<CooldownMessage> listener);
    }
}
