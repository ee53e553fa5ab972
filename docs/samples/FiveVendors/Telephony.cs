using System.Net.Http.Json;
using VendorErrors;

namespace FiveVendors;

/// <summary>What the five typed clients have in common: a POST, and a question what its answer means. No vendor's codes stand here.</summary>
internal abstract class Telephony(HttpClient client, string path, object body) : ITelephony
{
    public async Task<TelephonyReport> StartAsync(CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
        return new TelephonyReport((int)response.StatusCode, response.GetVendorResult(), response.GetVendorDecision());
    }
}
