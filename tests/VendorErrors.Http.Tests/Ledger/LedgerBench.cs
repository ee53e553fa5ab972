using System.Text;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace VendorErrors.Http.Tests.Ledger;

/// <summary>A vendor, a store, and deliveries of one message. Each delivery has a client and a ledger of its own, as in another process.</summary>
public abstract class LedgerBench : IDisposable
{
    private protected const string CallId = "campaign-7/+4915112345678";
    private protected const string Done = """{"statusCode":0,"message":"Done","payload":{"id":4711}}""";
    private protected const string Refused = """{"statusCode":5,"message":"Validation Error","payload":null}""";

    private protected LedgerBench() => Store = new FlakyStore(new InMemoryCallLedgerStore(Time));

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private protected AnyVendor Remote { get; } = new(_ => Task.FromResult(AnyVendor.Json(Done)));

    private protected FlakyStore Store { get; }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Remote.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void BreakTheConnection() => Remote.Answer = _ => throw new HttpRequestException("reset", new IOException("reset"));

    private protected void AnswerWith(string body) => Remote.Answer = _ => Task.FromResult(AnyVendor.Json(body));

    private protected CallLedger LedgerOf(FakeLogCollector? logs = null) => logs is null ? new CallLedger(Store, null, Time) : new CallLedger(Store, null, Time, new FakeLogger(logs));

    private protected HttpClient ClientOf(IEffectProbe? probe = null, FakeLogCollector? logs = null, Vendor? vendor = null, VendorErrorOptions? options = null)
    {
        options ??= new VendorErrorOptions { MaxRetryAttempts = 0 };
        return new HttpClient(new VendorErrorHandler(vendor ?? Vendor.TalkdeskDialer, LedgerOf(logs), options, probe: probe, time: Time) { InnerHandler = Remote }, disposeHandler: false);
    }

    private protected HttpRequestMessage RequestOf(
        string content = "a", string id = CallId, Func<HttpContent>? make = null, string? fingerprint = null, DateTimeOffset? createdAt = null, string path = "/dial")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "https://x.test" + path) { Content = make?.Invoke() ?? new StringContent(content, Encoding.UTF8) };
        request.SetCallId(id, createdAt ?? Time.GetUtcNow(), fingerprint);
        return request;
    }

    private protected async Task<HttpResponseMessage> DeliverAsync(
        HttpRequestMessage? request = null, IEffectProbe? probe = null, FakeLogCollector? logs = null, Vendor? vendor = null, CancellationToken? caller = null)
    {
        using HttpClient client = ClientOf(probe, logs, vendor);
        return await client.SendAsync(request ?? RequestOf(), caller ?? Token);
    }

    private protected async Task<VendorErrorException> StopAsync(HttpRequestMessage? request = null, IEffectProbe? probe = null) =>
        (await FluentActions.Awaiting(() => DeliverAsync(request, probe)).Should().ThrowAsync<VendorErrorException>()).Which;

    private protected async Task<HttpRequestException> FailAsync(IEffectProbe? probe = null) =>
        (await FluentActions.Awaiting(() => DeliverAsync(probe: probe)).Should().ThrowAsync<HttpRequestException>()).Which;
}
