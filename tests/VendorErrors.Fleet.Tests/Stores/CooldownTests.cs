using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using VendorErrors.Fleet.Tests.Servers;
using VendorErrors.Tests.Kit;

namespace VendorErrors.Fleet.Tests.Stores;

/// <summary>One account, twenty instances, real stores. Alone, because the twenty share this process, and have to hear of a wait within one round of calls.</summary>
[Collection(Alone.Name)]
public class CooldownTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 90_000)]
    [InlineData("redis", false)]
    [InlineData("redis", true)]
    [InlineData("postgresql", false)]
    public async Task TwentyInstances_AnnouncedWait_AtMostThreePercentAskInside(string kind, bool isStopped)
    {
        await using Servers.Fleet fleet = await Servers.Fleet.OnAsync(kind);
        var vendor = new WaitingVendor(TimeSpan.FromSeconds(8));
        ServiceProvider[] instances = [.. Enumerable.Range(0, 20).Select(_ => fleet.Instance(services => Register(services, vendor)))];
        instances[0].GetRequiredService<IStartupValidator>().Validate();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task[] callers = [.. instances.Select(instance => CallAsync(instance.GetRequiredService<IHttpClientFactory>().CreateClient("sms"), TimeSpan.FromMilliseconds(15 * Array.IndexOf(instances, instance)), end.Token))];

        // Each has published once, so that compiling the path is not measured.
        await Task.WhenAll(instances.Select((instance, i) => instance.GetRequiredService<ICooldownBackplane>().PublishAsync($"warm-up:{i}", TimeSpan.FromSeconds(1), Token).AsTask()));
        await Task.Delay(3000, Token);
        vendor.Announce();
        if (isStopped)
        {
            await Task.Delay(1000, Token);
            fleet.Kill();
            await Task.Delay(6000, Token);
            await fleet.RestartAsync();
        }

        await Task.Delay(isStopped ? 4000 : 11_000, Token);
        await end.CancelAsync();
        await Task.WhenAll(callers);
        foreach (ServiceProvider instance in instances)
        {
            await instance.DisposeAsync();
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{vendor.Inside} of {vendor.All} requests inside the wait");
        vendor.Inside.Should().BeGreaterThan(0, "somebody has to be refused first");
        vendor.Inside.Should().BeLessThan(15, "without a store each of the twenty is refused once");
        (vendor.Inside / (double)vendor.All).Should().BeLessThanOrEqualTo(0.03, "{0} of {1}", vendor.Inside, vendor.All);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task Backplane_ExtendsOnly_ReachesLateComers_AndOnlyItsOwnPrefix(string kind)
    {
        await using Servers.Fleet fleet = await Servers.Fleet.OnAsync(kind);
        await using ServiceProvider one = fleet.Instance();
        await using ServiceProvider other = fleet.Instance();
        await using ServiceProvider stranger = fleet.Instance(name: $"s{Guid.NewGuid():N}");
        foreach (ServiceProvider instance in (ServiceProvider[])[one, stranger])
        {
            instance.GetRequiredService<IStartupValidator>().Validate();
        }

        await one.GetRequiredService<ICooldownBackplane>().PublishAsync("acme:main", TimeSpan.FromSeconds(60), Token);
        await one.GetRequiredService<ICooldownBackplane>().PublishAsync("acme:main", TimeSpan.FromSeconds(5), Token);
        var heard = new System.Collections.Concurrent.ConcurrentQueue<(string Account, TimeSpan Left)>();
        var strange = new System.Collections.Concurrent.ConcurrentQueue<(string Account, TimeSpan Left)>();
        using IDisposable a = other.GetRequiredService<ICooldownBackplane>().Subscribe((account, left) => heard.Enqueue((account, left)));
        using IDisposable b = stranger.GetRequiredService<ICooldownBackplane>().Subscribe((account, left) => strange.Enqueue((account, left)));
        await Task.Delay(1500, Token);
        await one.GetRequiredService<ICooldownBackplane>().PublishAsync("acme:two words", TimeSpan.FromSeconds(30), Token);
        await Task.Delay(500, Token);

        heard.Should().Contain(h => h.Account == "acme:main" && h.Left > TimeSpan.FromSeconds(50)).And.NotContain(h => h.Account == "acme:main" && h.Left < TimeSpan.FromSeconds(50));
        heard.Should().Contain(h => h.Account == "acme:two words" && h.Left > TimeSpan.FromSeconds(25));
        strange.Should().BeEmpty();
    }

    private static void Register(IServiceCollection services, WaitingVendor vendor) =>
        services.AddHttpClient("sms", http => http.BaseAddress = new Uri("http://vendor.simulated"))
            .ConfigurePrimaryHttpMessageHandler(() => vendor)
            .AddVendorErrors(Vendor.Dexatel, options => (options.Cooldown, options.MaxRetryAttempts) = (CooldownMode.FailFast, 0));

    private static async Task CallAsync(HttpClient client, TimeSpan offset, CancellationToken cancellationToken)
    {
        await Task.Delay(offset, CancellationToken.None);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                using HttpResponseMessage response = await client.GetAsync(new Uri("v1/templates", UriKind.Relative), cancellationToken);
                await Task.Delay(300, cancellationToken);
            }
            catch (VendorErrorException)
            {
                await Task.Delay(50, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private sealed class WaitingVendor(TimeSpan wait) : HttpMessageHandler
    {
        private long _until;
        private int _all;
        private int _inside;

        public int All => _all;

        public int Inside => _inside;

        public void Announce() => Volatile.Write(ref _until, Environment.TickCount64 + (long)wait.TotalMilliseconds);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _all);
            long left = Volatile.Read(ref _until) - Environment.TickCount64;
            HttpResponseMessage response;
            if (left > 0)
            {
                Interlocked.Increment(ref _inside);
                response = new(HttpStatusCode.TooManyRequests) { Content = new StringContent("{}") };
                response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(Math.Ceiling(left / 1000.0)));
            }
            else
            {
                response = new(HttpStatusCode.OK) { Content = new StringContent("{\"data\":[]}") };
            }

            return Task.FromResult(response);
        }
    }
}
