using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry.Metrics;
using VendorErrors.Http.Ledger;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The instruments and log events as docs/observability.md prints them, taken from the code.</summary>
internal static class TelemetryTable
{
    internal static string Instruments()
    {
        using var seen = new SeenTelemetry();
        VendorError error = Vendor.YeastarPSeries.Classify(200, """{"errcode":99999}""").Error!;
        VendorMeter.Error(error, isObserved: true);
        VendorMeter.Observed(error, RetryDecision.Stop(StopReason.NotRetryable));
        VendorMeter.Retry(Vendor.YeastarPSeries, ErrorCategory.RateLimited, helped: true);
        VendorMeter.Stop(Vendor.YeastarPSeries, StopReason.NotRetryable);
        VendorMeter.Refresh(Vendor.YeastarPSeries, succeeded: true);
        VendorMeter.Event(Vendor.EightByEightConnect.ReadEvent("""{"eventType":"SESSION_SUMMARY","payload":{"sessionId":"1","sessionStatus":"FAILED"}}"""));
        VendorMeter.Probed(Vendor.YeastarPSeries.Id, happened: true);
        VendorMeter.Ledger(Vendor.YeastarPSeries, "granted");
        VendorMeter.LeaseLost(Vendor.YeastarPSeries.Id, "ran_out");
        using var gauges = new LedgerGauges(new InMemoryCallLedgerStore(), new CallLedgerMetricsOptions(), TimeProvider.System, NullLogger.Instance);
        gauges.AskAsync().GetAwaiter().GetResult();
        VendorMeter.CooldownWait(Vendor.YeastarPSeries, TimeSpan.FromSeconds(1));

        var text = new StringBuilder("| instrument | kind | unit | tags | what |\n|---|---|---|---|---|\n");
        foreach (Metric metric in seen.Metrics.OrderBy(metric => metric.Name, StringComparer.Ordinal))
        {
            // Some have a tag more in some modes, and other tests measure at the same time.
            var tags = new List<string>();
            foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
            {
                foreach (KeyValuePair<string, object?> tag in point.Tags)
                {
                    tags.Add($"`{tag.Key}`");
                }
            }

            string kind = metric.MetricType switch { MetricType.Histogram => "histogram", MetricType.LongGauge => "gauge", _ => "counter" };
            text.Append(CultureInfo.InvariantCulture, $"| `{metric.Name}` | {kind} | `{metric.Unit}` | {string.Join(", ", tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))} | {metric.Description} |\n");
        }

        return text.ToString();
    }

    internal static string LogEvents()
    {
        var text = new StringBuilder("| id | level | message |\n|---|---|---|\n");
        IEnumerable<LoggerMessageAttribute> events = typeof(Log).GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .OrderBy(message => message.EventId);
        foreach (LoggerMessageAttribute message in events)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {message.EventId} | {message.Level} | `{message.Message}` |\n");
        }

        return text.ToString();
    }
}
