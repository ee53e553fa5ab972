using System.Globalization;
using System.Text;
using VendorErrors.Comparison.Traffic;
using VendorErrors.FleetComparison.Plan;

namespace VendorErrors.FleetComparison.Workers;

/// <summary>A message as it is handed to a worker: one line.</summary>
/// <param name="Delivery">The number of the delivery.</param>
/// <param name="Call">The number of the call.</param>
/// <param name="Vendor">To whom.</param>
/// <param name="Window">Where the worker is to be killed with it.</param>
/// <param name="CreatedAt">When it was put into the queue, by the queue's clock.</param>
/// <param name="Deliveries">How often it was delivered, this time included.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record JobLine(int Delivery, int Call, string Vendor, KillWindow Window, DateTimeOffset CreatedAt, int Deliveries, string Method, string Path, string Body)
{
    internal static JobLine Of(int delivery, FleetJob job, KillWindow window, DateTimeOffset createdAt, int deliveries)
    {
        using HttpRequestMessage request = job.Call.ToRequest(new Uri("http://vendor.simulated/"));
        string body = request.Content is null ? string.Empty : new StreamReader(request.Content.ReadAsStream()).ReadToEnd();
        return new JobLine(delivery, job.Number, job.Call.Vendor.Id, window, createdAt, deliveries, request.Method.Method, request.RequestUri!.PathAndQuery, body);
    }

    internal static JobLine Parse(string line)
    {
        string[] parts = line.Split('\t');
        return new JobLine(Number(parts[0]), Number(parts[1]), parts[2], (KillWindow)Number(parts[3]), DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[4], CultureInfo.InvariantCulture)), Number(parts[5]), parts[6], parts[7], parts[8]);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Delivery}\t{Call}\t{Vendor}\t{(int)Window}\t{CreatedAt.ToUnixTimeMilliseconds()}\t{Deliveries}\t{Method}\t{Path}\t{Body}");

    internal HttpRequestMessage ToRequest(Uri address)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(address, Path));
        request.Headers.Add(PlannedCall.Header, Call.ToString(CultureInfo.InvariantCulture));
        request.Content = Body.Length == 0 ? null : new StringContent(Body, Encoding.UTF8, "application/json");
        return request;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
