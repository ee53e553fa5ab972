using VendorErrors.Http.Retries;

namespace VendorErrors.Http.Tests.Kit;

/// <summary>A client of a fake vendor with everything in hand: clock, chance, log, options.</summary>
internal sealed class Bench : IDisposable
{
    /// <summary>How an account without a name is called between processes.</summary>
    internal static readonly string YeastarAccount = $"{FrozenVendors.Pbx.Id}:";

    private readonly Vendor _vendor;
    private readonly Answer[] _script;
    private HttpClient? _client;
    private FakeVendor? _fake;

    public Bench(Vendor vendor, params Answer[] script)
    {
        _vendor = vendor;
        _script = script;
    }

    public FakeTime Time { get; init; } = new();

    public FakeLogger Logger { get; } = new();

    public VendorErrorOptions Options { get; init; } = new();

    public ICredentialRefresher? Refresher { get; init; }

    /// <summary>Accounts that the client shares with others; null for none.</summary>
    public VendorStates? States { get; init; }

    public double Jitter { get; init; } = 1;

    public FakeVendor Fake
    {
        get => _fake ??= new FakeVendor(Time, _script);
        init => _fake = value;
    }

    public HttpClient Client => _client ??= Create();

    public Task<HttpResponseMessage> GetAsync(string path = "thing/get", CancellationToken? token = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), token);

    public Task<HttpResponseMessage> PostAsync(string path = "call/dial", string body = """{"to":"100"}""") =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") });

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken? token = null) =>
        Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token ?? TestContext.Current.CancellationToken)
            .WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);

    public VendorErrorHandler CreateHandler() =>
        new(_vendor, Options, new VendorServices { Time = Time, Logger = Logger, Refresher = Refresher, States = States ?? new VendorStates(Time, random: () => Jitter), Random = () => Jitter })
        {
            InnerHandler = Fake,
        };

    public void Dispose() => _client?.Dispose();

    private HttpClient Create() => new(CreateHandler()) { BaseAddress = new Uri("http://vendor.test/openapi/v1.0/"), Timeout = Timeout.InfiniteTimeSpan };
}
