using System.Net.Http.Json;

namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>What a step does to one request of a plain client.</summary>
public class StepTests
{
    private readonly VendorSimulator _pbx = new(Vendor.YeastarPSeries, new() { Time = new VirtualTime() });

    [Fact]
    public async Task Code_OfAFailure_IsAnsweredAndNothingIsDone()
    {
        VendorResult result = await _pbx.Next(SimulatedStep.Code("10004")).CreateClient().DialAsync().ResultAsync(Vendor.YeastarPSeries);

        result.Category.Should().Be(ErrorCategory.CredentialExpired);
        _pbx.TimesCalled("+49301234").Should().Be(0);
        _pbx.Executed.Should().BeEmpty();
    }

    [Fact]
    public async Task Code_AfterExecution_FailsAndTheCallExists()
    {
        VendorResult result = await _pbx.Next(SimulatedStep.Code("-2").AfterExecution()).CreateClient().DialAsync().ResultAsync(Vendor.YeastarPSeries);

        result.Category.Should().Be(ErrorCategory.VendorInternal);
        result.Effect.Should().Be(Effect.Unknown);
        _pbx.TimesCalled("+49301234").Should().Be(1);
    }

    [Fact]
    public async Task Code_BeforeExecution_FailsAndNobodyIsCalled()
    {
        await _pbx.Next(SimulatedStep.Code("-2").BeforeExecution()).CreateClient().DialAsync().ResultAsync(Vendor.YeastarPSeries);

        _pbx.TimesCalled("+49301234").Should().Be(0);
    }

    [Fact]
    public async Task Code_OfASuccessWithWarning_IsExecuted()
    {
        var acme = new VendorSimulator(OwnVendor.Acme);
        acme.Next(SimulatedStep.Code("40"));

        VendorResult result = await acme.CreateClient().SendJsonAsync("POST", "things").ResultAsync(OwnVendor.Acme);

        result.Outcome.Should().Be(VendorOutcome.SuccessWithWarning);
        acme.Count(OperationKind.Create).Should().Be(1);
    }

    [Fact]
    public async Task Code_ThatMeansSomethingElseAtTheOperation_DoesWhatItsAnswerSays()
    {
        // A failure of unknown effect in general; at this operation it says that the sign-in was refused.
        _pbx.Next(SimulatedStep.Code("-1").AfterExecution().On("POST *_token"));

        VendorResult result = await _pbx.CreateClient().SendJsonAsync("POST", "openapi/v1.0/get_token").ResultAsync(Vendor.YeastarPSeries);

        result.Effect.Should().Be(Effect.None);
        _pbx.Executed.Should().BeEmpty();
    }

    [Fact]
    public async Task Options_OfACode_StandInTheAnswer()
    {
        var dialer = new VendorSimulator(Vendor.TalkdeskDialer);
        dialer.Next(SimulatedStep.Code("10", new() { Message = "Slow down", Wait = TimeSpan.FromSeconds(30) }));

        string body = await dialer.CreateClient().ReadAsync().TextAsync();

        body.Should().Contain("Slow down. Please try again in 30 seconds.");
    }

    [Fact]
    public async Task Answer_OfOnesOwn_IsSentAsItIs()
    {
        ComposedResponse own = VendorResponses.Unlisted(Vendor.YeastarPSeries, "99999");

        string body = await _pbx.Next(SimulatedStep.Answer(own)).CreateClient().DialAsync().TextAsync();

        body.Should().Be(own.Body);
        _pbx.TimesCalled("+49301234").Should().Be(0);
    }

    [Fact]
    public async Task Answer_OfASuccess_IsExecuted()
    {
        await _pbx.Next(SimulatedStep.Answer(VendorResponses.Success(Vendor.YeastarPSeries))).CreateClient().DialAsync().TextAsync();

        _pbx.TimesCalled("+49301234").Should().Be(1);
    }

    [Fact]
    public async Task Answer_WithAHeaderThatAsksToWait_AsksToWait()
    {
        var time = new VirtualTime();
        var dexatel = new VendorSimulator(Vendor.Dexatel, new() { Time = time });
        dexatel.Next(SimulatedStep.Answer(VendorResponses.For(Vendor.Dexatel, "429", new() { Wait = TimeSpan.FromSeconds(10) })));
        using HttpClient client = dexatel.CreateClient();

        await client.ReadAsync().StatusAsync();
        await client.ReadAsync("other").StatusAsync();
        time.Advance(TimeSpan.FromSeconds(10));
        await client.ReadAsync().StatusAsync();

        dexatel.Requests.Select(request => request.IsInsideWait).Should().Equal(false, true, false);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(404)]
    public async Task Status_OfAFailure_IsBareAndNothingIsDone(int status)
    {
        using HttpResponseMessage response = await _pbx.Next(SimulatedStep.Status(status)).CreateClient().DialAsync();

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentLength.Should().Be(0);
        _pbx.Executed.Should().BeEmpty();
    }

    [Fact]
    public async Task GatewayPage_ByDefault_IsHtmlWith502()
    {
        using HttpResponseMessage response = await _pbx.Next(SimulatedStep.GatewayPage()).CreateClient().DialAsync();

        ((int)response.StatusCode).Should().Be(502);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        _pbx.Executed.Should().BeEmpty();
    }

    [Fact]
    public async Task GatewayPage_AfterExecution_LosesAnAnswerAndNotTheCall()
    {
        await _pbx.Next(SimulatedStep.GatewayPage(504).AfterExecution()).CreateClient().DialAsync().StatusAsync();

        _pbx.TimesCalled("+49301234").Should().Be(1);
    }

    [Fact]
    public async Task On_AnOperation_LetsOthersPass()
    {
        _pbx.Next(SimulatedStep.Status(500).On("POST call/dial"), SimulatedStep.Status(503));
        using HttpClient client = _pbx.CreateClient();

        int[] statuses = [await client.ReadAsync().StatusAsync(), await client.DialAsync().StatusAsync(), await client.ReadAsync().StatusAsync()];

        statuses.Should().Equal(503, 500, 200);
    }

    [Fact]
    public async Task Times_Three_HappensToThreeRequests()
    {
        _pbx.Next(SimulatedStep.Status(500).Times(3));
        using HttpClient client = _pbx.CreateClient();
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            statuses.Add(await client.ReadAsync().StatusAsync());
        }

        statuses.Should().Equal(500, 500, 500, 200);
    }

    [Fact]
    public async Task Requests_AfterSome_TellWhatBecameOfThem()
    {
        _pbx.Next(SimulatedStep.Code("10004"), SimulatedStep.Drop(), SimulatedStep.Status(503));
        using HttpClient client = _pbx.CreateClient();
        await client.DialAsync().StatusAsync();
        await FluentActions.Awaiting(() => client.DialAsync()).Should().ThrowAsync<HttpRequestException>();
        await client.DialAsync().StatusAsync();
        await client.DialAsync().StatusAsync();

        _pbx.Requests.Select(request => request.ToString()).Should().Equal(
            "1 POST /openapi/v1.0/call/dial: HTTP 200, code 10004",
            "2 POST /openapi/v1.0/call/dial: drop",
            "3 POST /openapi/v1.0/call/dial: HTTP 503",
            "4 POST /openapi/v1.0/call/dial: HTTP 200, code 0, executed");
    }

    [Fact]
    public async Task Requests_WithQueryHeadersAndBody_ShowThem()
    {
        using var message = Calls.Json("POST", "things?a=1&b=x%20y&c&a=2", "{\"k\":1}");
        message.Headers.Add("X-Own", ["1", "2"]);
        await _pbx.CreateClient().SendAsync(message, TestContext.Current.CancellationToken).StatusAsync();

        SimulatedRequest seen = _pbx.Requests.Should().ContainSingle().Subject;
        seen.Number.Should().Be(1);
        seen.At.Should().Be(new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero));
        seen.Query.Should().BeEquivalentTo(new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "2", ["b"] = "x y", ["c"] = string.Empty });
        seen.Headers["x-own"].Should().Be("1, 2");
        seen.Headers["content-type"].Should().StartWith("application/json");
        seen.Body.Should().Be("{\"k\":1}");
        seen.Path.Should().Be("/things");
    }

    [Fact]
    public async Task Status_WithAWait_SaysItInRetryAfter()
    {
        VendorSimulator sms = new VendorSimulator(Vendor.Dexatel).Play("on post messages next: status 503 wait 5s");
        using HttpClient client = sms.CreateClient();

        using HttpResponseMessage response = await client.PostAsJsonAsync("v1/messages", new { data = new { to = "4930555102" } }, TestContext.Current.CancellationToken);

        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
    }
}
