using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace VendorErrors.Http.Tests;

/// <summary>Clients that name their vendor by its id follow the packs of a folder while they run.</summary>
public sealed class VendorPacksTests : IDisposable
{
    private static readonly Uri s_address = new("http://acme.invalid/calls");

    private readonly string _folder = Directory.CreateTempSubdirectory("packs").FullName;
    private readonly FakeLogger _logger = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "acme-voice.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Change_OfAPack_TakesEffectInAClientThatRuns()
    {
        Write(code: "17");
        using ServiceProvider provider = Provide("acme-voice");
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("acme");
        (await CategoryAsync(client)).Should().Be(ErrorCategory.Unrecognized, "code 18 is in no row yet");

        Write(code: "18");
        await UntilAsync(() => _logger.Lines.Any(line => line.Id == 30));

        (await CategoryAsync(client)).Should().Be(ErrorCategory.InvalidDestination);
        provider.GetRequiredService<VendorPacks>().Current.Find("acme-voice")!.Codes.Should().ContainSingle(row => row.Code == "18");
    }

    [Fact(Timeout = 60_000)]
    public async Task Change_WithFaults_KeepsThePreviousPack_AndSaysWhereOnce()
    {
        Write(code: "18");
        using ServiceProvider provider = Provide("acme-voice");
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("acme");
        (await CategoryAsync(client)).Should().Be(ErrorCategory.InvalidDestination);

        await System.IO.File.WriteAllTextAsync(File, "{ \"pack\": 1, \"id\": 7 }", Token);
        await UntilAsync(() => _logger.Lines.Any(line => line.Id == 31));

        (await CategoryAsync(client)).Should().Be(ErrorCategory.InvalidDestination);
        _logger.Lines.Single(line => line.Id == 31).Text.Should().Contain("acme-voice.json(1): id:");
    }

    [Fact(Timeout = 60_000)]
    public async Task Pack_ThatIsTakenAway_StaysInTheClient_AndIsReportedOnce()
    {
        Write(code: "18");
        using ServiceProvider provider = Provide("acme-voice");
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("acme");
        (await CategoryAsync(client)).Should().Be(ErrorCategory.InvalidDestination);

        System.IO.File.Delete(File);
        await UntilAsync(() => _logger.Lines.Any(line => line.Id == 30));

        (await CategoryAsync(client)).Should().Be(ErrorCategory.InvalidDestination);
        (await CategoryAsync(client)).Should().Be(ErrorCategory.InvalidDestination);
        _logger.Lines.Where(line => line.Id == 9).Should().ContainSingle().Which.Text.Should().Contain("names the vendor 'acme-voice', and no vendor has this id");
    }

    [Fact(Timeout = 60_000)]
    public async Task Change_WithoutReload_ChangesNothing()
    {
        Write(code: "17");
        using ServiceProvider provider = Provide("acme-voice", ("Packs:ReloadOnChange", "false"));
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("acme");
        (await CategoryAsync(client)).Should().Be(ErrorCategory.Unrecognized);

        Write(code: "18");
        await Task.Delay(1000, Token);

        (await CategoryAsync(client)).Should().Be(ErrorCategory.Unrecognized);
    }

    [Theory]
    [InlineData("acme-voic", "The client 'acme' names the vendor 'acme-voic', and no vendor has this id; it may be acme-voice. Its pack has to be in the folder of AddVendorPacks.")]
    [InlineData("nobody", "The client 'acme' names the vendor 'nobody', and no vendor has this id. Its pack has to be in the folder of AddVendorPacks.")]
    public void Start_WithAnIdOfNobody_SaysSo(string id, string expected)
    {
        Write(code: "17");
        using ServiceProvider provider = Provide(id);

        FluentActions.Invoking(() => provider.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>().Which.Failures.Should().Equal(expected);
    }

    [Fact]
    public void Start_WithoutPacks_KnowsThoseOfTheLibrary_AndSaysWhereOthersComeFrom()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("sms").AddVendorErrors("Dexatel");
        services.AddHttpClient("acme").AddVendorErrors("acme-voice");
        using ServiceProvider provider = services.BuildServiceProvider();

        FluentActions.Invoking(() => provider.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().Equal("The client 'acme' names the vendor 'acme-voice', and no vendor has this id. Vendors of packs are there after services.AddVendorPacks(\"packs\").");
    }

    [Theory]
    [InlineData("Packs:Folder", "", "VendorPacksOptions.Folder is missing: the folder of the packs.")]
    [InlineData("Packs:Folder", "no-such-folder", "The folder of the packs cannot be read: Could not find a part of the path '*no-such-folder'.")]
    public void Start_WithoutAFolder_SaysSo(string key, string value, string expected)
    {
        using ServiceProvider provider = Provide("dexatel", (key, value));

        FluentActions.Invoking(() => provider.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<Exception>().Which.Message.Should().Match($"*{expected}*");
    }

    [Fact]
    public void Start_WithAFaultyPack_ListsItsFaults()
    {
        System.IO.File.WriteAllText(File, "{}");
        using ServiceProvider provider = Provide("dexatel");

        FluentActions.Invoking(() => provider.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().HaveCountGreaterThan(1).And.OnlyContain(fault => fault.StartsWith("acme-voice.json(1): "));
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(20, Token);
        }
    }

    private static async Task<ErrorCategory?> CategoryAsync(HttpClient client)
    {
        using HttpResponseMessage response = await client.GetAsync(s_address, Token);
        return response.GetVendorResult().Category;
    }

    // As an editor does it: first beside it, then in its place.
    private void Write(string code)
    {
        string pack = $$"""
            {
              "pack": 1, "id": "acme-voice", "name": "Acme Voice",
              "documents": { "errors": ["Error codes", "docs.acme.example/errors"] },
              "envelopes": [{ "name": "result", "when": { "has": "result" }, "code": "result", "message": "text" }],
              "codes": [{ "document": "errors", "rows": { "0": { "is": "success", "name": "OK" }, "{{code}}": { "is": "invalid_destination", "name": "Bad number" } } }]
            }
            """;
        string beside = Path.Combine(_folder, "acme-voice.tmp");
        System.IO.File.WriteAllText(beside, pack);
        System.IO.File.Move(beside, File, overwrite: true);
    }

    private ServiceProvider Provide(string vendorId, params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["Packs:Folder"] = _folder };
        foreach ((string key, string value) in settings)
        {
            values[key] = value;
        }

        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(_logger.Collector)));
        services.AddVendorPacks(configuration.GetSection("Packs"));
        services.AddHttpClient("acme").AddVendorErrors(vendorId).ConfigurePrimaryHttpMessageHandler(() => new Transport((_, _) => Transport.Json("""{"result":"18","text":"no such number"}""")));
        return services.BuildServiceProvider();
    }
}
