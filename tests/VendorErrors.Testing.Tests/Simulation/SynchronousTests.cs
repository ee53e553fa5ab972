using VendorErrors.Http;

namespace VendorErrors.Testing.Tests.Simulation;

/// <summary>The same without await.</summary>
[Trait(Asset.Trait, Asset.Net)]
public class SynchronousTests
{
    private const string Body = "{\"callee\":\"+49301234\"}";
    private readonly VirtualTime _time = new();
    private readonly VendorSimulator _pbx;

    public SynchronousTests() => _pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = _time, Latency = TimeSpan.FromMilliseconds(300) });

    [Fact]
    public void Send_WithLatency_AnswersAfterIt()
    {
        using HttpClient client = _pbx.CreateClient();
        using HttpRequestMessage message = Calls.Json("POST", Calls.YeastarDial, Body);

        using HttpResponseMessage response = client.Send(message, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(200);
        _time.Elapsed.Should().Be(TimeSpan.FromMilliseconds(300));
        _pbx.TimesCalled("+49301234").Should().Be(1);
    }

    [Fact]
    public void Send_ThroughTheHandlerAfterAWait_CarriesTheBodyAgain()
    {
        _pbx.Next(SimulatedStep.Refuse(), SimulatedStep.Refuse());
        using HttpClient client = Clients.Handled(_pbx, _time);
        using HttpRequestMessage message = Calls.Json("POST", Calls.YeastarDial, Body);

        using HttpResponseMessage response = client.Send(message, TestContext.Current.CancellationToken);

        response.GetVendorResult().IsSuccess.Should().BeTrue();
        _pbx.Requests.Select(request => request.Body).Should().Equal(Body, Body, Body);
        _pbx.TimesCalled("+49301234").Should().Be(1);
    }

    [Fact]
    public void Send_ToAVendorThatHangs_EndsWithTheTimeOut()
    {
        _pbx.Next(SimulatedStep.Hang());
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10), _time);
        using HttpClient client = _pbx.CreateClient();
        using HttpRequestMessage message = Calls.Json("GET", "items");

        FluentActions.Invoking(() => client.Send(message, timeout.Token)).Should().Throw<OperationCanceledException>();

        _time.Elapsed.Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Send_WithASlowBody_ReadsAllOfItAfterThePause()
    {
        _pbx.Next(SimulatedStep.Ok.SlowBody(TimeSpan.FromMinutes(1)));
        using HttpClient client = _pbx.CreateClient();
        using HttpRequestMessage message = Calls.Json("GET", "items");
        using HttpResponseMessage response = client.Send(message, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(response.Content.ReadAsStream(TestContext.Current.CancellationToken));

        reader.ReadToEnd().Should().EndWith("}");

        _time.Elapsed.Should().Be(TimeSpan.FromMilliseconds(60_300));
    }

    [Fact]
    public void Send_ThatIsDropped_Throws()
    {
        _pbx.Next(SimulatedStep.Drop());
        using HttpClient client = _pbx.CreateClient();
        using HttpRequestMessage message = Calls.Json("GET", "items");

        FluentActions.Invoking(() => client.Send(message, TestContext.Current.CancellationToken)).Should().Throw<HttpRequestException>();
    }
}
