using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace VendorErrors.Fleet.Tests.Ledger;

/// <summary>A worker with a ledger, and a vendor that counts its calls.</summary>
internal sealed class Dialer : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly HttpClient _client;

    /// <param name="store">Registers the store.</param>
    /// <param name="configure">Changes the options of the ledger.</param>
    public Dialer(Action<IServiceCollection> store, Action<CallLedgerOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(Logs)));
        store(services);
        services.AddCallLedger(configure);
        services.AddHttpClient("dialer").AddVendorErrors(Vendor.TalkdeskDialer, options => options.MaxRetryAttempts = 0).ConfigurePrimaryHttpMessageHandler(() => new CountingVendor(this));
        _provider = services.BuildServiceProvider();
        _client = _provider.GetRequiredService<IHttpClientFactory>().CreateClient("dialer");
    }

    public int Sends { get; private set; }

    public FakeLogCollector Logs { get; } = new();

    public ICallLedgerStore Store => _provider.GetRequiredService<ICallLedgerStore>();

    public CallLedger Ledger => _provider.GetRequiredService<CallLedger>();

    /// <summary>All that was logged of the ledger itself.</summary>
    public IEnumerable<string> LedgerLines => Logs.GetSnapshot().Where(record => record.Message.StartsWith("The call ledger", StringComparison.Ordinal)).Select(record => record.Message);

    public async Task<HttpResponseMessage> DialAsync(string id, string content = "a")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://x.test/dial") { Content = new StringContent(content, Encoding.UTF8) };
        request.SetCallId(id, DateTimeOffset.UtcNow);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<VendorErrorException> StopAsync(string id, string content = "a") =>
        (await FluentActions.Awaiting(() => DialAsync(id, content)).Should().ThrowAsync<VendorErrorException>()).Which;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _provider.DisposeAsync();
    }

    private sealed class CountingVendor(Dialer dialer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            dialer.Sends++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"statusCode":0,"message":"Done","payload":{"id":4711}}""", Encoding.UTF8, "application/json") });
        }
    }
}
