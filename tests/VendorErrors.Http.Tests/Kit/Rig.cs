using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Kit;

/// <summary>Our handler over handlers of the application over a transport, outermost first.</summary>
internal sealed class Rig : IDisposable
{
    private readonly HttpMessageInvoker _client;

    public Rig(Vendor vendor, Func<HttpRequestMessage, int, HttpResponseMessage> answer, VendorErrorOptions? options = null, ICredentialRefresher? refresher = null, params DelegatingHandler[] inside)
    {
        Transport = new Transport(answer);
        HttpMessageHandler inner = Transport;
        foreach (DelegatingHandler handler in Enumerable.Reverse(inside))
        {
            handler.InnerHandler = inner;
            inner = handler;
        }

        var services = new VendorServices { Time = Time, Logger = Logger, Refresher = refresher, Random = () => 0 };
        _client = new HttpMessageInvoker(new VendorErrorHandler(vendor, options ?? new VendorErrorOptions(), services) { InnerHandler = inner });
    }

    public FakeTime Time { get; } = new();

    public FakeLogger Logger { get; } = new();

    public Transport Transport { get; }

    public static HttpRequestMessage Post(string address = "http://vendor.test/openapi/v1.0/call/dial", HttpContent? content = null) =>
        new(HttpMethod.Post, address) { Content = content ?? new StringContent("{}", Encoding.UTF8, "application/json") };

    public static HttpRequestMessage Get(string address = "http://vendor.test/openapi/v1.0/extension/list") => new(HttpMethod.Get, address);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken? token = null) =>
        _client.SendAsync(request, token ?? TestContext.Current.CancellationToken).WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);

    public void Dispose() => _client.Dispose();
}
