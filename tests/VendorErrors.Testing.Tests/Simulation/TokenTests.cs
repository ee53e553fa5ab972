using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>Tokens as the Yeastar P-Series gives them.</summary>
public class TokenTests
{
    private readonly VirtualTime _time = new(isManual: true);
    private readonly VendorSimulator _pbx;
    private readonly HttpClient _client;

    public TokenTests()
    {
        _pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time, Tokens = new() });
        _client = _pbx.CreateClient();
    }

    [Fact]
    public async Task SignIn_AtFirst_GivesAPairAndItsLifetimes()
    {
        JsonNode pair = await SignInAsync();

        ((int?)pair["errcode"]).Should().Be(0);
        ((int?)pair["access_token_expire_time"]).Should().Be(1800);
        ((int?)pair["refresh_token_expire_time"]).Should().Be(86400);
        ((string?)pair["access_token"]).Should().NotBeNullOrEmpty().And.NotBe((string?)pair["refresh_token"]);
        _pbx.Tokens.SignIns.Should().Be(1);
        _pbx.Requests[0].Kind.Should().Be(OperationKind.Credential);
    }

    [Fact]
    public async Task Token_ByTheClock_ExpiresWhenItSays()
    {
        string access = Access(await SignInAsync());

        _time.Advance(TimeSpan.FromSeconds(1799));
        ErrorCategory? before = await CategoryAsync(access);
        int valid = _pbx.Tokens.Valid;
        _time.Advance(TimeSpan.FromSeconds(1));

        before.Should().BeNull();
        valid.Should().Be(1);
        (await CategoryAsync(access)).Should().Be(ErrorCategory.CredentialExpired);
        _pbx.Tokens.Valid.Should().Be(0);
        _pbx.TimesCalled("+491").Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?access_token=wrong")]
    [InlineData("?access_token=")]
    public async Task Request_WithoutAValidToken_IsRefused(string query)
    {
        await SignInAsync();

        VendorResult result = await _client.SendJsonAsync("POST", Calls.YeastarDial + query, "{}").ResultAsync(Vendor.YeastarPSeries);

        result.Code.Should().Be("10004");
        _pbx.Executed.Should().OnlyContain(request => request.Kind == OperationKind.Credential);
    }

    [Fact]
    public async Task Request_WithTheTokenInAHeader_IsRefusedByAVendorThatWantsItInTheQuery()
    {
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Access(await SignInAsync()));

        (await _client.DialAsync().ResultAsync(Vendor.YeastarPSeries)).Category.Should().Be(ErrorCategory.CredentialExpired);
    }

    [Fact]
    public async Task Refresh_OfAPair_ReplacesBothTokens()
    {
        JsonNode old = await SignInAsync();
        JsonNode fresh = await RefreshAsync(Refresh(old));

        Access(fresh).Should().NotBe(Access(old));
        Refresh(fresh).Should().NotBe(Refresh(old));
        (await CategoryAsync(Access(old))).Should().Be(ErrorCategory.CredentialExpired);
        (await CategoryAsync(Access(fresh))).Should().BeNull();
        _pbx.Tokens.Refreshes.Should().Be(1);
        _pbx.Tokens.Valid.Should().Be(1);
    }

    [Fact]
    public async Task Refresh_WithAnOldToken_IsRefusedForGood()
    {
        JsonNode old = await SignInAsync();
        await RefreshAsync(Refresh(old));

        VendorResult again = await _client.SendJsonAsync("POST", "openapi/v1.0/refresh_token", $$"""{"refresh_token":"{{Refresh(old)}}"}""").ResultAsync(Vendor.YeastarPSeries);

        again.Code.Should().Be("10004");
        again.Category.Should().Be(ErrorCategory.Unauthenticated, "there another refresh cannot help");
        _pbx.Tokens.Refreshes.Should().Be(1);
        _pbx.Requests[^1].IsExecuted.Should().BeFalse();
    }

    [Fact]
    public async Task Refresh_AfterTheAccessTokenExpired_WorksUntilTheRefreshTokenDoes()
    {
        JsonNode pair = await SignInAsync();
        _time.Advance(TimeSpan.FromSeconds(86399));
        pair = await RefreshAsync(Refresh(pair));
        _time.Advance(TimeSpan.FromSeconds(86400));

        Access(await RefreshAsync(Refresh(pair))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"refresh_token\":null}")]
    [InlineData("{\"refresh_token\":")]
    [InlineData("[1]")]
    [InlineData("{\"refresh_token\":\"a\",\"refresh_token\":\"b\"}")]
    [InlineData("<xml/>")]
    public async Task Refresh_WithAnythingElse_IsRefused(string body) =>
        (await _client.SendJsonAsync("POST", "openapi/v1.0/refresh_token", body).ResultAsync(Vendor.YeastarPSeries)).Code.Should().Be("10004");

    [Fact]
    public async Task SignIn_ANinthTime_IsRefusedUntilASlotIsFree()
    {
        var pairs = new List<JsonNode>();
        for (var i = 0; i < 8; i++)
        {
            pairs.Add(await SignInAsync());
        }

        VendorResult ninth = await _client.SendJsonAsync("POST", "openapi/v1.0/get_token").ResultAsync(Vendor.YeastarPSeries);
        await _client.ReadAsync($"openapi/v1.0/del_token?access_token={Access(pairs[3])}").StatusAsync();
        JsonNode afterwards = await SignInAsync();

        ninth.Code.Should().Be("60002");
        Access(afterwards).Should().NotBeEmpty();
        (await CategoryAsync(Access(pairs[3]))).Should().Be(ErrorCategory.CredentialExpired, "it was revoked");
        _pbx.Tokens.SignIns.Should().Be(9);
        _pbx.Tokens.Valid.Should().Be(8);
    }

    [Fact]
    public async Task SignIn_AfterTheOthersExpired_FindsASlot()
    {
        for (var i = 0; i < 8; i++)
        {
            await SignInAsync();
        }

        _time.Advance(TimeSpan.FromSeconds(1800));

        Access(await SignInAsync()).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Refresh_WhileOthersUseAllSlots_IsRefusedAsASignInIs()
    {
        JsonNode first = await SignInAsync();
        _time.Advance(TimeSpan.FromSeconds(1800));
        for (var i = 0; i < 8; i++)
        {
            await SignInAsync();
        }

        VendorResult refused = await _client.SendJsonAsync("POST", "openapi/v1.0/refresh_token", $$"""{"refresh_token":"{{Refresh(first)}}"}""").ResultAsync(Vendor.YeastarPSeries);
        _time.Advance(TimeSpan.FromSeconds(1800));

        refused.Code.Should().Be("60002");
        _pbx.Tokens.Valid.Should().Be(0);
        Access(await RefreshAsync(Refresh(first))).Should().NotBeEmpty("it was not used up");
    }

    [Fact]
    public async Task ExpireAll_WithAPair_LeavesTheRefreshToken()
    {
        JsonNode pair = await SignInAsync();

        _pbx.Tokens.ExpireAll();

        (await CategoryAsync(Access(pair))).Should().Be(ErrorCategory.CredentialExpired);
        Access(await RefreshAsync(Refresh(pair))).Should().NotBeEmpty();
    }

    [Fact]
    public async Task ForgetAll_WithAPair_LeavesNothing()
    {
        JsonNode pair = await SignInAsync();

        _pbx.Tokens.ForgetAll();

        (await CategoryAsync(Access(pair))).Should().Be(ErrorCategory.CredentialExpired);
        Access(await RefreshAsync(Refresh(pair))).Should().BeEmpty();
        Access(await SignInAsync()).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Step_OnTheSignIn_HappensThereAndStepsForAllDoNot()
    {
        _pbx.Next(SimulatedStep.Status(500), SimulatedStep.Code("-1").On("POST get_token"));

        VendorResult refused = await _client.SendJsonAsync("POST", "openapi/v1.0/get_token").ResultAsync(Vendor.YeastarPSeries);
        string access = Access(await SignInAsync());

        refused.Category.Should().Be(ErrorCategory.Unauthenticated);
        _pbx.Tokens.SignIns.Should().Be(1);
        (await _client.SendJsonAsync("POST", $"{Calls.YeastarDial}?access_token={access}").StatusAsync()).Should().Be(500);
    }

    private async Task<JsonNode> SignInAsync() => JsonNode.Parse(await _client.SendJsonAsync("POST", "openapi/v1.0/get_token", "{\"username\":\"id\",\"password\":\"secret\"}").TextAsync())!;

    private async Task<JsonNode> RefreshAsync(string refresh) => JsonNode.Parse(await _client.SendJsonAsync("POST", "openapi/v1.0/refresh_token", $$"""{"refresh_token":"{{refresh}}"}""").TextAsync())!;

    private async Task<ErrorCategory?> CategoryAsync(string access) =>
        (await _client.SendJsonAsync("POST", $"{Calls.YeastarDial}?access_token={access}", "{\"callee\":\"+491\"}").ResultAsync(Vendor.YeastarPSeries)).Category;

    private static string Access(JsonNode pair) => (string?)pair["access_token"] ?? string.Empty;

    private static string Refresh(JsonNode pair) => (string?)pair["refresh_token"] ?? string.Empty;
}
