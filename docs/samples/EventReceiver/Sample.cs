using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using VendorErrors;
using VendorErrors.Testing;

namespace EventReceiverSample;

/// <summary>A call is accepted, an event says that the trunk is full, and the program decides: a new call, once.</summary>
internal static class Sample
{
    // 8x8 voice sends the header that is set with the webhook; other vendors sign, and their packages check it.
    private static readonly byte[] s_expected = Encoding.UTF8.GetBytes("Bearer set-with-the-webhook");

    internal static async Task<int> RunAsync(TextWriter output)
    {
        var time = new VirtualTime();
        VendorSimulator calls = new VendorSimulator(Vendor.EightByEightConnect, new() { Time = time })
            .Next(SimulatedStep.Ok
                .ThenEvent(SimulatedEvent.Of(EventState.Failed, code: "-2010").After(TimeSpan.FromSeconds(30)).Twice()))
            .Next(SimulatedStep.Ok
                .ThenEvent(SimulatedEvent.Of(EventState.Answered).After(TimeSpan.FromSeconds(5)).Late(TimeSpan.FromSeconds(60)))
                .ThenEvent(SimulatedEvent.Of(EventState.Completed).After(TimeSpan.FromSeconds(40))));
        await using WebApplication application = Application.Build(calls.CreateHandler, IsGenuine, time, output);
        await application.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        var webhook = new Uri(client.BaseAddress, "webhooks/8x8-connect");
        calls.SendEventsTo((delivery, cancellation) => SendAsync(client, delivery.ToHttpRequestMessage(webhook), isSigned: true, cancellation));

        Campaign campaign = application.Services.GetRequiredService<Campaign>();
        await campaign.CallAsync(CancellationToken.None);
        await calls.WaitForDeliveriesAsync(count: 4);
        int status = await SendAsync(client, Unknown(webhook), isSigned: true, CancellationToken.None);
        int unsigned = await SendAsync(client, Unknown(webhook), isSigned: false, CancellationToken.None);
        application.Services.GetRequiredService<Channel<VendorEvent>>().Writer.Complete();
        await campaign.ExecuteTask!;

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"the webhook answered HTTP {status}, and HTTP {unsigned} to what was not the vendor's"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"8x8 was asked {calls.Executed.Count} times, and called {calls.TimesCalled(Campaign.Number)} time"));
        return calls.TimesCalled(Campaign.Number) == 1 ? 0 : 1;
    }

    private static bool IsGenuine(Vendor vendor, Microsoft.AspNetCore.Http.IHeaderDictionary headers, ReadOnlySpan<byte> body) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(headers.Authorization.ToString()), s_expected);

    private static HttpRequestMessage Unknown(Uri webhook) =>
        new(HttpMethod.Post, webhook) { Content = new StringContent("""{"eventType":"SOMETHING_NEW","payload":{"sessionId":"1"}}""", Encoding.UTF8, "application/json") };

    private static async Task<int> SendAsync(HttpClient client, HttpRequestMessage request, bool isSigned, CancellationToken cancellationToken)
    {
        using HttpRequestMessage sent = request;
        sent.Headers.Authorization = isSigned ? AuthenticationHeaderValue.Parse(Encoding.UTF8.GetString(s_expected)) : null;
        using HttpResponseMessage answer = await client.SendAsync(sent, cancellationToken);
        return (int)answer.StatusCode;
    }
}
