using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VendorErrors.Definitions;
using VendorErrors.Http.Credentials;
using VendorErrors.Http.Options;
using VendorErrors.Http.Retries;
using VendorErrors.Tests.Docs;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The pages about VendorErrors.Http say what the code does.</summary>
public partial class HttpPageTests
{
    public static TheoryData<string> Options => [.. OptionTable.Rows.Select(row => row.Name)];

    [Fact]
    public void OptionsTable_Always_IsCurrent() => GeneratedBlock.Check("docs/http-client.md", "options", OptionTable.Markdown());

    [Fact]
    public void OptionsTable_Always_NamesEachOptionOnce() =>
        OptionTable.Rows.Select(row => row.Name).Should().BeEquivalentTo(typeof(VendorErrorOptions).GetProperties().Select(property => property.Name));

    [Theory]
    [MemberData(nameof(Options))]
    public void OptionsTable_Range_IsThatOfTheValidation(string name)
    {
        OptionRow row = OptionTable.Rows.Single(row => row.Name == name);
        foreach (Action<VendorErrorOptions> change in row.Allowed)
        {
            Validate(change).Failures.Should().BeNullOrEmpty();
        }

        foreach (Action<VendorErrorOptions> change in row.Refused)
        {
            Validate(change).FailureMessage.Should().Contain(name);
        }
    }

    [Fact]
    public void Instruments_Always_AreCurrent() => GeneratedBlock.Check("docs/observability.md", "instruments", TelemetryTable.Instruments());

    [Fact]
    public void LogEvents_Always_AreCurrent() => GeneratedBlock.Check("docs/observability.md", "log-events", TelemetryTable.LogEvents());

    [Fact]
    public void IdempotencyKeys_Always_AreCurrent() => GeneratedBlock.Check("docs/retries.md", "idempotency-keys", IdempotencyKeyTable.Markdown(Vendor.All));

    [Fact]
    public void IdempotencyKeys_OfAVendorThatHonorsOne_NameItsHeader()
    {
        Vendor[] vendors = [Vendor.Dexatel, new("keyed", "Keyed", new VendorDefinition { IdempotencyKeyHeader = "Idempotency-Key" })];

        IdempotencyKeyTable.Markdown(vendors).Should().Be("| vendor | header | operations |\n|---|---|---|\n| Keyed | `Idempotency-Key` | all |\n");
    }

    [Fact]
    public void StopReasons_Always_StandInTheTableInTheirOrder() =>
        StopRow().Matches(Repository.Read("docs/retries.md")).Select(row => row.Groups["name"].Value)
            .Should().Equal(Enum.GetNames<StopReason>().Where(name => name != nameof(StopReason.None)));

    [Fact]
    public void Numbers_NamedInProse_AreThoseOfTheCode()
    {
        Prose("docs/http-client.md").Should().Contain($"{VendorErrorOptions.DefaultPeekLimit / 1024} KiB");
        Prose("docs/http-client.md").Should().Contain($"at most {Drain.MaxBytes / 1024} KiB of it");
        Prose("docs/cooldown.md").Should().Contain("`MaxCooldown` (one hour)");
        TimeSpan.FromSeconds(VendorErrorOptions.DefaultMaxCooldownSeconds).Should().Be(TimeSpan.FromHours(1));
        Prose("docs/token-refresh.md").Should().Contain($"for {CredentialGate.FailurePause.TotalSeconds} s");
        Prose("docs/retries.md").Should().Contain($"{VendorErrorOptions.DefaultRetryBudgetRatio} of a retry");
        Prose("docs/retries.md").Should().Contain($"at most {VendorErrorOptions.DefaultRetryBudgetReserve}");
    }

    [Fact]
    public void Configuration_AsPrinted_BindsAndChangesTheCode()
    {
        string json = Repository.Read("docs/http-client.md").Split("```json\n")[1].Split("```")[0];
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        IConfiguration configuration = new ConfigurationBuilder().AddJsonStream(stream).Build();
        var services = new ServiceCollection();
        services.AddHttpClient("pbx").AddVendorErrors(Vendor.YeastarPSeries, configuration.GetSection("Pbx")).AddCredentialRefresher(_ => new FakeRefresher());
        using ServiceProvider provider = services.BuildServiceProvider();

        VendorErrorOptions options = provider.GetRequiredService<IOptionsMonitor<VendorErrorOptions>>().Get("pbx");

        options.MaxWait.Should().Be(TimeSpan.FromSeconds(20));
        CodeOverlays.Apply(Vendor.YeastarPSeries, options.Codes).Classify(200, """{"errcode":10009}""").Category.Should().Be(ErrorCategory.VendorUnavailable);
    }

    [Trait("Category", "Slow")]
    [Fact]
    public async Task Sample_Run_ShowsWhatThePagePrints()
    {
        using var output = new StringWriter { NewLine = "\n" };

        int exitCode = await FiveVendors.Sample.RunAsync(output);

        exitCode.Should().Be(0, "nothing was done twice");
        string printed = Repository.Read("docs/http-client.md").Split("```text\n")[1].Split("```")[0];
        string[] lines = output.ToString().Split('\n');
        foreach (string line in printed.Split('\n').Where(line => line.Trim().Length > 0))
        {
            lines.Should().Contain(line);
        }

        output.ToString().Should().Contain("1 token to a sign-in and 1 to a refresh");
    }

    [Trait("Category", "Slow")]
    [Fact]
    public async Task ProblemDetails_Run_AnswersAsThePagePrints()
    {
        using var output = new StringWriter { NewLine = "\n" };

        int exitCode = await ProblemDetailsSample.Sample.RunAsync(output);

        exitCode.Should().Be(0, "the application goes on after the failures");
        output.ToString().Should().Contain(Repository.Read("docs/problem-details.md").Split("```text\n")[1].Split("```")[0])
            .And.NotContain("493000", "no phone number gets through")
            .And.Contain("HTTP 504 application/problem+json, Retry-After: none");
    }

    private static ValidateOptionsResult Validate(Action<VendorErrorOptions> change)
    {
        var options = new VendorErrorOptions();
        change(options);
        return new VendorErrorOptionsValidator().Validate(name: null, options);
    }

    private static string Prose(string page) => Repository.Read(page).ReplaceLineEndings(" ");

    [GeneratedRegex(@"^\| `(?<name>[A-Za-z]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StopRow();
}
