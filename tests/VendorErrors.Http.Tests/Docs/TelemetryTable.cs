using System.Diagnostics.Metrics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging;
using VendorErrors.Http.Telemetry;

namespace VendorErrors.Http.Tests.Docs;

/// <summary>The instruments and log events as docs/observability.md prints them, taken from the code.</summary>
internal static class TelemetryTable
{
    internal static string Instruments()
    {
        var instruments = new SortedDictionary<string, (Instrument Instrument, string[] Tags)>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == VendorMeter.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();

        VendorError error = Vendor.YeastarPSeries.Classify(200, """{"errcode":99999}""").Error!;
        VendorMeter.Error(error, isObserved: true);
        VendorMeter.Observed(error, RetryDecision.Stop(StopReason.NotRetryable));
        VendorMeter.Retry(Vendor.YeastarPSeries, ErrorCategory.RateLimited, helped: true);
        VendorMeter.Stop(Vendor.YeastarPSeries, StopReason.NotRetryable);
        VendorMeter.Refresh(Vendor.YeastarPSeries, succeeded: true);
        VendorMeter.CooldownWait(Vendor.YeastarPSeries, TimeSpan.FromSeconds(1));

        var text = new StringBuilder("| instrument | kind | unit | tags | what |\n|---|---|---|---|---|\n");
        lock (instruments)
        {
            foreach ((string name, (Instrument instrument, string[] tags)) in instruments)
            {
                string kind = instrument is Histogram<double> ? "histogram" : "counter";
                text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {kind} | `{instrument.Unit}` | {string.Join(", ", tags.Select(tag => $"`{tag}`"))} | {instrument.Description} |\n");
            }
        }

        return text.ToString();

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string[] names = [.. tags.ToArray().Select(tag => tag.Key)];
            lock (instruments)
            {
                // Some have a tag more in some modes, and other tests measure at the same time.
                string[] known = instruments.TryGetValue(instrument.Name, out (Instrument Instrument, string[] Tags) seen) ? seen.Tags : [];
                instruments[instrument.Name] = (instrument, [.. known.Union(names, StringComparer.Ordinal)]);
            }
        }
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
