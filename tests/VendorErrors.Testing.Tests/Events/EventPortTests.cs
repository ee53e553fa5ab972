using System.Net.Http.Json;

namespace VendorErrors.Testing.Tests.Events;

/// <summary>Events that go over the network: posted to a webhook, and listed by a simulated vendor on a port.</summary>
public class EventPortTests
{
    private readonly VendorSimulator _calls = new(Vendor.EightByEightConnect, new() { Time = new VirtualTime() });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AWebhook_GetsThePost_AndItsAnswerIsKept()
    {
        await using SimulatorServer webhook = await SimulatorServer.StartAsync(new VendorSimulator(Vendor.Dexatel).Next(SimulatedStep.Status(503)), cancellationToken: Token);
        _calls.SendEventsTo(new Uri(webhook.Address, "webhooks/8x8"));
        _calls.Next(SimulatedStep.Ok.ThenEvent(SimulatedEvent.Of(EventState.Failed, code: "-2010").After(TimeSpan.FromSeconds(30))));

        await _calls.CreateClient().PostAsJsonAsync("api/v1/subaccounts/demo/callflows", new { callflow = Array.Empty<object>() }, Token).StatusAsync();
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        SimulatedRequest posted = webhook.Simulator.Requests.Single();
        (posted.Method, posted.Path, posted.Body).Should().Be(("POST", "/webhooks/8x8", _calls.Deliveries.Single().Body));
        posted.Headers["Content-Type"].Should().Be("application/json; charset=utf-8");
        _calls.Deliveries.Single().Outcome.Should().Be("HTTP 503");
    }

    [Fact]
    public async Task OnAPort_EventsAreListed()
    {
        _calls.SendEventsTo((_, _) => Task.CompletedTask);
        await using SimulatorServer server = await SimulatorServer.StartAsync(_calls.Play("next: event busy after 5s"), cancellationToken: Token);
        using var client = new HttpClient { BaseAddress = server.Address };

        await client.PostAsJsonAsync("api/v1/subaccounts/demo/callflows", new { callflow = Array.Empty<object>() }, Token).StatusAsync();
        await _calls.WaitForDeliveriesAsync(cancellationToken: Token);

        (await client.GetAsync(new Uri("__simulator/events", UriKind.Relative), Token).TextAsync()).Should().Be(
            """[{"number":1,"request":1,"attempt":1,"at":"2026-01-15T10:00:05.0000000+00:00","kind":"session","state":"busy","outcome":"received"}]""");
    }
}
