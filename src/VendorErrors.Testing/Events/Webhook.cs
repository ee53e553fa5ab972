using System.Globalization;

namespace VendorErrors.Testing.Events;

/// <summary>Posts events to an address.</summary>
internal static class Webhook
{
    // A vendor's own machines know no proxy of this one, and follow no redirects.
    private static readonly HttpClient s_client = new(new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>What came of it, in words: no failure of the receiver is one of the simulated vendor.</summary>
    internal static async Task<string> PostAsync(Uri address, SimulatedDelivery delivery, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = delivery.ToHttpRequestMessage(address);
        try
        {
            using HttpResponseMessage response = await s_client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return $"HTTP {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)}";
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return e.GetType().Name;
        }
    }
}
