using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VendorErrors.Comparison.Contestants;
using VendorErrors.FleetComparison.Plan;
using VendorErrors.Retries;

namespace VendorErrors.FleetComparison.Contestants;

/// <summary>
/// A client that sends once, in a worker as they are commonly written: a success is acknowledged, a refusal put aside, and all else thrown, so that the queue
/// delivers it again.
/// </summary>
internal class PlainContestant : FleetContestant
{
    /// <summary>How often the queue delivers a message that failed, for workers that go by the HTTP status.</summary>
    protected const int MostDeliveries = 5;

    public override string Id => "http-client";

    public override string Name => "HttpClient";

    protected static string Worker => $"the worker acknowledges an HTTP status of success, puts a message aside after another 4xx than 408 and 429, and lets the queue deliver it again in all other cases and after an exception: {MostDeliveries} deliveries";

    public override IReadOnlyList<string> Settings(FleetScale scale) => [$"`HttpClient.Timeout`: {scale.AttemptTimeout.TotalSeconds} s; no retry", Worker];

    public override void Register(IHttpClientBuilder client, Vendor vendor, FleetScale scale) => client.ConfigureHttpClient(http => http.Timeout = scale.AttemptTimeout);

    public override Verdict Judge(HttpResponseMessage response, int deliveries)
    {
        if (response.IsSuccessStatusCode)
        {
            return new Verdict(QueueAction.Acknowledge, Told.Success);
        }

        bool mayHelp = response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
        return new Verdict(mayHelp && deliveries < MostDeliveries ? QueueAction.Requeue : QueueAction.DeadLetter, Told.Failure, response.Headers.RetryAfter?.Delta, $"HTTP {(int)response.StatusCode}");
    }

    public override Verdict Judge(Exception exception, int deliveries) =>
        new(deliveries < MostDeliveries ? QueueAction.Requeue : QueueAction.DeadLetter, Told.Unknown, Wait: null, exception.GetType().Name);
}
