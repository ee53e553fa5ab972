using Microsoft.Extensions.DependencyInjection;

namespace VendorErrors.Http.Tests;

public class SmokeTests
{
    [Fact]
    public async Task AddVendorErrors_ErrorUnder200_IsFoundAndTheBodyStaysReadable()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("pbx").AddVendorErrors(FrozenVendors.Pbx).AddCredentialRefresher(_ => new FakeRefresher()).ConfigurePrimaryHttpMessageHandler(() => new FakeVendor(TimeProvider.System, Answer.Json("""{"errcode":60001,"errmsg":"DATA NOT FOUND"}""")));
        using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pbx");

        using HttpResponseMessage response = await client.GetAsync(new Uri("http://pbx.invalid/openapi/v1.0/extension/get?id=1"), TestContext.Current.CancellationToken);

        response.GetVendorResult().Category.Should().Be(ErrorCategory.NotFound);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("60001");
    }
}
