using System.Net.Http.Json;

namespace VendorErrors.Testing.Tests.Simulation;

public class VendorSimulatorTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dial_WithoutFaults_IsExecutedOnceAndCounted()
    {
        var pbx = new VendorSimulator(Vendor.YeastarPSeries);
        using HttpClient client = pbx.CreateClient();

        using HttpResponseMessage response = await client.PostAsJsonAsync("openapi/v1.0/call/dial", new { caller = "1000", callee = "+49 30 1234" }, s_token);

        (await response.Content.ReadAsStringAsync(s_token)).Should().Contain("\"errcode\":0");
        pbx.TimesCalled("+49301234").Should().Be(1);
        pbx.TimesCalled("1000").Should().Be(0);
        pbx.Count(OperationKind.Dial).Should().Be(1);
    }

    [Fact]
    public async Task Next_CodeThenOk_AnswersInThatOrder()
    {
        var dialer = new VendorSimulator(Vendor.TalkdeskDialer).Play("next: code 10 wait 30s\nthen: ok");
        using HttpClient client = dialer.CreateClient();

        string first = await client.GetStringAsync(new Uri("agents", UriKind.Relative), s_token);
        string second = await client.GetStringAsync(new Uri("agents", UriKind.Relative), s_token);

        first.Should().Contain("\"statusCode\":10").And.Contain("30 seconds");
        second.Should().Contain("\"statusCode\":0");
        dialer.RequestsInsideWait.Should().Be(1);
        dialer.Requests.Select(request => request.IsExecuted).Should().Equal(false, true);
    }
}
