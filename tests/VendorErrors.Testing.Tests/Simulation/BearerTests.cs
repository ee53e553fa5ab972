using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>Tokens of the vendors that want them in a header, and of one whose API nobody described: as OAuth 2.0 does it.</summary>
public class BearerTests
{
    [Theory]
    [InlineData("talkdesk-dialer", ErrorCategory.Unauthenticated)]
    [InlineData("dialnexa", ErrorCategory.Unauthenticated)]
    [InlineData("dexatel", ErrorCategory.Unauthenticated)]
    [InlineData("8x8-connect", ErrorCategory.Unauthenticated)]
    [InlineData("test-voice", ErrorCategory.Unauthenticated)]
    public async Task Request_WithAndWithoutABearer_IsServedAndRefused(string vendorId, ErrorCategory refusal)
    {
        Vendor vendor = Vendor.Find(vendorId) ?? OwnVendor.Acme;
        var simulated = new VendorSimulator(vendor, new() { Tokens = new() });
        using HttpClient client = simulated.CreateClient();

        VendorResult without = await client.ReadAsync().ResultAsync(vendor);
        var pair = JsonNode.Parse(await FormAsync(client, "oauth/token", "grant_type=client_credentials").TextAsync())!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("bearer", (string?)pair["access_token"]);
        VendorResult with = await client.ReadAsync().ResultAsync(vendor);

        without.Category.Should().Be(refusal);
        with.IsSuccess.Should().BeTrue();
        ((int?)pair["expires_in"]).Should().Be(1800);
    }

    [Fact]
    public async Task Refresh_ByTheGrantOfTheSameAddress_Rotates()
    {
        var acme = new VendorSimulator(OwnVendor.Acme, new() { Tokens = new() { Lifetime = TimeSpan.FromSeconds(60) } });
        using HttpClient client = acme.CreateClient();

        var old = JsonNode.Parse(await FormAsync(client, "oauth/token", "grant_type=client_credentials").TextAsync())!;
        string refresh = $"grant_type=refresh_token&refresh_token={Uri.EscapeDataString((string)old["refresh_token"]!)}";
        var fresh = JsonNode.Parse(await FormAsync(client, "oauth/token", refresh).TextAsync())!;
        int again = await FormAsync(client, "oauth/token", refresh).StatusAsync();

        ((int?)fresh["expires_in"]).Should().Be(60);
        ((string?)fresh["access_token"]).Should().NotBe((string?)old["access_token"]);
        again.Should().Be(401);
        acme.Tokens.SignIns.Should().Be(1);
        acme.Tokens.Refreshes.Should().Be(1);
    }

    [Fact]
    public async Task Revoke_OfAToken_EndsIt()
    {
        var acme = new VendorSimulator(OwnVendor.Acme, new() { Tokens = new() });
        using HttpClient client = acme.CreateClient();
        var pair = JsonNode.Parse(await FormAsync(client, "oauth/token", "grant_type=client_credentials").TextAsync())!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)pair["access_token"]);

        await FormAsync(client, "oauth/revoke", string.Empty).StatusAsync();

        acme.Tokens.Valid.Should().Be(0);
        (await client.ReadAsync().StatusAsync()).Should().Be(401);
    }

    [Fact]
    public async Task Codes_OfOnesOwn_AreTheRefusals()
    {
        var api = new SimulatedApi { Tokens = new() { SignIn = "POST login", Refresh = "POST renew", Revoke = "DELETE login", ExpiredCode = "30", SlotsFullCode = "17", LifetimeMember = "seconds", RefreshLifetimeMember = "more" } };
        var acme = new VendorSimulator(OwnVendor.Acme, new() { Api = api, Tokens = new() { Slots = 1 } });
        using HttpClient client = acme.CreateClient();

        string expired = await client.ReadAsync().TextAsync();
        string pair = await client.SendJsonAsync("POST", "login").TextAsync();
        string full = await client.SendJsonAsync("POST", "login").TextAsync();
        string refused = await client.SendJsonAsync("POST", "renew").TextAsync();

        expired.Should().Contain("\"result\":30");
        pair.Should().Contain("\"seconds\":1800").And.Contain("\"more\":86400");
        full.Should().Contain("\"result\":17");
        refused.Should().Contain("\"result\":30");
    }

    [Fact]
    public async Task SignIn_WithoutTokenRules_WorksAndNoRequestNeedsOne()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries);
        using HttpClient client = pbx.CreateClient();

        (await client.SendJsonAsync("POST", "openapi/v1.0/get_token").TextAsync()).Should().Contain("access_token");
        (await client.DialAsync().ResultAsync(Vendor.YeastarPSeries)).IsSuccess.Should().BeTrue();
    }

    private static Task<HttpResponseMessage> FormAsync(HttpClient client, string path, string form)
    {
        var content = new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        return client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
