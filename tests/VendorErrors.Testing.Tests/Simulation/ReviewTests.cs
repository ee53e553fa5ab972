using System.Net.Http.Json;

namespace VendorErrors.Testing.Tests.Simulation;

public class ReviewTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Batch_DoneInPart_CountsOnlyThoseWhoWereReached()
    {
        ComposedResponse partial = VendorResponses.Batch(Vendor.EightByEightConnect, [new VendorItem { Code = "1002", Id = "b" }], done: 1);
        VendorSimulator sms = new VendorSimulator(Vendor.EightByEightConnect).Next(SimulatedStep.Answer(partial));
        using HttpClient client = sms.CreateClient();

        using HttpResponseMessage response = await client.PostAsJsonAsync("api/v1/subaccounts/x/messages/batch", new { messages = new[] { new { destination = "+4930555101" }, new { destination = "12" } } }, s_token);

        sms.TimesMessaged("+4930555101").Should().Be(1);
        sms.TimesMessaged("12").Should().Be(0);
        sms.Requests.Single().Subjects.Should().HaveCount(2);
    }

    [Fact]
    public async Task Outage_GivenLater_BeginsThen()
    {
        var time = new VirtualTime(isManual: true);
        var pbx = new VendorSimulator(Vendor.YeastarPSeries, new() { Time = time });
        time.Advance(TimeSpan.FromMinutes(5));
        pbx.Play("outage for 1s");
        using HttpClient client = pbx.CreateClient();

        using HttpResponseMessage during = await client.GetAsync(new Uri("x", UriKind.Relative), s_token);
        time.Advance(TimeSpan.FromSeconds(1));
        using HttpResponseMessage after = await client.GetAsync(new Uri("x", UriKind.Relative), s_token);

        ((int)during.StatusCode).Should().Be(502);
        ((int)after.StatusCode).Should().Be(200);
    }

    [Fact]
    public void Answer_OfAnotherVendor_IsRefused() =>
        FluentActions.Invoking(() => new VendorSimulator(Vendor.YeastarPSeries).Next(SimulatedStep.Answer(VendorResponses.For(Vendor.Dexatel, "1523"))))
            .Should().Throw<ArgumentException>().WithMessage("*dexatel*yeastar-p-series*");

    [Theory]
    [InlineData("rate 1 per 1h code 0", "*line 1*done*")]
    [InlineData("next: hang delay 5s", "*line 1*nothing to delay*")]
    public void Play_WhatNoVendorCouldMean_IsRefused(string script, string message) =>
        FluentActions.Invoking(() => new VendorSimulator(Vendor.YeastarPSeries).Play(script)).Should().Throw<SimulatorScriptException>().WithMessage(message);

    [Fact]
    public async Task Status_WithAWait_SaysItInRetryAfter()
    {
        VendorSimulator sms = new VendorSimulator(Vendor.Dexatel).Play("on post messages next: status 503 wait 5s");
        using HttpClient client = sms.CreateClient();

        using HttpResponseMessage response = await client.PostAsJsonAsync("v1/messages", new { data = new { to = "4930555102" } }, s_token);

        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Server_WithAnotherAddressInTheEnvironment_ListensOnThisMachineAlone()
    {
        Environment.SetEnvironmentVariable("Kestrel__Endpoints__Other__Url", "http://127.0.0.1:18939");
        try
        {
            await using SimulatorServer server = await SimulatorServer.StartAsync(new VendorSimulator(Vendor.YeastarPSeries), cancellationToken: s_token);
            using var client = new HttpClient();

            string answer = await client.GetStringAsync(new Uri(server.Address, "x"), s_token);
            Func<Task> other = () => client.GetStringAsync(new Uri("http://127.0.0.1:18939/x"), s_token);

            answer.Should().Contain("SUCCESS");
            server.Address.Host.Should().Be("127.0.0.1");
            await other.Should().ThrowAsync<HttpRequestException>();
        }
        finally
        {
            Environment.SetEnvironmentVariable("Kestrel__Endpoints__Other__Url", null);
        }
    }
}
