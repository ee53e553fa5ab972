using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VendorErrors.Http;

namespace VendorErrors.Testing.Tests.Credentials;

/// <summary>The ready refresher for Yeastar against a simulated PBX with eight token slots.</summary>
public class YeastarTokensTests
{
    private const string Secret = "s3cret-of-the-pbx";
    private readonly VirtualTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task ManyCallers_TokenExpiresThreeTimes_OneSignInAndThreeRefreshes()
    {
        VendorSimulator pbx = Pbx();
        await using ServiceProvider provider = Provide(pbx);
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");

        for (var round = 0; round < 4; round++)
        {
            HttpResponseMessage[] responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => client.DialAsync($"+49{round}{i}")));
            responses.Should().OnlyContain(response => response.GetVendorResult().IsSuccess);
            pbx.Tokens.ExpireAll();
        }

        (pbx.Tokens.SignIns, pbx.Tokens.Refreshes).Should().Be((1, 3));
    }

    [Fact(Timeout = 60_000)]
    public async Task Refresh_CalledByManyAtOnceWithoutAGate_AsksOnce()
    {
        VendorSimulator pbx = Pbx();
        await using YeastarTokens tokens = Alone(pbx);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => tokens.RefreshAsync(0, Token).AsTask())));

        tokens.Version.Should().Be(1);
        pbx.Tokens.SignIns.Should().Be(1);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RefreshTokenExpired_SignsInAgain(bool isKnown)
    {
        VendorSimulator pbx = Pbx();
        await using YeastarTokens tokens = Alone(pbx);
        await tokens.RefreshAsync(0, Token);
        if (isKnown)
        {
            _time.Advance(TimeSpan.FromDays(2));
        }
        else
        {
            pbx.Tokens.ForgetAll();
        }

        await tokens.RefreshAsync(1, Token);

        tokens.Version.Should().Be(2);
        pbx.Tokens.SignIns.Should().Be(2);
        pbx.Requests.Count(request => request.Path.EndsWith("refresh_token", StringComparison.Ordinal)).Should().Be(isKnown ? 0 : 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task PbxIsDown_RefreshDoesNotCostASlot()
    {
        VendorSimulator pbx = Pbx();
        await using YeastarTokens tokens = Alone(pbx);
        await tokens.RefreshAsync(0, Token);
        pbx.Play("on POST refresh_token next: status 503");

        await tokens.RefreshAsync(1, Token);

        tokens.Version.Should().Be(1);
        pbx.Tokens.SignIns.Should().Be(1);
        pbx.Requests.Should().HaveCount(2);

        await tokens.RefreshAsync(1, Token);
        (tokens.Version, pbx.Tokens.Refreshes).Should().Be((2, 1));
    }

    [Fact(Timeout = 60_000)]
    public async Task SlotsFull_NobodySignsInForAWhile()
    {
        VendorSimulator pbx = Pbx(slots: 1);
        var log = new Lines();
        await using ServiceProvider provider = Provide(pbx, log);
        using HttpClient other = pbx.CreateClient();
        await other.SendJsonAsync("POST", "openapi/v1.0/get_token").StatusAsync();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");

        for (var i = 0; i < 10; i++)
        {
            using HttpResponseMessage response = await client.DialAsync($"+49{i}");
            response.GetVendorDecision().StopReason.Should().Be(Retries.StopReason.CredentialNotRefreshed);
            _time.Advance(TimeSpan.FromSeconds(29));
        }

        SignInsAsked(pbx).Should().Be(2, "the other's, and one of ours: each further try burns a slot more");
        log.Text.Should().Contain("no token slot is free");

        pbx.Tokens.ForgetAll();
        _time.Advance(TimeSpan.FromSeconds(YeastarTokenOptions.DefaultSlotsFullPauseSeconds));
        using HttpResponseMessage later = await client.DialAsync("+4999");
        later.GetVendorResult().IsSuccess.Should().BeTrue();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("-1")]
    [InlineData("70004")]
    [InlineData("70087")]
    public async Task SignInRefused_IsNotTriedAgain_UntilTheCredentialsChange(string code)
    {
        VendorSimulator pbx = Pbx();
        pbx.Play($"on POST get_token next: code {code}");
        YeastarTokenOptions options = Options();
        await using var tokens = new YeastarTokens(pbx.CreateClient(), options, _time);

        for (var i = 0; i < 10; i++)
        {
            await tokens.RefreshAsync(0, Token);
            _time.Advance(TimeSpan.FromHours(1));
        }

        tokens.Version.Should().Be(0);
        SignInsAsked(pbx).Should().Be(1, "five failed sign-ins block the address");
        options.ClientSecret = "the right one";
        await tokens.RefreshAsync(0, Token);
        tokens.Version.Should().Be(1);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Dispose_GivesTheTokenBack(bool revokes, bool isAsync)
    {
        VendorSimulator pbx = Pbx();
        ServiceProvider provider = Provide(pbx, configure: options => options.RevokeOnDispose = revokes);
        using (HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx"))
        {
            await client.DialAsync("+491").StatusAsync();
        }

        if (isAsync)
        {
            await provider.DisposeAsync();
        }
        else
        {
#pragma warning disable MA0042, CA1849, S6966 // What is tested.
            provider.Dispose();
#pragma warning restore MA0042, CA1849, S6966
        }

        pbx.Tokens.Valid.Should().Be(revokes ? 0 : 1);
        pbx.Requests.Count(request => request.Path.EndsWith("del_token", StringComparison.Ordinal)).Should().Be(revokes ? 1 : 0);
    }

    [Fact(Timeout = 60_000)]
    public async Task Dispose_PbxIsGone_DoesNotThrow()
    {
        VendorSimulator pbx = Pbx();
        YeastarTokens tokens = Alone(pbx);
        await tokens.RefreshAsync(0, Token);
        pbx.Play("on GET del_token next: drop before execution");

        await tokens.Awaiting(t => t.DisposeAsync().AsTask()).Should().NotThrowAsync();
        await tokens.RefreshAsync(1, Token);

        tokens.Version.Should().Be(1, "nobody signs in after the end");
    }

    [Fact(Timeout = 60_000)]
    public async Task Refresh_Canceled_LetsTheNextOneIn()
    {
        VendorSimulator pbx = Pbx();
        await using YeastarTokens tokens = Alone(pbx);
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();

        await tokens.Awaiting(t => t.RefreshAsync(0, canceled.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
        await tokens.RefreshAsync(0, Token);

        tokens.Version.Should().Be(1);
    }

    [Theory]
    [InlineData("http://pbx/openapi/v1.0/call/dial", "?access_token=access-1")]
    [InlineData("http://pbx/x?a=1&access_token=old&b=%2B2", "?a=1&b=%2B2&access_token=access-1")]
    public async Task Authorize_ReplacesTheTokenInTheQuery(string address, string query)
    {
        await using YeastarTokens tokens = Alone(Pbx());
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        await tokens.AuthorizeAsync(request, Token);
        request.RequestUri.Should().Be(address, "there is no token yet");
        await tokens.RefreshAsync(0, Token);

        await tokens.AuthorizeAsync(request, Token);
        await tokens.AuthorizeAsync(request, Token);

        request.RequestUri!.Query.Should().Be(query);
    }

    [Fact(Timeout = 60_000)]
    public async Task TokenClient_DefaultsOfAllClients_AreNotItsOwn()
    {
        VendorSimulator pbx = Pbx();
        pbx.Play("on POST get_token next 3 times: status 503");
        var services = new ServiceCollection();
        var seen = 0;
        Register(services, pbx, _ => { });
        services.ConfigureHttpClientDefaults(all => all.AddVendorErrors(Vendor.Dexatel).AddHttpMessageHandler(() => new Counter(() => seen++)));
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");

        using HttpResponseMessage response = await client.DialAsync("+491");

        response.GetVendorDecision().StopReason.Should().Be(Retries.StopReason.CredentialNotRefreshed);
        SignInsAsked(pbx).Should().Be(1, "a token request is not sent again by anybody");
        seen.Should().Be(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Secrets_StandInNoLogAndNoMessage()
    {
        VendorSimulator pbx = Pbx();
        var log = new Lines();
        pbx.Play("on POST get_token next: code -1");
        await using (ServiceProvider provider = Provide(pbx, log))
        {
            using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
            await client.DialAsync("+491").StatusAsync();
        }

        await using (ServiceProvider provider = Provide(pbx, log))
        {
            using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");
            await client.DialAsync("+492").StatusAsync();
            provider.GetRequiredService<IOptionsMonitor<YeastarTokenOptions>>().Get("pbx").ToString().Should().NotContain(Secret).And.NotContain("client-1");
        }

        log.Text.Should().Contain("signing in was refused");
        log.Of("VendorErrors").Should().NotContain(Secret).And.NotContain("access-").And.NotContain("client-1");
        log.Text.Should().NotContain(Secret).And.NotContain("del_token");
    }

    [Fact]
    public void Options_FromConfiguration_AreBoundAndAllFaultsNamed()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Good:BaseAddress", "https://pbx.example:8088"), new("Good:ClientId", "a"), new("Good:ClientSecret", Secret), new("Bad:ClientSecret", Secret), new("Bad:SlotsFullPause", "5")]).Build();
        var services = new ServiceCollection();
        services.AddHttpClient("good").AddVendorErrors(Vendor.YeastarPSeries).AddYeastarTokens(configuration.GetSection("Good"));
        services.AddHttpClient("bad").AddVendorErrors(Vendor.YeastarPSeries).AddYeastarTokens(configuration.GetSection("Bad"));
        using ServiceProvider provider = services.BuildServiceProvider();
        IOptionsMonitor<YeastarTokenOptions> options = provider.GetRequiredService<IOptionsMonitor<YeastarTokenOptions>>();

        options.Get("good").BaseAddress.Should().Be("https://pbx.example:8088/");
        string faults = options.Invoking(o => o.Get("bad")).Should().Throw<OptionsValidationException>().Which.Message;
        faults.Should().Contain("BaseAddress").And.Contain("ClientId").And.Contain("SlotsFullPause").And.NotContain(Secret);
        provider.Invoking(p => p.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>();
    }

    private static int SignInsAsked(VendorSimulator pbx) => pbx.Requests.Count(request => request.Path.EndsWith("get_token", StringComparison.Ordinal));

    private static YeastarTokenOptions Options() => new() { BaseAddress = new Uri("http://vendor.simulated"), ClientId = "client-1", ClientSecret = Secret };

    private VendorSimulator Pbx(int slots = 8) => new(Vendor.YeastarPSeries, new() { Time = _time, Tokens = new TokenRules { Slots = slots } });

    private YeastarTokens Alone(VendorSimulator pbx) => new(pbx.CreateClient(), Options(), _time);

    private ServiceProvider Provide(VendorSimulator pbx, Lines? log = null, Action<YeastarTokenOptions>? configure = null)
    {
        var services = new ServiceCollection();
        if (log is not null)
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        }

        Register(services, pbx, configure ?? (_ => { }));
        return services.BuildServiceProvider();
    }

    private void Register(ServiceCollection services, VendorSimulator pbx, Action<YeastarTokenOptions> configure)
    {
        services.AddSingleton<TimeProvider>(_time);
        services.AddHttpClient("pbx", http =>
            {
                http.BaseAddress = pbx.Address;
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ConfigurePrimaryHttpMessageHandler(pbx.CreateHandler)
            .AddVendorErrors(Vendor.YeastarPSeries)
            .AddYeastarTokens(
                options =>
                {
                    (options.BaseAddress, options.ClientId, options.ClientSecret) = (pbx.Address, "client-1", Secret);
                    configure(options);
                },
                tokens => tokens.ConfigurePrimaryHttpMessageHandler(pbx.CreateHandler));
    }

    private sealed class Counter(Action count) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            count();
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Lines : ILoggerProvider
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<(string Category, string Text)> _lines = new();

        public string Text => string.Join('\n', _lines.Select(line => line.Text));

        public string Of(string category) => string.Join('\n', _lines.Where(line => line.Category == category).Select(line => line.Text));

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(Lines lines, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines._lines.Enqueue((category, formatter(state, exception)));
        }
    }
}
