using Microsoft.Extensions.DependencyInjection;

namespace VendorErrors.Http.Tests;

/// <summary>A vendor of one's own, as a pack in a folder, works with the handler as one of the library does.</summary>
public class PackVendorTests
{
    private const string Pack = """
        {
          "pack": 1, "id": "acme-voice", "name": "Acme Voice",
          "documents": { "errors": ["Error codes", "docs.acme.example/errors"] },
          "envelopes": [{ "name": "result", "when": { "has": "result" }, "code": "result", "message": "text" }],
          "codes": [{ "document": "errors", "rows": { "0": { "is": "success", "name": "OK" }, "17": { "is": "rate_limited", "name": "Busy", "wait": "10ms" } } }]
        }
        """;

    [Fact]
    public async Task AddVendorErrors_VendorOfAFolder_WaitsAndSendsAgain()
    {
        string folder = Directory.CreateTempSubdirectory("packs").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "acme-voice.json"), Encoding.UTF8.GetBytes(Pack), TestContext.Current.CancellationToken);
        Vendor acme = VendorRegistry.BuiltIn.WithFolder(folder).Find("acme-voice")!;
        Directory.Delete(folder, recursive: true);
        var vendor = new FakeVendor(TimeProvider.System, Answer.Json("""{"result":"17","text":"all lines are busy"}"""), Answer.Json("""{"result":"0"}"""));
        var services = new ServiceCollection();
        services.AddHttpClient("acme").AddVendorErrors(acme).ConfigurePrimaryHttpMessageHandler(() => vendor);
        using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("acme");

        using HttpResponseMessage response = await client.PostAsync(new Uri("http://acme.invalid/calls"), new StringContent("{}"), TestContext.Current.CancellationToken);

        response.GetVendorResult().Outcome.Should().Be(VendorOutcome.Success);
        response.GetVendorAttempts().Select(attempt => attempt.Result.Code).Should().Equal("17", "0");
        vendor.Requests.Should().HaveCount(2);
    }
}
