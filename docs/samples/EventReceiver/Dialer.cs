using System.Net.Http.Json;
using System.Text.Json;
using VendorErrors;

namespace EventReceiverSample;

/// <summary>Calls people through 8x8.</summary>
/// <param name="client">The client, with <c>AddVendorErrors</c>: what is safe to repeat, it repeats by itself.</param>
internal sealed class Dialer(HttpClient client)
{
    /// <summary>
    /// Asks for a call. That it is accepted does not say that anybody is called. 8x8 echoes the <c>clientRequestId</c> in its session summary, and says that it is
    /// no idempotency key: two requests with the same one are two calls (developer.8x8.com/release-notes/2026-09-02-callflows-client-request-and-batch-ids).
    /// </summary>
    /// <param name="callId">The caller's own id of this call; a new call has a new one.</param>
    /// <param name="number">Whom to call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The vendor's id of the session.</returns>
    internal async Task<string?> DialAsync(string callId, string number, CancellationToken cancellationToken)
    {
        var callflow = new
        {
            clientRequestId = callId,
            callflow = new object[]
            {
                new { action = "makeCall", @params = new { source = "+6560000000", destination = number } },
                new { action = "say", @params = new { text = "Your order has arrived." } },
            },
        };
        using HttpResponseMessage answer = await client.PostAsJsonAsync("api/v1/subaccounts/demo/callflows", callflow, cancellationToken);
        answer.EnsureVendorSuccess();
        JsonElement accepted = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return accepted.GetProperty("sessionId").GetString();
    }
}
