using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace VendorErrors.Http.Tests.Options;

public class OptionsTests
{
    public static TheoryData<string, Action<VendorErrorOptions>> Faults => new()
    {
        { "MaxRetryAttempts", o => o.MaxRetryAttempts = -1 },
        { "MaxRetryAttempts", o => o.MaxRetryAttempts = 101 },
        { "MaxWait", o => o.MaxWait = TimeSpan.FromSeconds(-1) },
        { "BaseDelay", o => o.BaseDelay = TimeSpan.Zero },
        { "MaxDelay", o => o.MaxDelay = TimeSpan.FromMilliseconds(1) },
        { "TotalTimeout", o => o.TotalTimeout = TimeSpan.Zero },
        { "AttemptTimeout", o => o.AttemptTimeout = TimeSpan.Zero },
        { "PeekLimit", o => o.PeekLimit = 1023 },
        { "ErrorBodyLimit", o => o.ErrorBodyLimit = int.MaxValue },
        { "RetryBudgetRatio", o => o.RetryBudgetRatio = double.NaN },
        { "RetryBudgetRatio", o => o.RetryBudgetRatio = 1.1 },
        { "RetryBudgetReserve", o => o.RetryBudgetReserve = 0 },
        { "RefreshTimeout", o => o.RefreshTimeout = TimeSpan.Zero },
        { "RefreshTimeout", o => o.RefreshTimeout = TimeSpan.FromDays(60) },
        { "AttemptTimeout", o => o.AttemptTimeout = TimeSpan.FromDays(60) },
        { "MaxWait is 20.00:00:00; it must be below 1.00:00:00. A bare number is read as days", o => o.MaxWait = TimeSpan.Parse("20", CultureInfo.InvariantCulture) },
        { "TotalTimeout is 90.00:00:00", o => o.TotalTimeout = TimeSpan.Parse("90", CultureInfo.InvariantCulture) },
        { "MaxDelay is 40.00:00:00", o => o.MaxDelay = TimeSpan.Parse("40", CultureInfo.InvariantCulture) },
        { "MaxCooldown", o => o.MaxCooldown = TimeSpan.Zero },
        { "MaxCooldown", o => o.MaxCooldown = TimeSpan.FromDays(32) },
        { "Cooldown", o => o.Cooldown = (CooldownMode)9 },
        { "Account", o => o.Account = null! },
        { "Codes:1", o => o.Codes["1"] = null! },
        { "Codes:1:Category", o => o.Codes["1"] = new CodeOverlay { Category = "Nonsense" } },
        { "Codes:1:Category", o => o.Codes["1"] = new CodeOverlay { Category = "12" } },
        { "Codes:1:Category", o => o.Codes["1"] = new CodeOverlay() },
        { "Codes:1:Effect", o => o.Codes["1"] = new CodeOverlay { Category = "NotFound", Effect = "Applied" } },
        { "Codes:1:Wait", o => o.Codes["1"] = new CodeOverlay { Category = "NotFound", Wait = TimeSpan.FromSeconds(-1) } },
        { "Codes:1:Wait is 00:00:00", o => o.Codes["1"] = new CodeOverlay { Category = "RateLimited", Wait = TimeSpan.Zero } },
        { "Codes:1:Wait is 7.00:00:00", o => o.Codes["1"] = new CodeOverlay { Category = "RateLimited", Wait = TimeSpan.Parse("7", CultureInfo.InvariantCulture) } },
        { "Codes:1:MaxRetryAttempts", o => o.Codes["1"] = new CodeOverlay { Category = "NotFound", MaxRetryAttempts = 0 } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Constructor_OneFault_NamesIt(string name, Action<VendorErrorOptions> spoil)
    {
        var options = new VendorErrorOptions();
        spoil(options);

        FluentActions.Invoking(() => new VendorErrorHandler(Vendor.Dexatel, options)).Should().Throw<OptionsValidationException>().WithMessage($"*{name}*");
    }

    [Fact]
    public void Constructor_ManyFaults_StandInOneMessage()
    {
        var options = new VendorErrorOptions { MaxRetryAttempts = -1, PeekLimit = 1, RetryBudgetReserve = 0, Codes = { ["10009"] = new CodeOverlay { Category = "Oops" } } };

        FluentActions.Invoking(() => new VendorErrorHandler(Vendor.Dexatel, options)).Should().Throw<OptionsValidationException>()
            .WithMessage("*MaxRetryAttempts*PeekLimit*RetryBudgetReserve*Codes:10009:Category*Oops*FeatureNotEnabled*");
    }

    [Fact(Timeout = 10_000)]
    public async Task Codes_ChangedAndAdded_WinAndStandInTheEvidence()
    {
        using var bench = new Bench(FrozenVendors.Pbx, Answer.Json("""{"errcode":10009,"errmsg":"x"}"""), Answer.Json("""{"errcode":99999,"errmsg":"x"}"""));
        bench.Options.Codes["10009"] = new CodeOverlay { Category = "PermissionDenied" };
        bench.Options.Codes["99999"] = new CodeOverlay { Category = "paymentrequired", Name = "NO MONEY" };

        using HttpResponseMessage changed = await bench.GetAsync();
        using HttpResponseMessage added = await bench.GetAsync();

        changed.GetVendorResult().Category.Should().Be(ErrorCategory.PermissionDenied);
        changed.GetVendorResult().CodeName.Should().Be("OPERATION FAILED");
        added.GetVendorResult().Category.Should().Be(ErrorCategory.PaymentRequired);
        added.GetVendorResult().CodeName.Should().Be("NO MONEY");
        string.Join('\n', added.GetVendorResult().Evidence).Should().ContainEquivalentOf("configuration");
    }

    [Fact(Timeout = 10_000)]
    public async Task Bind_Section_ReadsEverything()
    {
        using ServiceProvider provider = Provide(new(StringComparer.Ordinal)
        {
            ["V:MaxRetryAttempts"] = "1",
            ["V:MaxWait"] = "00:00:05",
            ["V:Cooldown"] = "Off",
            ["V:Codes:10009:Category"] = "permission_denied",
            ["V:TotalTimeout"] = "00:00:20",
        }, out _, Answer.Json("""{"errcode":10009,"errmsg":"x"}"""));

        using HttpResponseMessage response = await GetAsync(provider);

        VendorErrorOptions options = provider.GetRequiredService<IOptionsMonitor<VendorErrorOptions>>().Get("pbx");
        options.MaxRetryAttempts.Should().Be(1);
        options.MaxWait.Should().Be(TimeSpan.FromSeconds(5));
        options.TotalTimeout.Should().Be(TimeSpan.FromSeconds(20));
        options.Cooldown.Should().Be(CooldownMode.Off);
        response.GetVendorResult().Category.Should().Be(ErrorCategory.PermissionDenied);
    }

    [Fact(Timeout = 10_000)]
    public async Task Reload_TakesEffect()
    {
        using ServiceProvider provider = Provide(new(StringComparer.Ordinal) { ["V:MaxRetryAttempts"] = "0" }, out IConfigurationRoot root, Bodies.Down());
        using HttpResponseMessage first = await GetAsync(provider);
        Set(root, "V:MaxRetryAttempts", "2");

        using HttpResponseMessage second = await GetAsync(provider);

        provider.GetRequiredService<FakeVendor>().Requests.Should().HaveCount(1 + 3);
    }

    [Fact(Timeout = 10_000)]
    public async Task Reload_OfTheBudget_TakesEffect()
    {
        using ServiceProvider provider = Provide(new(StringComparer.Ordinal) { ["V:RetryBudgetRatio"] = "0", ["V:RetryBudgetReserve"] = "1" }, out IConfigurationRoot root, Bodies.Down());
        using HttpResponseMessage first = await GetAsync(provider);
        first.GetVendorDecision().StopReason.Should().Be(StopReason.BudgetExhausted);
        Set(root, "V:RetryBudgetRatio", "1");

        using HttpResponseMessage second = await GetAsync(provider);

        provider.GetRequiredService<FakeVendor>().Requests.Should().HaveCount(2 + 2);
    }

    [Theory]
    [InlineData("V:MaxWiat", "MaxWiat")]
    [InlineData("V:Codes:10009:Efect", "Efect")]
    public void Bind_MisspelledKey_IsNamed(string key, string name)
    {
        using ServiceProvider provider = Provide(new(StringComparer.Ordinal) { [key] = "1", ["V:Codes:10009:Category"] = "not_found" }, out _, Bodies.Ok);

        FluentActions.Invoking(() => provider.GetRequiredService<IOptionsMonitor<VendorErrorOptions>>().Get("pbx")).Should().Throw<InvalidOperationException>().WithMessage($"*'{name}'*");
    }

    [Theory(Timeout = 10_000)]
    [InlineData("V:MaxWiat", "00:00:01")]
    [InlineData("V:MaxRetryAttempts", "-1")]
    [InlineData("V:MaxRetryAttempts", "many")]
    [InlineData("V:Codes:10009:Category", "Oops")]
    public async Task Reload_WithFaults_KeepsTheFormerAndSaysSoOnce(string key, string value)
    {
        using ServiceProvider provider = Provide(new(StringComparer.Ordinal) { ["V:MaxRetryAttempts"] = "1" }, out IConfigurationRoot root, Bodies.Down());
        using HttpResponseMessage first = await GetAsync(provider);
        Set(root, key, value);

        using HttpResponseMessage second = await GetAsync(provider);

        second.GetVendorDecision().StopReason.Should().Be(StopReason.MaxRetriesReached);
        provider.GetRequiredService<FakeVendor>().Requests.Should().HaveCount(4);
        (await GetAsync(provider)).Dispose();
        provider.GetRequiredService<FakeLogger>().Lines.Where(line => line.Id == 9).Should().ContainSingle()
            .Which.Text.Should().Contain("'pbx'").And.Contain("section 'V'").And.Contain(key.Split(':')[^1]);
    }

    private static ServiceProvider Provide(Dictionary<string, string?> settings, out IConfigurationRoot root, params Answer[] script)
    {
        root = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var time = new FakeTime();
        var vendor = new FakeVendor(time, script);
        var services = new ServiceCollection();
        var logger = new FakeLogger();
        services.AddSingleton<TimeProvider>(time).AddSingleton(vendor).AddSingleton(logger).AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(logger.Collector)));
        services.AddHttpClient("pbx").AddVendorErrors(FrozenVendors.Pbx, root.GetSection("V")).AddCredentialRefresher(_ => new FakeRefresher()).ConfigurePrimaryHttpMessageHandler(() => vendor);
        return services.BuildServiceProvider();
    }

    private static void Set(IConfigurationRoot root, string key, string value)
    {
        root[key] = value;
        try
        {
            root.Reload();
        }
        catch (Exception e) when (e is OptionsValidationException or AggregateException or InvalidOperationException)
        {
            // The monitor tells whoever reloads.
        }
    }

    private static Task<HttpResponseMessage> GetAsync(ServiceProvider provider) =>
        provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx").GetAsync(new Uri("http://vendor.test/x"), TestContext.Current.CancellationToken);
}
