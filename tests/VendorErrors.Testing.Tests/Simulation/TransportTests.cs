using System.Net.Sockets;
using VendorErrors.Http;

namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>Connections that are refused, break, or hang.</summary>
public class TransportTests
{
    private readonly VirtualTime _time = new();
    private readonly VendorSimulator _pbx;

    public TransportTests() => _pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time });

    [Trait(Asset.Trait, Asset.Net)]
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Drop_OfADial_ThrowsAsABrokenConnectionDoes(bool isAfterExecution, int called)
    {
        SimulatedStep drop = SimulatedStep.Drop();
        _pbx.Next(isAfterExecution ? drop.AfterExecution() : drop);

        var thrown = await FluentActions.Awaiting(() => _pbx.CreateClient().DialAsync()).Should().ThrowAsync<HttpRequestException>();

        thrown.Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
        thrown.WithInnerException<IOException>();
        _pbx.TimesCalled("+49301234").Should().Be(called);
    }

    [Trait(Asset.Trait, Asset.Net)]
    [Fact]
    public async Task Refuse_OfADial_ThrowsAsARefusedConnectionDoes()
    {
        _pbx.Next(SimulatedStep.Refuse());

        var thrown = await FluentActions.Awaiting(() => _pbx.CreateClient().DialAsync()).Should().ThrowAsync<HttpRequestException>();

        thrown.Which.HttpRequestError.Should().Be(HttpRequestError.ConnectionError);
        thrown.WithInnerException<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.ConnectionRefused);
    }

    [Fact]
    public async Task Hang_WithATimeOutOfTheClient_EndsWithTheTimeOut()
    {
        _pbx.Next(SimulatedStep.Hang().AfterExecution());
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10), _time);
        using HttpClient client = _pbx.CreateClient();

        await FluentActions.Awaiting(() => client.SendAsync(Calls.Json("POST", Calls.YeastarDial, "{\"callee\":\"+49301234\"}"), timeout.Token))
            .Should().ThrowAsync<TaskCanceledException>();

        _time.Elapsed.Should().Be(TimeSpan.FromSeconds(10));
        _pbx.TimesCalled("+49301234").Should().Be(1);
    }

    [Fact]
    public async Task Hang_WhereNobodyGivesUp_EndsOneDayLater()
    {
        await FluentActions.Awaiting(() => _pbx.Next(SimulatedStep.Hang()).CreateClient().DialAsync()).Should().ThrowAsync<HttpRequestException>();

        _time.Elapsed.Should().Be(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Send_WithACancelledToken_NeverArrives()
    {
        using HttpMessageInvoker client = new(_pbx.CreateHandler());
        using var message = new HttpRequestMessage(HttpMethod.Get, _pbx.Address);

        await FluentActions.Awaiting(() => client.SendAsync(message, new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        _pbx.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Refuse_ThroughTheHandler_IsSentAgainAndCallsOnce()
    {
        _pbx.Next(SimulatedStep.Refuse());
        using HttpClient client = Clients.Handled(_pbx, _time);

        using HttpResponseMessage response = await client.DialAsync();

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        _pbx.TimesCalled("+49301234").Should().Be(1);
        _pbx.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Drop_OfADialThroughTheHandler_IsNeverSentAgain(bool isAfterExecution, int called)
    {
        SimulatedStep drop = SimulatedStep.Drop();
        _pbx.Next(isAfterExecution ? drop.AfterExecution() : drop.BeforeExecution());
        using HttpClient client = Clients.Handled(_pbx, _time);

        await FluentActions.Awaiting(() => client.DialAsync()).Should().ThrowAsync<HttpRequestException>();

        _pbx.Requests.Should().ContainSingle();
        _pbx.TimesCalled("+49301234").Should().Be(called);
    }

    [Fact]
    public async Task Drop_OfAReadThroughTheHandler_IsSentAgain()
    {
        _pbx.Next(SimulatedStep.Drop());
        using HttpClient client = Clients.Handled(_pbx, _time);

        (await client.ReadAsync("openapi/v1.0/extension/list").StatusAsync()).Should().Be(200);

        _pbx.Requests.Select(request => request.IsExecuted).Should().Equal(false, true);
    }

    [Fact]
    public async Task Hang_OfAReadThroughTheHandler_EndsWithTheAttemptAndIsSentAgain()
    {
        _pbx.Next(SimulatedStep.Hang().Times(2));
        using HttpClient client = Clients.Handled(_pbx, _time, options => options.AttemptTimeout = TimeSpan.FromSeconds(5));

        (await client.ReadAsync("openapi/v1.0/extension/list").StatusAsync()).Should().Be(200);

        _pbx.Requests.Should().HaveCount(3);
        _time.Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(10)).And.BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Hang_OfADialThroughTheHandler_EndsWithTheAttemptAndIsNotSentAgain()
    {
        _pbx.Next(SimulatedStep.Hang().AfterExecution());
        using HttpClient client = Clients.Handled(_pbx, _time, options => options.AttemptTimeout = TimeSpan.FromSeconds(5));

        await FluentActions.Awaiting(() => client.DialAsync()).Should().ThrowAsync<TaskCanceledException>();

        _time.Elapsed.Should().Be(TimeSpan.FromSeconds(5));
        _pbx.TimesCalled("+49301234").Should().Be(1);
    }
}
