namespace VendorErrors.Testing.Tests.Scripts;

/// <summary>What scripts can say.</summary>
public class ScriptTests
{
    private readonly VirtualTime _time = new();
    private readonly VendorSimulator _pbx;
    private readonly HttpClient _client;

    public ScriptTests()
    {
        _pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time });
        _client = _pbx.CreateClient();
    }

    [Fact]
    public async Task Script_WithCommentsBlankLinesAndAnyCase_IsPlayedInOrder()
    {
        _pbx.Play("# a campaign\r\n\r\n  NEXT: Status 503   # at first\r\n\tthen 2 times: status 500\nthen 1 time : ok\nthen:status 404\n#end");

        (await StatusesAsync(5)).Should().Equal(503, 500, 500, 200, 404);
    }

    [Theory]
    [InlineData("next: code 10004", "\"errcode\":10004")]
    [InlineData("next: code -1", "\"errcode\":-1")]
    [InlineData("next: code 10004 message \"Not today: # \"", "Not today: # ")]
    [InlineData("next: code 10004 message nope", "\"nope\"")]
    [InlineData("next: code \"60002\"", "\"errcode\":60002")]
    [InlineData("next: page 504", "504 Gateway")]
    [InlineData("next: ok", "\"errcode\":0")]
    public async Task Action_OfALine_IsAnswered(string script, string body) => (await _pbx.Play(script).CreateClient().ReadAsync().TextAsync()).Should().Contain(body);

    [Theory]
    [InlineData("next: status 404", 404)]
    [InlineData("next: status 201", 201)]
    [InlineData("next: page 400", 400)]
    [InlineData("next: page 502", 502)]
    public async Task Status_OfALine_IsAnswered(string script, int status) => (await _pbx.Play(script).CreateClient().ReadAsync().StatusAsync()).Should().Be(status);

    [Fact]
    public async Task Wait_OfACode_IsSaid()
    {
        var dialer = new VendorSimulator(Vendor.TalkdeskDialer).Play("next: code 10 wait 1.5m");

        (await dialer.CreateClient().ReadAsync().TextAsync()).Should().Contain("90 seconds");
    }

    [Theory]
    [InlineData("next: drop", 0)]
    [InlineData("next: drop before execution", 0)]
    [InlineData("next: drop after execution", 1)]
    [InlineData("next: refuse", 0)]
    [InlineData("next: hang after execution", 1)]
    [InlineData("next: ok cut 50%", 1)]
    [InlineData("next: code -2 after execution cut 0.25 slow 1s", 1)]
    public async Task Connection_OfALine_FailsBeforeOrAfterExecution(string script, int called)
    {
        _pbx.Play(script);

        await FluentActions.Awaiting(() => _client.DialAsync()).Should().ThrowAsync<HttpRequestException>();

        _pbx.TimesCalled("+49301234").Should().Be(called);
    }

    [Theory]
    [InlineData("latency 250ms", 250)]
    [InlineData("latency 0s", 0)]
    [InlineData("next: ok delay 3s", 3000)]
    [InlineData("next: ok slow 2m", 120_000)]
    [InlineData("latency 1s\nnext: ok delay 1h slow 0.5s", 3_601_500)]
    public async Task Times_OfAScript_PassOnTheClock(string script, int milliseconds)
    {
        await _pbx.Play(script).CreateClient().DialAsync().TextAsync();

        _time.Elapsed.Should().Be(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData("chance 100% status 503")]
    [InlineData("chance 1: status 503")]
    [InlineData("CHANCE 1.0 : STATUS 503")]
    public async Task Chance_ThatIsCertain_AlwaysHappens(string script)
    {
        _pbx.Play(script);

        (await StatusesAsync(5)).Should().OnlyContain(status => status == 503);
    }

    [Fact]
    public async Task Chance_OfAScript_IsThatOfTheMember()
    {
        var other = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time });
        other.Chance(0.25, SimulatedStep.Status(503));
        _pbx.Play("chance 25%: status 503");

        (await StatusesAsync(100)).Should().Equal(await StatusesAsync(100, other.CreateClient()));
    }

    [Theory]
    [InlineData("on POST call/dial next: status 503")]
    [InlineData("on call/dial next: status 503")]
    [InlineData("on \"POST call/*\" then 1 times: status 503")]
    [InlineData("on POST */dial chance 100%: status 503")]
    public async Task On_AnOperation_KeepsTheLineForIt(string script)
    {
        _pbx.Play(script);

        (await _client.ReadAsync().StatusAsync()).Should().Be(200);
        (await _client.DialAsync().StatusAsync()).Should().Be(503);
    }

    [Fact]
    public async Task Rate_OfAScript_Counts()
    {
        var dexatel = new VendorSimulator(Vendor.Dexatel, new() { Time = new VirtualTime(isManual: true) }).Play("rate 2 per 10s");

        (await StatusesAsync(4, dexatel.CreateClient())).Should().Equal(200, 200, 429, 429);
    }

    [Fact]
    public async Task Rate_WithACode_RefusesWithIt()
    {
        var dialer = new VendorSimulator(Vendor.TalkdeskDialer, new() { Time = new VirtualTime(isManual: true) }).Play("rate 1 per 1m code 2");
        using HttpClient client = dialer.CreateClient();
        await client.ReadAsync().StatusAsync();

        (await client.ReadAsync().TextAsync()).Should().Contain("\"statusCode\":2");
    }

    [Fact]
    public async Task Tokens_OfAScript_ExpireAndHaveSlots()
    {
        var time = new VirtualTime(isManual: true);
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = time }).Play("tokens expire after 30s slots 2");
        using HttpClient client = pbx.CreateClient();
        for (var i = 0; i < 3; i++)
        {
            await client.SendJsonAsync("POST", "openapi/v1.0/get_token").StatusAsync();
        }

        int valid = pbx.Tokens.Valid;
        time.Advance(TimeSpan.FromSeconds(30));

        valid.Should().Be(2);
        pbx.Tokens.Valid.Should().Be(0);
        (await client.DialAsync().ResultAsync(Vendor.YeastarPSeries)).Category.Should().Be(ErrorCategory.CredentialExpired);
    }

    [Fact]
    public async Task Tokens_WithoutSlots_HaveEight()
    {
        _pbx.Play("tokens expire after 1h");
        for (var i = 0; i < 9; i++)
        {
            await _client.SendJsonAsync("POST", "openapi/v1.0/get_token").StatusAsync();
        }

        _pbx.Tokens.Valid.Should().Be(8);
    }

    [Theory]
    [InlineData("outage for 10s", 502, 502, 200)]
    [InlineData("outage from 5s for 10s", 200, 502, 502)]
    [InlineData("outage from 0s for 6s status 503", 503, 503, 200)]
    [InlineData("outage from 5s for 1s: code 10004", 200, 200, 200)]
    public async Task Outage_OfAScript_IsByTheClock(string script, params int[] expected)
    {
        var time = new VirtualTime(isManual: true);
        using HttpClient client = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = time }).Play(script).CreateClient();
        var statuses = new List<int>();
        foreach (int _ in expected)
        {
            statuses.Add(await client.ReadAsync().StatusAsync());
            time.Advance(TimeSpan.FromSeconds(5));
        }

        statuses.Should().Equal(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing\n   # at all")]
    public async Task Script_WithoutALine_ChangesNothing(string script)
    {
        _pbx.Play(script);

        (await StatusesAsync(2)).Should().Equal(200, 200);
    }

    private Task<int[]> StatusesAsync(int count) => StatusesAsync(count, _client);

    private static async Task<int[]> StatusesAsync(int count, HttpClient client)
    {
        var statuses = new int[count];
        for (var i = 0; i < count; i++)
        {
            statuses[i] = await client.ReadAsync().StatusAsync();
        }

        return statuses;
    }
}
