using System.Globalization;

namespace VendorErrors.Comparison.Traffic;

/// <summary>One call of the plan, the same for all contestants.</summary>
/// <param name="Number">Its number, from 0, in the order of their times.</param>
/// <param name="Vendor">To whom.</param>
/// <param name="At">When, from the start.</param>
/// <param name="Api">What is asked.</param>
/// <param name="Faults">What becomes of its attempts, the first one first.</param>
internal sealed record PlannedCall(int Number, Vendor Vendor, TimeSpan At, ApiCall Api, IReadOnlyList<Fault> Faults)
{
    /// <summary>The header that tells the simulated vendor which call a request belongs to.</summary>
    internal const string Header = "X-Call";

    public bool IsRefusedForGood => Faults[0].Kind == FaultKind.RefusedForGood;

    /// <summary>What becomes of an attempt, from 0.</summary>
    public Fault FaultOf(int attempt) => Faults[Math.Min(attempt, Faults.Count - 1)];

    public HttpRequestMessage ToRequest(Uri vendorAddress)
    {
        var request = new HttpRequestMessage(new HttpMethod(Api.Method), new Uri(Api.Host is null ? vendorAddress : new UriBuilder(vendorAddress) { Host = $"{Api.Host}.{vendorAddress.Host}" }.Uri, Fill(Api.Path)));
        request.Headers.Add(Header, Number.ToString(CultureInfo.InvariantCulture));
        request.Content = Api.Body is null ? null : new StringContent(Fill(Api.Body), System.Text.Encoding.UTF8, "application/json");
        return request;
    }

    private string Fill(string pattern) => pattern
        .Replace("{n}", Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{to}", Number.ToString("'4930'0000000", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
